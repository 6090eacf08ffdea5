import { lazily } from '../lazily.ts'
import table from './names.json' with { type: 'json' }

/** Names that people write for zones, folded, beside the IANA names themselves. */
export interface ZoneTable {
  /** Large cities, and towns where organizations have their seats. */
  readonly cities: Readonly<Record<string, string>>
  /** Abbreviations and long names, `cet` or `w. europe`, that mean one of several zones: the likeliest first. */
  readonly loose: Readonly<Record<string, readonly string[]>>
  /** Zones that keep an offset, in minutes ahead of UTC, at least for a part of the year. */
  readonly offsets: Readonly<Record<string, readonly string[]>>
  /** The ISO 3166 code of the country in which a zone's clock is kept. */
  readonly countries: Readonly<Record<string, string>>
}

export const zoneTable: () => ZoneTable = lazily(() => table)
