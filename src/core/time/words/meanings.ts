export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** What a word may mean in a date; a word may mean several things, at most one of each kind. */
export interface Meanings {
  /** From 1. */
  readonly month?: number
  /** 1 is Monday. */
  readonly weekday?: number
  /** Days from today: `tomorrow` is 1. */
  readonly offset?: number
  readonly unit?: readonly [unit: Unit, count: number]
  readonly count?: number
  /** `second` is 2, `last` is -1. */
  readonly nth?: number
  /** `last` is -1, `this` 0, `next` 1. */
  readonly step?: number
  /** The hour that is meant where a part of the day stands alone. */
  readonly part?: number
  readonly half?: 'a' | 'p'
  readonly hour?: number
  readonly join?: 'to' | 'and'
  /** Words that hold a date together and say nothing themselves. */
  readonly of?: true
  readonly the?: true
  readonly on?: true
  readonly in?: true
  readonly from?: true
  readonly yearWord?: true
  readonly dayWord?: true
  readonly clockWord?: true
  /** `end` of a month or a week. */
  readonly edge?: 'start' | 'end'
}
