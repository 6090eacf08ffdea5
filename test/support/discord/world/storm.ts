import type { TestDatabase } from '../../database.ts'
import { failing, type Stormy } from '../../faults/storm.ts'
import { app } from '../far/defaults.ts'
import type { FarSide } from '../far/farSide.ts'
import { publicKeyOf } from '../sent/keys.ts'

/** Discord, and how it fails when it is to say something. */
export function discordStorm({ store }: Pick<TestDatabase, 'store'>, far: FarSide, url: string): Stormy {
  return {
    store,
    platform: 'discord',
    env: {
      ...{ DATABASE_URL: url, DISCORD_TOKEN: app.token, DISCORD_APPLICATION_ID: app.id },
      ...{ DISCORD_API_URL: far.apiUrl, DISCORD_PUBLIC_KEY: publicKeyOf() },
    },
    arrived: () => far.messages.map(({ body }) => JSON.stringify(body)),
    disturb: () => failing((fault, times) => far.fault('send', fault, times), 500),
  }
}
