import type { DiscordSettings } from '../settings.ts'

/** Whether the bot may be used in a server. */
export function mayUse({ guilds }: Pick<DiscordSettings, 'guilds'>, guild: string): boolean {
  return guilds.length === 0 || guilds.includes(guild)
}
