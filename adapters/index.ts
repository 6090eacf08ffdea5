export { isSnowflake } from './discord/api/snowflake.ts'
export { type DiscordSettings, publicApiUrl } from './discord/settings.ts'
export type { SlackSettings } from './slack/settings.ts'
export { publicLoginUrl, publicOpenIdUrl, type TeamsApp, type TeamsSettings } from './teams/settings.ts'

/** Every platform, each loaded only when it is wanted: an SDK that nobody uses costs nothing at start. */
export const adapters = {
  discord: () => import('./discord/index.ts'),
  /** REST alone, for whoever registers the commands by hand. */
  discordApi: () => import('./discord/api/rest.ts'),
  /** The commands alone, without the SDK. */
  discordCommands: () => import('./discord/registration/manifest.ts'),
  discordRegistration: () => import('./discord/registration/register.ts'),
  slack: () => import('./slack/index.ts'),
  /** The manifest alone, without the SDK. */
  slackManifest: () => import('./slack/registration/manifest.ts'),
  teams: () => import('./teams/index.ts'),
  terminal: () => import('./terminal/index.ts'),
} as const
