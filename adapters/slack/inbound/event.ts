/** One body that Slack sent, by whatever way. */
export interface SlackEvent {
  readonly body: unknown
  /** Counts the repetitions of an event; 0 for the first. */
  readonly retry: number
  /** Acknowledges it with what Slack is to read; only the first call counts. */
  ack(body?: object | string): Promise<void>
}
