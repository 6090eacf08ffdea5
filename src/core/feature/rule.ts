import type { Room } from '../address.ts'
import type { Message, Rich } from '../message.ts'
import type { Lead } from './lead.ts'
import type { UpcomingNotice, UpcomingQuery } from './upcomingNotice.ts'

/**
 * One thing that the house says by itself, as data: to whom, when, what stops it, and from when it is useless.
 * What is due is derived from state at every tick, on any replica, as often as it likes: the ledger's unique key
 * makes each notice go out once. `Transaction` is the store's; `Due` is what the text needs to know of a firing.
 */
export interface Rule<Transaction, Due extends Firing = Firing> {
  /** Unique over all features, lower case; the keys of its firings begin with it and a colon. */
  readonly key: string
  /** What it reminds of, for the list of rules: `An upcoming meeting`. */
  readonly about: string
  readonly audience: readonly Addressees<Transaction, Due>[]
  readonly moments: readonly Lead[]
  /** Its moments come after the subject rather than before it. */
  readonly after?: boolean
  /** Its subject is a day, so that its moments are days and, if any, an hour. */
  readonly byDay?: boolean
  /** Looking for what is due also acts on it, so it is done even while the rule is switched off. */
  readonly acts?: true
  /**
   * Finding what is due also marks it as taken, as for a snooze that is over; so it is looked for only to be entered.
   */
  readonly takes?: true
  /** What ends it, for the list of rules: `The meeting is cancelled, or the person has declined.` */
  readonly stops: string
  /** `urgent` passes quiet hours and digests; `bulk` goes to many, waits behind all else and never comes at night. */
  readonly urgency?: Urgency
  /** Comes at the very hour that somebody named, so it goes into no digest. */
  readonly punctual?: boolean
  /** Tells of what somebody has just done, so it comes on a day off too, like the notices of commands. */
  readonly anyDay?: true
  text(due: Due, now: Date): Message
  /** Why it is said to its reader; undefined where the text says so itself. */
  why(due: Due): NoticeReason | undefined
  /** It asks for something: while its reader is away their alternate is asked, or nobody for what is their `own`. */
  readonly duty?: true | 'own'
  /** The line of a digest that is read some time later; the summary of the text where there is none. */
  line?(due: Due): Rich
  /**
   * What waited, as it is now: firings with the same keys, whose texts are written anew. What was written stays for
   * those that are not given.
   */
  asNow?(trx: Transaction, waited: readonly WaitingFiring[], now: Date): Promise<readonly Due[]>
  /** Of firings that waited for the morning or a digest, the keys of those that are still true. All, by default. */
  standing?(trx: Transaction, waited: readonly WaitingFiring[], now: Date): Promise<ReadonlySet<string>>
  /** Of what waited, by key, who has it now in the place of a reader who has nothing to do with it any more. */
  heirs?(trx: Transaction, waited: readonly WaitingFiring[], now: Date): Promise<ReadonlyMap<string, number>>
  /**
   * Of what was said, the keys that still ask for something: the buttons of the others are taken away, wherever they
   * were delivered. None are, by default.
   */
  open?(trx: Transaction, waiting: readonly WaitingFiring[], now: Date): Promise<ReadonlySet<string>>
  /** As `open`, of what was said in rooms, where one answer is not that of all: their buttons stay, by default. */
  openInRooms?(
    trx: Transaction,
    waiting: readonly Pick<WaitingFiring, 'key' | 'subject'>[],
    now: Date,
  ): Promise<ReadonlySet<string>>
  /** What became of what is no longer asked for, as `Done` or `Handed over`, by key; `Settled` by default. */
  words?(trx: Transaction, settled: readonly WaitingFiring[]): Promise<ReadonlyMap<string, string>>
  /** When its time ran out, by key, where nobody had done it by then. */
  lapsed?(trx: Transaction, settled: readonly WaitingFiring[], now: Date): Promise<ReadonlyMap<string, Date>>
  /** The subjects of its notices that a change of another record may settle: `newsletter:3` for `update:12`. */
  settledBy?(trx: Transaction, changed: string): Promise<readonly string[]>
  /** Kinds of the notices of commands that ask for the same, with keys like its own. */
  readonly kinds?: readonly string[]
  /** What it will say next, soonest first: to one person, or to anybody where none is named. */
  coming?(trx: Transaction, asked: UpcomingQuery): Promise<readonly UpcomingNotice[]>
  /** From when a firing of `now` is not said any more; undefined where it is worth saying however late. */
  uselessAfter(due: Due, now: Date): Date | undefined
}

