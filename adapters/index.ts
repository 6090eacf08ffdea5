export type { SlackSettings } from './slack/settings.ts'

/** Every platform, each loaded only when it is wanted: an SDK that nobody uses costs nothing at start. */
export const adapters = {
  slack: () => import('./slack/index.ts'),
  /** The manifest alone, without the SDK. */
  slackManifest: () => import('./slack/manifest.ts'),
  terminal: () => import('./terminal/index.ts'),
} as const
