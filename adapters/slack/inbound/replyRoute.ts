import type { Clients } from '../api/clients.ts'

/** The ways back to whoever caused an event. */
export interface ReplyRoute {
  readonly tenant: string
  /** Undefined for a workspace in which the app is not, or whose token is not known. */
  readonly clients: Clients | undefined
  readonly user: string
  readonly channel: string | undefined
  readonly thread: string | undefined
  readonly private: boolean
  /** Slack’s address for answers: five of them, within half an hour. */
  readonly responseUrl: string | undefined
  /** When that address was given, in milliseconds since 1970. */
  readonly at: number
}