/** What takes the buttons off notices once what they ask for is done. */
export type Settling<Transaction> = Partial<Pick<Rule<Transaction>, 'key'>> &
  Pick<Rule<Transaction>, 'kinds' | 'open' | 'openInRooms' | 'words' | 'lapsed' | 'settledBy'>

/** Why something is said to somebody, and what to do where somebody else should hear it. */
export interface NoticeReason {
  /** Completes “you are …”, or “this is …” in a room: `a member of ETCIP`, `the room of ETCIP`. */
  readonly as: string
  /** Who set it: `Amina Diallo called the meeting`. */
  readonly by?: string | undefined
  /** How to hand it over, or to hear no more of it: a sentence. */
  readonly otherwise: string
}

/** A part of those who are told. They are found when the rule fires, so they follow the roles of that day. */
export interface Addressees<Transaction, Due extends Firing = Firing> {
  /** For the list of rules: `everyone invited who has not declined`. */
  readonly who: string
  /** What is due at `now` and not yet in the ledger, at most `limit` of it, the most urgent first. */
  due(trx: Transaction, asked: DueQuery): Promise<readonly Due[]>
}

export interface DueQuery {
  readonly now: Date
  /** The rule's moments, as they are set today. */
  readonly moments: readonly Lead[]
  readonly limit: number
}

/** How a notice is treated beside others. */
export type Urgency = 'bulk' | 'normal' | 'urgent'

/** A firing that waited. */
export interface WaitingFiring {
  readonly key: string
  readonly subject: string
  readonly personId: number
}

/** What became of what a notice asks for. */
export interface NoticeSettlement {
  /** `Done`, `Handed over`: what stands in the place of its buttons; `Snoozed` beside them. */
  readonly word: string
  /** Who did it, where somebody did. */
  readonly by: string | null
  /** ISO 8601. */
  readonly at: string
  /** Its reader has put it off, by the snooze of this number, until an ISO 8601 instant, shown in an IANA zone. */
  readonly snoozed?: { readonly id: number; readonly until: string; readonly zone: string }
}

/** One firing of a rule, for one person or in one room. */
export interface Firing {
  /** Unique, and never used again. */
  readonly key: string
  /** The record it is about: `meeting:12`. */
  readonly subject: string
  readonly personId?: number
  readonly room?: Room
  /** When its subject itself is over, so that it may wait for no digest beyond that. */
  readonly endsAt?: Date
  /** Instead of the rule's. */
  readonly urgency?: Urgency
  /** Instead of the rule's: some minutes before its subject. */
  readonly punctual?: boolean
  /** Instead of the rule's: somebody named its day, or was there a moment ago. */
  readonly anyDay?: boolean
}

export function daysBefore(days: number): Lead {
  return { name: `${days}d`, days, minutes: 0 }
}

export function minutesBefore(minutes: number): Lead {
  return { name: `${minutes}m`, days: 0, minutes }
}

/** At the moment of the subject itself. */
export const onTime: Lead = { name: 'on-time', days: 0, minutes: 0 }

export function keysOf(waited: readonly Pick<WaitingFiring, 'key'>[]): readonly string[] {
  return waited.map(({ key }) => key)
}

/** What comes first, for one person or for anybody. */
export function soonest(
  coming: readonly UpcomingNotice[],
  personId: number | null,
  limit: number,
): readonly UpcomingNotice[] {
  return coming
    .filter(({ to }) => personId === null || ('personId' in to && to.personId === personId))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, limit)
}

/** The number of a record of a kind, of `meeting:12`; undefined for any other. */
export function numberOf(subject: string, kind: string): number | undefined {
  const [of, number, ...more] = subject.split(':')
  return of === kind && more.length === 0 && /^\d{1,9}$/.test(number ?? '') ? Number(number) : undefined
}
