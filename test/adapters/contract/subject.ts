import type { Adapter, Recipient } from '../../../src/core/adapter.ts'
import type { Place } from '../../../src/core/address.ts'
import type { SettableClock } from '../../../src/core/clock.ts'
import type { DeliveryFault } from '../../../src/core/errors.ts'
import type { TurnTime } from '../../../src/core/feature/pacing.ts'
import type { Input, Invocation } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import type { StubHost } from '../../support/stubHost.ts'

/** What a platform does not have, and why. */
export interface Lacking {
  readonly notSupported: string
}

export type Maybe<T> = T | Lacking

/** Cases by what they are. */
export type Table<T> = Readonly<Record<string, T>>

/** How the platform's side saw its event taken. */
export interface DeliveryReceipt {
  /** False where the platform would bring it again. */
  readonly acknowledged: boolean
  readonly ms: number
}

/** Something that somebody was shown. */
export interface Seen {
  /** `other` is a person who is not the caller. */
  readonly by: 'caller' | 'room' | 'other'
  /** In the direct conversation with the bot. */
  readonly direct: boolean
  /** All that stands there, addresses of links too. */
  readonly text: string
  /** What a notification or a screen reader tells; undefined where that is what stands there. */
  readonly fallback: string | undefined
  /** Whatever rings for somebody, links by itself, or is obeyed. */
  readonly pings: readonly string[]
  /** What the platform would not take. */
  readonly wrong: readonly string[]
}

/** One adapter in front of a far side of its own. */
export interface Bench {
  readonly adapter: Adapter
  readonly host: StubHost
  readonly clock: SettableClock
  /** Everything that stands somewhere now; what came by the same way the oldest first. */
  seen(): readonly Seen[]
  end(): Promise<void>
}

/** A recorded event. */
export interface Recorded<B> {
  /** Others read where it happened. */
  readonly room: boolean
  readonly wanted: Omit<Invocation, 'deliveryId'>
  /** Brings it in as the platform does; the same id is the same event. */
  bring(bench: B, id: string): Promise<DeliveryReceipt>
}

/** What happens to the next message on its way to the platform. */
export type Trouble =
  | { readonly kind: 'limited'; readonly afterSeconds?: number }
  | { readonly kind: 'broken' }
  | { readonly kind: 'reset'; readonly before: boolean }
  | { readonly kind: 'silent' }
  | { readonly kind: 'slow'; readonly ms: number }

export type Target = 'person' | 'room'

/**
 * How the adapter learns what became of a message of unknown fate: it can look, or it cannot know, or it is sent again
 * with the same `nonce`, by which the platform tells that it has it.
 */
export type FindsOut = boolean | 'nonce'

export interface Deliveries<B> {
  /** The next message meets this. */
  order(bench: B, trouble: Trouble): void
  /** When messages were sent, those that failed too. */
  sends(bench: B): readonly Date[]
  /** Whether a message of unknown fate stands there. */
  readonly findsOut: Readonly<Record<Target, FindsOut>>
  /** Least time between two messages in one conversation. */
  readonly gapMs: number
  /** The next message to such a target is one that the platform forbids. */
  forbid(bench: B, to: Target): void
  /** The first person’s direct conversation is not known yet. */
  forgetChat(bench: B): void | Promise<void>
  /** How many direct conversations were asked for. */
  opened(bench: B): number
  /** The event by which the first person speaks in their direct conversation, or in the first room. */
  readonly speaking: Readonly<Record<Target, string>>
}

/** How the platform says no, and what that means. */
export interface Refusal<B> {
  readonly to: Target
  readonly means: DeliveryFault['kind']
  order(bench: B): void | Promise<void>
}

/** Times that a test shortens, so that nobody waits for what is to take too long. */
export interface ShortTimings {
  /** An answer that takes longer is put off. */
  readonly answerMs?: number
  /** A call to the platform that takes longer is given up. */
  readonly callMs?: number
  /** An event that could not be recorded is waited for no longer than this. */
  readonly giveUpMs?: number
  /** A stop waits for what is in hand no longer than this. */
  readonly stopMs?: number
}

/** A file that somebody sends: it lies at an address, with this content. */
export interface SentFile {
  readonly name: string
  readonly mediaType: string
  readonly url: string
  readonly content: string
}

/** What a platform brings along to be held to the contract. */
export interface Subject<B extends Bench> {
  readonly name: string
  /** With the times that the platform itself goes by, but for these; turns go by the machine's time, unless told. */
  open(timings?: ShortTimings, time?: TurnTime): Promise<B>
  readonly events: Table<Recorded<B>>
  /** Not where the summary is the heading, and a heading of its own is not shown. */
  readonly headings?: false
  /** Events that come again when they are not acknowledged: their names; one answer is enough. */
  readonly repeats: Maybe<readonly string[]>
  /** Of every event that comes again for whatever reason: it is answered once, and dispatched each time or once. */
  readonly replays?: 'dispatched' | 'dropped'
  readonly ignored: Maybe<Table<(bench: B) => Promise<DeliveryReceipt>>>
  /** Types `/meeting list` with this text behind it; `cannot` tells which texts of the table cannot be typed. */
  readonly typed: {
    bring(bench: B, text: string): Promise<DeliveryReceipt>
    /** The line that an invocation stands for, where the platform has none; its text unless told. */
    read?(input: Input): string
    readonly cannot: Table<string>
  }
  /**
   * By where it stands: shows the button there, forgets what was asked for that, and presses it; `times` at once,
   * each press under a name of its own.
   */
  readonly buttons: Table<(bench: B, button: Button, times?: number) => Promise<unknown>>
  /** How a finger that was too quick is heard. */
  readonly doubleClick: Maybe<'two presses'>
  /** Sends a form; the same name is the same form that was opened, each time as an event of its own. */
  readonly sendForm: Maybe<(bench: B, name: string) => Promise<unknown>>
  /** By how it comes: sends a file with `/meeting import`, for its option `file`. */
  readonly files: Maybe<{
    readonly ways: Table<(bench: B, id: string, sent: SentFile) => Promise<unknown>>
    /** Files lie with the platform, and not on this machine. */
    readonly remote: boolean
  }>
  /** What the platform waits for an acknowledgement. */
  readonly ackMs: Maybe<number>
  /** From now on no answer can go but by direct message. */
  readonly closeLate: Maybe<(bench: B) => void>
  /** Lengths at which the platform draws lines. */
  readonly limits: readonly number[]
  readonly people: readonly [Recipient, Recipient]
  readonly rooms: Maybe<readonly [Place, Place]>
  readonly deliveries: Maybe<Deliveries<B>>
  readonly refusals: Table<Refusal<B>>
}

/** Whether a platform lacks it. */
export function isLacking(given: unknown): given is Lacking {
  return typeof given === 'object' && given !== null && 'notSupported' in given
}
