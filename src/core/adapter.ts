import type { Account } from './address.ts'
import type { Catalog } from './catalog.ts'
import type { Answer, Invocation } from './invocation.ts'
import type { Message } from './message.ts'

/** What an adapter gets from the house. */
export interface Host {
  readonly catalog: Catalog
  dispatch(invocation: Invocation): Promise<Answer>
}

/** A person as a delivery sees them: the account to write to, and what the platform may need beside it. */
export interface Recipient extends Account {
  readonly email: string | null
  readonly name: string
}

/** What a platform must offer. */
export interface Adapter {
  readonly name: string
  /** Whether it can reach a person of whom no account on this platform is known, by e-mail. */
  readonly reachesByEmail: boolean
  start(): Promise<void>
  /** Takes no new work and waits for what is in flight. */
  stop(): Promise<void>
  /**
   * Says something to one person. `key` is the same on every try of one delivery.
   * Raises `DeliveryError`, classified; anything else counts as ambiguous.
   */
  post(to: Recipient, message: Message, key: string): Promise<void>
  /** What it hangs into the HTTP server, where it listens there. */
  readonly routes?: Routes
}

/** What an adapter hangs into the one HTTP server: `scope` is a fastify instance of its own. */
export interface Routes {
  mount(scope: unknown): Promise<void>
}
