import type { Account } from '../../../src/core/address.ts'

/** The ways back to whoever caused an event. */
export interface ReplyRoute {
  readonly tenant: string
  readonly serviceUrl: string
  readonly bot: string
  /** Teams’ own id of whoever asked. */
  readonly user: string
  readonly name: string | undefined
  /** Undefined for somebody who was not let in. */
  readonly account: Account | undefined
  readonly kind: 'personal' | 'channel' | 'groupChat'
  readonly conversation: string
  /** The conversation with its thread. */
  readonly at: string
  /** Nobody but the one who asked reads the answer. */
  readonly private: boolean
}
