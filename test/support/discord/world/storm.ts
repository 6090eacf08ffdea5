import type { TestDatabase } from '../../database.ts'
import type { Storm } from '../../faults/storm.ts'
import { app } from '../far/defaults.ts'
import type { FarSide } from '../far/farSide.ts'
import { publicKeyOf } from '../sent/keys.ts'

/** Discord, and how it fails: too many calls, errors, connections that end before and after the deed, and silence. */
export function discordStorm(
  { store }: Pick<TestDatabase, 'store'>,
  far: FarSide,
  url: string,
): Pick<Storm, 'store' | 'platform' | 'env' | 'arrived' | 'disturb'> {
  return {
    store,
    platform: 'discord',
    env: {
      ...{ DATABASE_URL: url, DISCORD_TOKEN: app.token, DISCORD_APPLICATION_ID: app.id },
      ...{ DISCORD_API_URL: far.apiUrl, DISCORD_PUBLIC_KEY: publicKeyOf() },
    },
    arrived: () => far.messages.map(({ body }) => JSON.stringify(body)),
    disturb() {
      far.fault('send', { kind: 'status', status: 429, retryAfter: 1 }, 3)
      far.fault('send', { kind: 'status', status: 500 }, 2)
      far.fault('send', { kind: 'reset', before: true }, 2)
      far.fault('send', { kind: 'reset', before: false }, 2)
      far.fault('send', { kind: 'hang' })
      far.fault('send', { kind: 'hang', acts: true })
    },
  }
}
