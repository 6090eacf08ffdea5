interface Seat {
  readonly station: string
  readonly country: string
}

const newYork: Seat = { station: 'New York', country: 'United States' }
const geneva: Seat = { station: 'Geneva', country: 'Switzerland' }
const vienna: Seat = { station: 'Vienna', country: 'Austria' }
const turin: Seat = { station: 'Turin', country: 'Italy' }
const paris: Seat = { station: 'Paris', country: 'France' }

/** Where entities sit, where that is not New York. */
const elsewhere: Readonly<Record<string, Seat>> = {
  CTBTO: vienna,
  FATF: paris,
  ICAO: { station: 'Montreal', country: 'Canada' },
  INTERPOL: { station: 'Lyon', country: 'France' },
  ILO: geneva,
  IMO: { station: 'London', country: 'United Kingdom' },
  OHCHR: geneva,
  OPCW: { station: 'The Hague', country: 'Netherlands' },
  UNESCO: paris,
  UNICRI: turin,
  UNIDIR: geneva,
  UNITAD: { station: 'Baghdad', country: 'Iraq' },
  UNODC: vienna,
  WCO: { station: 'Brussels', country: 'Belgium' },
  WHO: geneva,
  UNITAR: geneva,
  UNSSC: turin,
  IOM: geneva,
  IPU: geneva,
  UNHCR: geneva,
  IAEA: vienna,
}

/** The duty station of an entity’s focal point. */
export function seatOf(acronym: string): Seat {
  return elsewhere[acronym] ?? newYork
}
