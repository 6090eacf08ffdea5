import { join } from 'node:path'

import type { Store } from '../../db/store/connect.ts'
import type { Config } from '../settings/settings.ts'
import type { Arguments } from './arguments.ts'
import { cache } from './cache.ts'

/**
 * Opens and migrates the store. Loads the sample into an empty store when asked to, or when an embedded one is only
 * tried out; that one is then packed for the next, before anybody can write to it.
 */
export async function openStore(config: Config, given: Pick<Arguments, 'sample'>): Promise<Store> {
  const { openDatabase } = await import('../../db/store/connect.ts')
  const [store, { migrate }, { loadSample }, { ensureSecretariat }] = await Promise.all([
    openDatabase(
      config.databaseUrl === undefined
        ? { dataDir: join(config.dataDir, 'store'), packed: { path: join(cache, 'store.tar'), sample } }
        : { url: config.databaseUrl },
    ),
    import('../../db/store/migrate.ts'),
    import('../../db/samples/compact.ts'),
    import('../../db/directory/secretariat.ts'),
  ])
  try {
    await migrate(store)
    const wanted = given.sample || (store.embedded && config.trial)
    const loaded = wanted && (await loadSample(store))
    if (loaded) await store.pack().catch(() => undefined)
    if (config.secretariat.length > 0) await ensureSecretariat(store, config.secretariat)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function sample(): Promise<unknown> {
  const compact = await import('../../db/samples/compact.ts')
  return compact.sample
}
