import type { Clock } from '../../../../src/core/clock.ts'
import type { Json } from '../../../../src/core/json.ts'
import type { Directory } from './directory.ts'
import type { Kind, Reply } from './faults.ts'
import type { Interactions } from './interacting.ts'
import type { Mint } from './snowflake.ts'

/** A message as it stands in a channel. */
export interface Posted {
  readonly id: string
  readonly channel: string
  /** The bot’s id, or that of a user. */
  readonly author: string
  /** What it says now; what was left out of an edit stays. */
  body: Json
  files: readonly Attached[]
  readonly ephemeral: boolean
  /** Who alone sees it, where it is ephemeral. */
  readonly onlyFor: string | undefined
  /** The interaction that it answers. */
  readonly interaction: string | undefined
  /** “Thinking…”: put off, and nothing said yet. */
  loading: boolean
  readonly at: Date
  editedAt: Date | undefined
}

export interface Attached {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

/** A meeting in the calendar of a server. */
export interface Scheduled {
  readonly id: string
  readonly guild: string
  /** 1 scheduled, 2 active, 3 completed, 4 cancelled. */
  status: number
  body: Json
}

/** What is asked, its path taken apart. */
export interface Asked {
  readonly method: string
  /** After the version, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly Attached[]
}

/** What the Developer Portal has of the application. */
export interface Application {
  id: string
  publicKey: string
  /** Where interactions are sent by HTTP; null where they come by the gateway. */
  endpointUrl: string | null
}

/** What Discord answers from and writes to. */
export interface Ground {
  readonly clock: Clock
  readonly mint: Mint
  readonly application: Application
  readonly directory: Directory
  /** What stands, the oldest first. */
  readonly messages: Posted[]
  readonly interactions: Interactions
  readonly events: Scheduled[]
  /** Registered commands by server, and under `everywhere`. */
  readonly commands: Map<string, readonly Json[]>
  /** For how long, by the machine’s clock, a first answer is waited for. */
  readonly waitsMs: number
  /** For how many minutes a nonce is known. */
  readonly nonceMinutes: number
  readonly gatewayUrl: string
  identifiesLeft(): number
}

/** One thing that may be asked, by what a fault of it is ordered under. */
export interface Deed {
  readonly kind: Kind
  /** No token is wanted beside the one in the path. */
  readonly open?: boolean
  readonly act: () => Reply
}
