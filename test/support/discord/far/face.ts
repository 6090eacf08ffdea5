import type { DiscordSettings } from '../../../../adapters/discord/settings.ts'
import type { Clock } from '../../../../src/core/clock.ts'
import type { Json } from '../../../../src/core/json.ts'
import type { Faults } from '../../faults/callFaults.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { Answered, Sending } from '../sent/signed.ts'
import type { Application, Attached, Posted, Scheduled } from './asked.ts'
import type { Directory } from './directory.ts'
import type { Ending, Fault, Kind, Reply } from './faults.ts'
import type { Interactions, Modal } from './interacting.ts'
import type { Mint } from './snowflake.ts'

export interface Call {
  readonly method: string
  /** After the version, with the query. */
  readonly path: string
  /** Undefined where nothing of that kind is offered. */
  readonly kind: Kind | undefined
  /** Of the machine, not of the test's clock. */
  readonly at: Date
  readonly body: unknown
  readonly files: readonly Attached[]
  /** As it came, `Bot …`; empty where there is none. */
  readonly authorization: string
  status: Ending
}

/** What an interaction that was brought by HTTP was answered, and what Discord made of it. */
export interface Delivered extends Answered {
  /** Undefined where the answer was none to be taken, as 202. */
  readonly taken: Reply | undefined
}

export interface FarSide extends Directory {
  readonly clock: Clock
  /** Without the version. */
  readonly apiUrl: string
  /** For how long it waits for a first answer. */
  readonly waitsMs: number
  readonly calls: Call[]
  /** What stands, the oldest first; what was deleted is gone. */
  readonly messages: Posted[]
  readonly events: Scheduled[]
  /** By server, and under `everywhere`. */
  readonly commands: Map<string, readonly Json[]>
  /** Forms that were opened, the oldest first. */
  readonly modals: Modal[]
  readonly interactions: Interactions
  readonly gateway: Gateway
  /** What it was sent that Discord would not take, or that is not as it describes itself. */
  readonly problems: string[]
  readonly mint: Mint
  readonly application: Application
  /** For an adapter that serves this Discord: by HTTP unless told. */
  settings(over?: Partial<DiscordSettings>): DiscordSettings
  callsOf(kind: Kind): Call[]
  fault: Faults<Kind, Fault>['order']
  /** Forgets which faults were ordered. */
  calm(): void
  /** Brings an interaction by HTTP and takes the answer as Discord does. */
  deliver(base: string, interaction: Json, sending?: Sending): Promise<Delivered>
  /** Brings an interaction by the gateway. */
  emit(interaction: Json): void
  /** A message that a user writes. */
  write(user: string, channel: string, content: string, more?: Json): Posted
  /** The direct channel of this user and the bot. */
  directOf(user: string): string
  /** The token is no good from now on. */
  revokeToken(): void
  /** Forgets what was recorded and which faults were ordered; the world and what stands in it stay. */
  clear(): void
  stop(): Promise<void>
}
