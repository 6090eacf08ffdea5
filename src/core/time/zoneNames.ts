/** Large cities and seats that name no zone themselves. */
export const cities: Readonly<Record<string, string>> = {
  geneva: 'Europe/Zurich', 'the hague': 'Europe/Amsterdam', 'new york city': 'America/New_York', nyc: 'America/New_York',
  washington: 'America/New_York', 'washington dc': 'America/New_York', boston: 'America/New_York', ottawa: 'America/Toronto',
  montreal: 'America/Toronto', milan: 'Europe/Rome', turin: 'Europe/Rome', lyon: 'Europe/Paris', strasbourg: 'Europe/Paris',
  munich: 'Europe/Berlin', bonn: 'Europe/Berlin', hamburg: 'Europe/Berlin', barcelona: 'Europe/Madrid', abuja: 'Africa/Lagos',
  rabat: 'Africa/Casablanca', 'cape town': 'Africa/Johannesburg', pretoria: 'Africa/Johannesburg', mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata', 'new delhi': 'Asia/Kolkata', beijing: 'Asia/Shanghai', islamabad: 'Asia/Karachi', ankara: 'Europe/Istanbul',
  'abu dhabi': 'Asia/Dubai', doha: 'Asia/Qatar', canberra: 'Australia/Sydney', brasilia: 'America/Sao_Paulo', 'rio de janeiro': 'America/Sao_Paulo',
  'san francisco': 'America/Los_Angeles', seattle: 'America/Los_Angeles', kyiv: 'Europe/Kyiv', astana: 'Asia/Almaty', hanoi: 'Asia/Ho_Chi_Minh',
} // biome-ignore format: a table

/** What people write for a zone although it names none, with the zones that they may mean. */
export const loose: Readonly<Record<string, readonly string[]>> = {
  est: ['America/New_York', 'America/Toronto', 'America/Panama'], edt: ['America/New_York'], et: ['America/New_York'], est5edt: ['America/New_York'],
  eastern: ['America/New_York'], cst: ['America/Chicago', 'Asia/Shanghai', 'America/Mexico_City'], cdt: ['America/Chicago'], ct: ['America/Chicago'], cst6cdt: ['America/Chicago'],
  mst: ['America/Denver', 'America/Phoenix'], mdt: ['America/Denver'], mt: ['America/Denver'], mst7mdt: ['America/Denver'],
  pst: ['America/Los_Angeles'], pdt: ['America/Los_Angeles'], pt: ['America/Los_Angeles', 'Europe/Lisbon'], pst8pdt: ['America/Los_Angeles'],
  hst: ['Pacific/Honolulu'], cet: ['Europe/Vienna', 'Europe/Paris', 'Europe/Zurich'], cest: ['Europe/Vienna', 'Europe/Paris', 'Europe/Zurich'], met: ['Europe/Vienna'],
  eet: ['Europe/Athens', 'Europe/Helsinki', 'Africa/Cairo'], eest: ['Europe/Athens', 'Europe/Helsinki'], wet: ['Europe/Lisbon'], west: ['Europe/Lisbon'],
  bst: ['Europe/London', 'Asia/Dhaka'], ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'], msk: ['Europe/Moscow'], eat: ['Africa/Nairobi'], wat: ['Africa/Lagos'],
  cat: ['Africa/Harare'], sast: ['Africa/Johannesburg'], gst: ['Asia/Dubai'], pkt: ['Asia/Karachi'], sgt: ['Asia/Singapore'], hkt: ['Asia/Hong_Kong'],
  jst: ['Asia/Tokyo'], kst: ['Asia/Seoul'], aest: ['Australia/Sydney', 'Australia/Brisbane'], aedt: ['Australia/Sydney'], nzst: ['Pacific/Auckland'], nzdt: ['Pacific/Auckland'],
  brt: ['America/Sao_Paulo'], art: ['America/Argentina/Buenos_Aires'],
  gmt: ['UTC', 'Europe/London', 'Africa/Abidjan'], poland: ['Europe/Warsaw'], portugal: ['Europe/Lisbon'], turkey: ['Europe/Istanbul'], egypt: ['Africa/Cairo'],
  japan: ['Asia/Tokyo'], israel: ['Asia/Jerusalem'], iran: ['Asia/Tehran'], libya: ['Africa/Tripoli'], cuba: ['America/Havana'], jamaica: ['America/Jamaica'],
  eire: ['Europe/Dublin'], gb: ['Europe/London'], uk: ['Europe/London'], hongkong: ['Asia/Hong_Kong'], iceland: ['Atlantic/Reykjavik'], navajo: ['America/Denver'],
  nz: ['Pacific/Auckland'], prc: ['Asia/Shanghai'], china: ['Asia/Shanghai'], rok: ['Asia/Seoul'], roc: ['Asia/Taipei'], 'w-su': ['Europe/Moscow'], kwajalein: ['Pacific/Kwajalein'],
  germany: ['Europe/Berlin'], france: ['Europe/Paris'], austria: ['Europe/Vienna'], switzerland: ['Europe/Zurich'], italy: ['Europe/Rome'], spain: ['Europe/Madrid'],
  kenya: ['Africa/Nairobi'], nigeria: ['Africa/Lagos'], india: ['Asia/Kolkata'], pakistan: ['Asia/Karachi'], usa: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  canada: ['America/Toronto', 'America/Vancouver'], australia: ['Australia/Sydney', 'Australia/Perth'], brazil: ['America/Sao_Paulo'], mexico: ['America/Mexico_City'],
  'us/eastern': ['America/New_York'], 'us/central': ['America/Chicago'], 'us/mountain': ['America/Denver'], 'us/pacific': ['America/Los_Angeles'],
} // biome-ignore format: a table
