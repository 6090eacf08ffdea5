import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js'

/** One Discord message, within every limit. */
export interface Page {
  readonly content: string
  readonly embeds: readonly APIEmbed[]
  /** Rows of buttons; they stand below everything else. */
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[]
}
