import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord.js'

/** One Discord message, within every limit. */
export interface Page {
  readonly content: string
  readonly embeds: readonly APIEmbed[]
  /** Rows of buttons and lists; they stand below everything else. */
  readonly components: readonly APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[]
}
