import type { Account, Place } from './address.ts'
import type { Catalog } from './catalog.ts'
import type { Clock } from './clock.ts'
import type { Choice } from './errors.ts'
import type { Mentions, NoMentions } from './feature/mention.ts'
import type { Pacing } from './feature/pacing.ts'
import type { Answer, Invocation, Profile } from './invocation.ts'
import type { Keep } from './keep.ts'
import type { Message } from './message.ts'
import type { Option } from './option.ts'

/** What an adapter gets from the house. */
export interface Host {
  readonly catalog: Catalog
  readonly clock: Clock
  readonly keep: Keep
  readonly pacing: Pacing
  dispatch(invocation: Invocation): Promise<Answer>
  /** What a beginning of a word may mean, best first; nothing for an account that is not linked. */
  suggest(asked: Suggest): Promise<readonly Choice[]>
  /** The bot's own page for an account; for one that is not linked, how to link it. */
  home(asked: Omit<Invocation, 'input'>): Promise<Message>
  /**
   * The shared card of a record as it stands now, `meeting:12`, or the copy of one viewer with what they answered;
   * undefined when there is none.
   */
  card(card: string, viewer?: Account): Promise<Message | undefined>
  /** The directory's name of a linked account. */
  nameOf(account: Account): Promise<string | undefined>
  /** Rooms of the groups in which an account's person has a role, on the account's platform; those that can be reached. */
  roomsOf(account: Account): Promise<readonly Omit<Place, 'private'>[]>
  /** All rooms of a workspace, tenant or guild that can be reached. */
  roomsIn(platform: string, tenant: string): Promise<readonly Omit<Place, 'private'>[]>
  /** Meetings ahead of groups with a room on a platform, the next first, for its own calendar; or one, `meeting:12`. */
  platformEvents(platform: string, subject?: string): Promise<readonly PlatformEvent[]>
  /** Accounts of these people, and of the secretariat, that opened their page since a moment. */
  openHomes(platform: string, people: readonly number[], since: Date): Promise<readonly Account[]>
  /**
   * Links an account to the person of an e-mail address that its platform vouches for; false where there is no
   * such person, or the account was unlinked by hand or is somebody else's.
   */
  link(account: Account, vouchedEmail: string): Promise<boolean>
  /** Takes what a platform reports of an account by itself: its zone changed, or it was deactivated. */
  met(account: Account, profile: Profile & { readonly gone?: string }): Promise<void>
  /**
   * A message of a chat was edited, or deleted where `text` is undefined. What it says now is only asked for where
   * something was taken from it.
   */
  messageChanged(
    message: { readonly platform: string; readonly tenant: string; readonly message: string },
    text: (() => Promise<string>) | undefined,
  ): Promise<void>
  /** Takes note of a room in which nothing can be said any more. */
  lost(room: Omit<Place, 'private'>, why: string): Promise<void>
  /** Tells the secretariat, once a day for each key, what needs an operator. */
  alert(key: string, message: Message): Promise<void>
}

/** A meeting as a platform's own calendar shows it. */
export interface PlatformEvent {
  /** `meeting:12`. */
  readonly subject: string
  readonly title: string
  /** Acronym of the working group. */
  readonly group: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** IANA zone in which it was called. */
  readonly zone: string
  readonly place: string | null
  readonly cancelled: boolean
  /** The group's rooms on that platform, those that can be reached. */
  readonly rooms: readonly Omit<Place, 'private'>[]
}

/** What suggestions are asked for: what is typed so far into a field, by whom. */
export interface Suggest {
  readonly caller: Account
  readonly vouchedEmail?: string
  readonly kind: Option['kind']
  /** Of a record, the letter before its number: `U` for `U12`. */
  readonly prefix?: string
  /** Of a meeting, which ones alone are offered before anything is typed. */
  readonly implied?: Option['implied']
  /** Of a text, what it may name. */
  readonly names?: Option['names']
  readonly typed: string
  readonly limit: number
}

/** A person as a delivery sees them: the account to write to, and what the platform may need beside it. */
export interface Recipient extends Account {
  readonly email: string | null
  readonly name: string
}

/** Where a message of the bot is, as its adapter finds it again. */
export interface Posted {
  readonly tenant: string
  /** Unique in its tenant. */
  readonly message: string
  /** The server to ask, where the platform has several. */
  readonly server?: string
}

/** Where a message is, on any platform. */
export type PostedOn = Posted & { readonly platform: string }

export type OnPosted = (where: Posted) => void

/** What a command has changed and committed. */
export interface Change {
  /** `meeting:12`. */
  readonly subject: string
  /** The name of whoever changed it. */
  readonly by: string | null
  /** The message whose button was pressed; it shows the answer now. */
  readonly pressed?: PostedOn
  /** Who changed it, and who is told of it. */
  readonly people: readonly number[]
}

/** Which try of a delivery it is. `first`: nothing of it was ever sent; `again`, the default: some of it may have been. */
export type Attempt = 'first' | 'again' | InterruptedDelivery

/**
 * A process died during the delivery, which it began at `since`. The adapter looks for what may have been posted before
 * it sends anything, or raises the delivery as ambiguous.
 */
export interface InterruptedDelivery {
  readonly since: Date
}

/** What a platform must offer. */
export interface Adapter {
  readonly name: string
  /** Whether it can reach a person of whom no account on this platform is known, by e-mail. */
  readonly reachesByEmail: boolean
  /** How many deliveries it takes at once. */
  readonly lanes: number
  /** Whether it can find out what an interrupted delivery posted; without this it is given none. */
  readonly findsDelivered?: boolean
  start(): Promise<void>
  /** Takes no new work and waits for what is in flight. */
  stop(): Promise<void>
  /**
   * Says something to one person. `key` is the same on every try of one delivery. `onPosted` is called with the place
   * of a message that `amend` can change later. Raises `DeliveryError`; any other error counts as ambiguous.
   */
  post(to: Recipient, message: Message, key: string, attempt?: Attempt, onPosted?: OnPosted): Promise<void>
  /** Says something in a room; otherwise as `post`. */
  announce(room: Place, message: Message, key: string, attempt?: Attempt, onPosted?: OnPosted): Promise<void>
  /** Replaces a message that it posted. Raises `DeliveryError`. */
  amend?(where: Posted, message: Message): Promise<void>
  /** Refreshes what it shows of the record, soon. */
  changed(change: Change): void
  /** Whether it can hear its platform now, for the health check. */
  connected(): boolean
  /** Names that reach all members of a group, where the platform has such, or why they cannot be kept. */
  readonly mentions?: Mentions | NoMentions
  /** The routes that it adds to the HTTP server, where it listens there. */
  readonly routes?: Routes
}

/** The routes that an adapter adds to the one HTTP server. */
export interface Routes {
  /** What the platform sends and signs. */
  readonly signed?: readonly SignedRoute[]
  /** Everything else; `scope` is a fastify instance of its own. */
  mount?(scope: unknown): Promise<void>
}

/**
 * A POST whose sender is known by the signature of its bytes, so that it needs nothing of the HTTP framework: no limit
 * for an address, no headers for browsers. The answer checks the signature.
 */
export interface SignedRoute {
  readonly path: string
  /** The most bytes of a body; more is refused with 413. */
  readonly bodyLimit: number
  answer(request: SignedRequest): Promise<SignedAnswer>
}

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
  /** Runs the work once the connection has taken all of the answer, or is closed before: `whole` tells which. */
  afterwards(work: (whole: boolean) => void): void
}

/** A body that is a text goes as plain text, any other as JSON. */
export interface SignedAnswer {
  readonly status: number
  readonly body?: object | string
}
