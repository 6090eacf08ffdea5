import type { Rule, SeriesEnd } from './rule.ts'

/** How a series repeats, as it was read. */
export interface Repeat {
  readonly rule: Rule
  /** `every 2nd Tuesday of the month`, to stand in a sentence. */
  readonly words: string
  /** An end that stood in the text itself: `weekly, 6 times`, `weekly until June`. */
  readonly end?: SeriesEnd
  /** What the same words may mean as well, each typed so that it has one meaning. */
  readonly others: readonly string[]
}
