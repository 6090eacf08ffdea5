import { join } from 'node:path'

import type { Store } from '../../db/store/connect.ts'
import type { Config } from '../settings/settings.ts'
import type { Arguments } from './arguments.ts'
import { cache } from './cache.ts'

/**
 * The store, migrated; the sample goes into an embedded one that is empty and serves nobody but who tries it, or
 * where it is asked for. An embedded one that was just filled is packed for the next, before anybody can have written
 * to it.
 */
export async function openStore(config: Config, given: Pick<Arguments, 'sample'>): Promise<Store> {
  const { openDatabase } = await import('../../db/store/connect.ts')
  const [store, { migrate }, { loadSample }, { ensureSecretariat }] = await Promise.all([
    openDatabase(
      config.databaseUrl === undefined
        ? { dataDir: join(config.dataDir, 'store'), packed: join(cache, 'store.tar') }
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
