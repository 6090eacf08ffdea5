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
  /** How often its words stand in the text before the place that is linked; absent for the first. */
  readonly nth?: number
}

/** How an update stood before a change, and who made that change. */
export interface FormerUpdate {
  readonly version: number
  readonly status: 'proposed' | 'accepted' | 'returned' | 'withdrawn' | 'merged'
  readonly comment: string | null
  readonly newsletterId: number | null
  readonly acceptedBy: number | null
  /** Absent in what was written before updates could be merged or held over. */
  readonly mergedInto?: number | null
  readonly heldOver?: boolean
  readonly by: number
  /** The running number of the change. This and what follows are absent in what was written before they were kept. */
  readonly change?: number
  /** Where the change left it: a newly opened issue may take it from there. */
  readonly left?: UpdatePlacement
  /** The changes before this one that can be taken back after it, the latest first. */
  readonly earlier?: readonly FormerUpdate[]
}

/** Which issue an update is for: none while it waits, held over for the next one. */
export interface UpdatePlacement {
  readonly newsletterId: number | null
  readonly heldOver: boolean
}
