/** Whom an interaction is of, and where it happened. */
export interface Origin {
  /** Discord’s own id of the interaction, a snowflake. */
  readonly id: string
  /** With it the interaction is answered, for a quarter of an hour; a secret. */
  readonly token: string
  readonly user: {
    readonly id: string
    /** What others see: the nickname in the server, else the display name. */
    readonly name: string
    readonly username: string
  }
  /** When it was heard here, in milliseconds that run evenly. */
  readonly heardAt: number
  /** BCP 47, as the reader’s client is set. */
  readonly locale: string | undefined
  /** The server; undefined in a direct message. */
  readonly guild: string | undefined
  /** Or thread. */
  readonly channel: string
  /** Nobody but the user and the bot reads there. */
  readonly direct: boolean
  /** Permissions without which the bot cannot write there of its own accord, by Discord’s names. */
  readonly lacks: readonly string[]
}
