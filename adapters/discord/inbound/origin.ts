/** Who caused an interaction, and where. */
export interface Origin {
  /** Discord’s own id of the interaction, a snowflake. */
  readonly id: string
  /** The token to answer the interaction with, valid for a quarter of an hour; a secret. */
  readonly token: string
  readonly user: {
    readonly id: string
    /** The name that others see: the nickname in the server, else the display name. */
    readonly name: string
    readonly username: string
  }
  /** When it arrived here, on a monotonic clock in milliseconds. */
  readonly heardAt: number
  /** A BCP 47 tag, from the settings of the user’s client. */
  readonly locale: string | undefined
  /** The server; undefined in a direct message. */
  readonly guild: string | undefined
  /** A channel or a thread. */
  readonly channel: string
  /** Whether only the user and the bot can read there. */
  readonly direct: boolean
  /** The permissions that the bot lacks to post there unasked, by Discord’s names. */
  readonly lacks: readonly string[]
}
