import type { FirstToAnswer } from '../../src/chat/asking/firstToAnswer.ts'
import type { UnrecordedEvents } from '../../src/chat/asking/unrecordedEvents.ts'
import type { ButtonData } from '../../src/chat/cards/buttonData.ts'
import type { Forbidden } from '../../src/chat/delivery/forbidden.ts'
import type { Host } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Log } from '../../src/core/log.ts'
import type { Cards } from './answers/cards.ts'
import type { Homes } from './answers/home.ts'
import type { Speaker } from './answers/speaker.ts'
import type { ClientPool } from './api/clients.ts'
import type { DirectChannels } from './api/directChannels.ts'
import type { FormDrafts } from './forms/drafts.ts'
import type { Timings } from './limits.ts'
import type { People } from './people/accounts.ts'
import type { Installation, Installations } from './people/installations.ts'
import type { Wording } from './render/commandPrefix.ts'
import type { SlackSettings } from './settings.ts'

/** Everything that a handler works with. */
export interface AdapterContext {
  readonly host: Host
  readonly settings: SlackSettings
  readonly timings: Timings
  readonly log: Log
  readonly clock: Clock
  readonly installations: Installations
  readonly clients: ClientPool
  readonly people: People
  readonly buttonData: ButtonData
  readonly drafts: FormDrafts
  readonly wording: Wording
  readonly speaker: Speaker
  readonly direct: DirectChannels
  readonly forbidden: Forbidden
  readonly cards: Cards
  readonly firstToAnswer: FirstToAnswer
  readonly unrecorded: UnrecordedEvents
  readonly homes: Homes
  /** The token of an installation, renewed shortly before it ends. */
  tokenOf(installation: Installation): Promise<string>
  /** Whether the workspace’s word on this e-mail address is taken. */
  vouches(installation: Pick<Installation, 'tenant' | 'enterprise'>, email: string | undefined): boolean
}

/** Acknowledges one event, with what Slack reads from that; only the first call counts. */
export type Reply = (body?: object | string) => Promise<void>

/** `again`: nothing of the event could be recorded, so Slack should bring it once more. */
export type EventOutcome = 'done' | 'again'
