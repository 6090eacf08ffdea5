import type { Forbidden } from '../../src/chat/delivery/forbidden.ts'
import type { Host } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { AnswerDependencies } from './answers/dependencies.ts'
import type { FormDrafts } from './forms/drafts.ts'
import type { Timings } from './limits.ts'
import type { DiscordSettings } from './settings.ts'

/** Everything that a handler works with. */
export interface AdapterContext extends AnswerDependencies {
  readonly host: Host
  readonly settings: DiscordSettings
  readonly timings: Timings
  readonly clock: Clock
  readonly drafts: FormDrafts
  readonly forbidden: Forbidden
  /** Takes over work that goes on after its interaction was answered; a stop waits for it. */
  later(work: Promise<unknown>): void
}
