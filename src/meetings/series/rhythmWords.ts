// The words in which people say a rhythm, and the signs of RFC 5545 for them.
export const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** Monday first, as in the rule's own words. */
export const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const ordinals: Readonly<Record<string, number>> = {
  '1st': 1,
  first: 1,
  '2nd': 2,
  second: 2,
  '3rd': 3,
  third: 3,
  '4th': 4,
  fourth: 4,
  '5th': 5,
  fifth: 5,
  last: -1,
}
export const shownOrdinals: Readonly<Record<number, string>> = {
  1: '1st',
  2: '2nd',
  3: '3rd',
  4: '4th',
  5: '5th',
  [-1]: 'last',
}
/** Rhythms that are one word. */
export const plain: Readonly<Record<string, readonly [unit: Unit, every: number]>> = {
  daily: ['day', 1],
  weekly: ['week', 1],
  fortnightly: ['week', 2],
  biweekly: ['week', 2],
  monthly: ['month', 1],
  bimonthly: ['month', 2],
  quarterly: ['month', 3],
  'half-yearly': ['month', 6],
  'twice a year': ['month', 6],
  yearly: ['year', 1],
  annually: ['year', 1],
}
/** What `every` may count. */
export const units: Readonly<Record<string, readonly [unit: Unit, every: number]>> = {
  day: ['day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['month', 3],
  'half-year': ['month', 6],
  year: ['year', 1],
}

export type Unit = 'day' | 'week' | 'month' | 'year'

/** 0 for Monday, of a name or its beginning of three letters; undefined for anything else. */
export function weekday(word: string): number | undefined {
  const bare = word.replace(/s$/, '')
  const at = names.findIndex((name) => bare.length >= 3 && name.toLowerCase().startsWith(bare))
  return at < 0 ? undefined : at
}
