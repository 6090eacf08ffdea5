import type { FirstToAnswer } from '../../src/chat/asking/firstToAnswer.ts'
import type { UnrecordedEvents } from '../../src/chat/asking/unrecordedEvents.ts'
import type { ButtonData } from '../../src/chat/cards/buttonData.ts'
import type { Forbidden } from '../../src/chat/delivery/forbidden.ts'
import type { Pace } from '../../src/chat/delivery/pace.ts'
import type { Host } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Json } from '../../src/core/json.ts'
import type { Log } from '../../src/core/log.ts'
import type { Cards } from './answers/cards.ts'
import type { Files } from './answers/files.ts'
import type { Speaker } from './answers/speaker.ts'
import type { Connector } from './api/connector.ts'
import type { FormDrafts } from './forms/drafts.ts'
import type { Timings } from './limits.ts'
import type { Members } from './people/accounts.ts'
import type { References } from './people/addresses.ts'
import type { TeamsSettings } from './settings.ts'

/** Everything that a handler works with. */
export interface AdapterContext {
  readonly host: Host
  readonly settings: TeamsSettings
  readonly timings: Timings
  readonly log: Log
  readonly clock: Clock
  readonly connector: Connector
  readonly references: References
  readonly members: Members
  readonly buttonData: ButtonData
  readonly drafts: FormDrafts
  readonly speaker: Speaker
  readonly cards: Cards
  readonly files: Files
  readonly forbidden: Forbidden
  /** The rate limit of questions to rosters. */
  readonly rosterPace: Pace
  readonly firstToAnswer: FirstToAnswer
  readonly unrecorded: UnrecordedEvents
  /** Aborted when the bot is asked to stop: whatever can wait for another day does. */
  readonly ending: AbortSignal
  /** Work that goes on after its request was answered; a stop waits for it. */
  later(work: Promise<unknown>): void
}

/** Answers one activity: an invoke reads the body; anything but 200 makes Teams bring it again. */
export interface Reply {
  readonly status: number
  readonly body?: Json
}

export const accepted: Reply = { status: 200 }
/** Asks for the activity once more: nothing of it could be recorded. */
export const askedAgain: Reply = { status: 503 }

/** Answers an invoke with a body. */
export function ok(body: Json): Reply {
  return { status: 200, body }
}
