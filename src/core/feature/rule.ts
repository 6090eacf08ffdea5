import type { Room } from '../address.ts'
import type { Message } from '../message.ts'

/**
 * One thing that the house says by itself, as data: to whom, when, what stops it, and from when it is useless.
 * What is due is derived from state at every tick, on any replica, as often as it likes: the ledger's unique key
 * makes each notice go out once. `Transaction` is the store's; `Due` is what the text needs to know of a firing.
 */
export interface Rule<Transaction, Due extends Firing = Firing> {
  /** Unique over all features, lower case; the keys of its firings begin with it and a colon. */
  readonly key: string
  /** What it reminds of, for the list of rules: `A meeting ahead`. */
  readonly about: string
  readonly audience: readonly Addressees<Transaction, Due>[]
  readonly moments: readonly Lead[]
  /** What ends it, for the list of rules: `The meeting is cancelled, or the person has declined.` */
  readonly stops: string
  text(due: Due, now: Date): Message
  /** From when a firing of `now` is not said any more; undefined where it is worth saying however late. */
  uselessAfter(due: Due, now: Date): Date | undefined
}

/** A part of those who are told. They are found when the rule fires, so they follow the roles of that day. */
export interface Addressees<Transaction, Due extends Firing = Firing> {
  /** For the list of rules: `everyone invited who has not declined`. */
  readonly who: string
  /** What is due at `now` and not yet in the ledger, at most `limit` of it, the most urgent first. */
  due(trx: Transaction, asked: DueAsked): Promise<readonly Due[]>
}

export interface DueAsked {
  readonly now: Date
  /** The rule's moments, as they are set today. */
  readonly moments: readonly Lead[]
  readonly limit: number
}

/**
 * How long before its subject a rule fires. Days are counted on the wall clock of the subject's zone, so that a
 * change of the clocks moves nothing; minutes are elapsed time.
 */
export interface Lead {
  /** `7d`: unique in its rule, and part of the ledger's keys. */
  readonly name: string
  readonly days: number
  readonly minutes: number
}

/** One firing of a rule, for one person or in one room. */
export interface Firing {
  /** Unique for ever. */
  readonly key: string
  /** The record it is about: `meeting:12`. */
  readonly subject: string
  readonly personId?: number
  readonly room?: Room
}

export function daysBefore(days: number): Lead {
  return { name: `${days}d`, days, minutes: 0 }
}

export function minutesBefore(minutes: number): Lead {
  return { name: `${minutes}m`, days: 0, minutes }
}

/** At the moment of the subject itself. */
export const onTime: Lead = { name: 'on-time', days: 0, minutes: 0 }

/** Every rule of the house. */
export function rulesOf<Transaction>(
  features: readonly { readonly rules?: readonly Rule<Transaction>[] }[],
): readonly Rule<Transaction>[] {
  return features.flatMap(({ rules = [] }) => rules)
}
