import type { DiscordSettings } from '../settings.ts'

/** Tells whether a server may use the bot. */
export function mayUse({ guilds }: Pick<DiscordSettings, 'guilds'>, guild: string): boolean {
  return guilds.length === 0 || guilds.includes(guild)
}
