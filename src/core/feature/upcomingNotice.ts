import type { Rich } from '../message.ts'
import type { Lead } from './lead.ts'

/** What is asked of a rule that is looked at ahead. */
export interface UpcomingQuery {
  readonly now: Date
  readonly moments: readonly Lead[]
  readonly limit: number
  /** Null for anybody. */
  readonly personId: number | null
}

/** Something that a rule will say. */
export interface UpcomingNotice {
  readonly at: Date
  /** What it is about: `Plenary (ETCIP), Sat 12 Dec 2026, 14:30`. */
  readonly what: Rich
  /** Whom it is said to; a room has a name alone. */
  readonly to: { readonly personId: number } | { readonly room: string }
  /** Why it is said to them, as they read it: `invited as a member of ETCIP`. */
  readonly why: string
  /** As that of the firing. */
  readonly punctual?: boolean
}
