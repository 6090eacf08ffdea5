import type { Day } from '../../src/core/time/day.ts'

/** A date that stands in an update's text. */
export interface ContentDate {
  /** As it was typed. */
  readonly printed: string
  readonly start: Day
  readonly end: Day
  readonly precision: string
}

/** A link in an update's text; without an address where none was given. */
export interface ContentLink {
  readonly text: string
  readonly url: string | null
}
