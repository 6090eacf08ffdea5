import type { Day } from '../day.ts'
import type { Token } from './token.ts'

/** A day, or whole months, as far as a text names them. */
export interface WrittenPart {
  readonly year?: number
  /** From 1. */
  readonly month: number
  /** How many months from there; 1 by default. */
  readonly months?: number
  /** Absent where whole months are meant. */
  readonly day?: number | 'last'
  /** The second Tuesday of the month; -1 counts from its end. */
  readonly nth?: { readonly weekday: number; readonly count: number }
}

/** What a date says as it is written; which days it means depends on the day on which it is read. */
export type DateText =
  | {
      readonly kind: 'calendar'
      readonly first: WrittenPart
      readonly last: WrittenPart
      /** Written beside the day: 1 is Monday. */
      readonly weekday?: number
    }
  /** Counted from today. `same` is today's own date or weekday in it, as `next month` may mean. */
  | {
      readonly kind: 'fixed'
      readonly from: Day
      readonly to: Day
      readonly same?: Day
      /** The same day of the month after, as `the first Monday of the month` may mean once it has passed. */
      readonly after?: Day
      readonly note?: 'next' | 'weeks'
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly later?: number }
  /** `the 12th`, of whatever month. */
  | { readonly kind: 'date'; readonly day: number; readonly weekday?: number }
  /** `10/12`, which may be read in two ways. */
  | {
      readonly kind: 'unclear'
      readonly first: number
      readonly second: number
      readonly year?: number
      readonly written: string
    }
  | { readonly kind: 'range'; readonly first: DateText; readonly last: DateText }

/** What a reader found at a token, and where to go on. */
export interface Match<T> {
  readonly value: T
  readonly next: number
}

export interface Tokenized {
  readonly tokens: readonly Token[]
  /** Absent where words such as `tomorrow` say nothing. */
  readonly today?: Day
  /** Four digits are a year from the first of these to the last. */
  readonly firstYear: number
  readonly lastYear: number
  /** The text is a date that somebody was asked for, and no text that mentions one. */
  readonly isTyped?: boolean
  /** Something is moved, so that `a week later` is a length. */
  readonly isMoved?: boolean
}

export function isSign(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'sign' && signs.includes(token.text)
}

/** Whether a token follows the one before it without a blank. */
export function isGlued(token: Token | undefined): boolean {
  return token !== undefined && !token.spaced
}
