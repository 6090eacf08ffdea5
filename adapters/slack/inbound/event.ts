/** One body that Slack sent, by HTTP or a socket. */
export interface SlackEvent {
  readonly body: unknown
  /** How often Slack has already repeated the event; 0 for the first delivery. */
  readonly retry: number
  /** Acknowledges the event, with a body for Slack; only the first call counts. */
  ack(body?: object | string): Promise<void>
}
