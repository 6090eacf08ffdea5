import type { Account } from '../../../src/core/address.ts'

/** The ways to reply to the author of an activity. */
export interface ReplyRoute {
  readonly tenant: string
  readonly serviceUrl: string
  readonly bot: string
  /** Teams’ own id of the person who asked. */
  readonly user: string
  readonly name: string | undefined
  /** Undefined for somebody who was not admitted. */
  readonly account: Account | undefined
  readonly kind: 'personal' | 'channel' | 'groupChat'
  readonly conversation: string
  /** The conversation with its thread. */
  readonly at: string
  /** Whether only the person who asked reads the answer. */
  readonly private: boolean
}
