/**
 * A State or territory as a row of data: ISO 3166-1 code, short name as the United Nations writes it, adjectives,
 * towns where such activities are held, the capital first, and other names that people type for it. Lists are
 * separated by `; `.
 */
export type StateRow = readonly [
  code: string,
  name: string,
  adjectives: string,
  towns: string,
  variants?: string,
]
