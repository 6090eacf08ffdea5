import type { Account, Room } from '../address.ts'
import type { Message } from '../message.ts'
import type { Urgency } from './rule.ts'

/** What one person is told, or what is said in a room. The same key is never told twice. */
export interface Notice {
  /** Unique, and never used again; see also `eachTime`. */
  readonly key: string
  /** Who is told; undefined where a room is named. */
  readonly personId?: number
  /** The one account of that person that is told; else whichever can be reached. */
  readonly account?: Account
  /** Waits for the end of quiet hours also where one account is named; such a notice is said at once by default. */
  readonly waits?: boolean
  readonly room?: Room
  /** `invitation`, `reminder`, …: what it is, for the record. */
  readonly kind: string
  /** The record it is about: `meeting:12`. */
  readonly subject: string
  readonly message: Message
  /** From then on it is no longer delivered; undefined for one that is worth delivering however late. */
  readonly uselessAfter?: Date
  /** It must be delivered by then, even in quiet hours that end later; `uselessAfter` by default. */
  readonly neededBy?: Date
  /** `normal` by default. */
  readonly urgency?: Urgency
}

/**
 * In a key, what tells one time that something is said from every other, however often the same is said, also at one
 * instant: the ledger puts the transaction in its place.
 */
export const eachTime = '{n}'

/** An e-mail. */
export interface Letter {
  readonly to: string
  /** The name of its reader for reports about the letter; the address by default. */
  readonly name?: string
  readonly subject: string
  readonly text: string
  /** The link code whose digits are made when the letter is sent, so that they never lie in the store. */
  readonly codeId?: number
  /** The same in HTML, for mail programs that show it. */
  readonly html?: string
  /** An address at which one request takes its reader off the mailing list. */
  readonly unsubscribe?: string
  /** An event for the reader's calendar program, as an iCalendar object. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }
  /** The same on every try, so that readers' programs show it once. */
  readonly id?: string
  /** The id of the letter that it answers, as that one has it: `<a@b.example>`. */
  readonly replyTo?: string
}

/**
 * What tells a letter's id from that of another one with the same number: a store that is begun anew, or restored from a
 * copy, counts from where it stood, and mail programs drop a letter whose id they have had.
 */
export function stampOf(at: Date): string {
  return at.getTime().toString(36)
}

/** Where a letter says the digits of its code. */
export const codePlace = '{code}'
