import type { Clients } from '../api/clients.ts'

/** The ways to reply to the author of an event. */
export interface ReplyRoute {
  readonly tenant: string
  /** Undefined for a workspace where the app is not installed, or whose token is unknown. */
  readonly clients: Clients | undefined
  readonly user: string
  readonly channel: string | undefined
  readonly thread: string | undefined
  readonly private: boolean
  /** Slack’s response URL, good for five answers within half an hour. */
  readonly responseUrl: string | undefined
  /** When that URL was issued, in milliseconds since 1970. */
  readonly at: number
}
