import type { Carried } from '../../src/chat/cards/buttons.ts'
import type { Host } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Log } from '../../src/core/log.ts'
import type { Cards } from './answers/cards.ts'
import type { Api } from './api/api.ts'
import type { Rests } from './api/cooldown.ts'
import type { Direct } from './api/directChannels.ts'
import type { Replies } from './api/interactionTokens.ts'
import type { FormDrafts } from './forms/drafts.ts'
import type { DiscordSettings } from './settings.ts'

/** Everything that a handler works with. */
export interface AdapterContext {
  readonly host: Host
  readonly settings: DiscordSettings
  readonly log: Log
  readonly clock: Clock
  readonly api: Api
  readonly carried: Carried
  readonly drafts: FormDrafts
  readonly replies: Replies
  readonly direct: Direct
  readonly cards: Cards
  readonly rests: Rests
  /** Work that goes on after its interaction was answered; a stop waits for it. */
  later(work: Promise<unknown>): void
}
