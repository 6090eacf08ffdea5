/** What Discord needs to know, from the environment. */
export interface DiscordSettings {
  /** The bot’s token, which its calls carry. */
  readonly token: string
  readonly applicationId: string
  /** 64 hex digits. With it interactions come by HTTP and are signed; without it by the gateway. */
  readonly publicKey: string | undefined
  /** Where Discord’s API is, without its version and without a slash at the end. */
  readonly apiUrl: string
  /** Servers (guild ids) in which the bot may be used; empty for every one in which it is installed. */
  readonly guilds: readonly string[]
  /** The one server in which the commands are registered; undefined for all. */
  readonly commandGuild: string | undefined
}

export const publicApiUrl = 'https://discord.com/api'
