import { join } from 'node:path'

import type { Store } from '../../db/store/connect.ts'
import { StoreInUse } from '../../db/store/embedded/lock.ts'
import { refuseMoving } from '../../db/store/moving/mark.ts'
import { StartError } from '../core/errors.ts'
import type { Config } from '../settings/settings.ts'
import type { Arguments } from './arguments.ts'
import { cache } from './cache.ts'

/**
 * Opens and migrates the store. Loads the sample into an empty store when asked to, or when an embedded one is only
 * tried out; that one is then packed to speed up the next start, before anybody can write to it.
 */
export async function openStore(
  config: Config,
  given: Pick<Arguments, 'sample' | 'empty' | 'serve'>,
): Promise<Store> {
  const { openDatabase } = await import('../../db/store/connect.ts')
  const embedded = config.databaseUrl === undefined
  const folder = join(config.dataDir, 'store')
  const wanted = given.sample || (embedded && config.trial && !given.empty)
  const [store, { migrate }, { holdsSample, loadSample }, { ensureSecretariat, isDirectoryEmpty }] =
    await Promise.all([
      patiently(() =>
        openDatabase(
          config.databaseUrl === undefined
            ? { dataDir: folder, ...(wanted && { packed }) }
            : { url: config.databaseUrl },
        ),
      ),
      import('../../db/store/migrate.ts'),
      import('../../db/samples/compact.ts'),
      import('../../db/directory/secretariat.ts'),
    ])
  try {
    if (embedded) refuseMoving(folder)
    await migrate(store)
    const loaded = wanted && (await loadSample(store))
    // The copy only makes the next start quicker; a full disk is said where it matters.
    if (loaded) await store.pack().catch(() => undefined)
    if (given.sample && !loaded && !store.unpacked) {
      process.stderr.write('The store has data already, so the sample was not loaded; nothing was changed.\n')
    }
    if (given.empty && (await holdsSample(store))) {
      process.stderr.write(
        'The store holds the sample already, so it is not empty; nothing was changed. To begin without it, set RAPPORTEUR_DATA to another folder or DATABASE_URL to another database.\n',
      )
    }
    // Without the setting nobody's role changes.
    if (config.secretariat.length > 0) {
      const out = await ensureSecretariat(store, config.secretariat)
      if (out.length > 0) await tellWhoIsOut(config, out)
    }
    if ((config.serves || given.serve || given.empty) && (await isDirectoryEmpty(store))) {
      throw new StartError(
        'The directory is empty, so nobody could let anybody in. Set SECRETARIAT to the e-mail addresses of those who look after it, such as a@example.org,b@example.org, and start again; --sample loads a sample to try.',
      )
    }
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Retries for some seconds while another process, which may be ending, has the store open. */
async function patiently(open: () => Promise<Store>): Promise<Store> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await open()
    } catch (error) {
      if (!(error instanceof StoreInUse) || tries >= 15) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

async function tellWhoIsOut({ logLevel }: Config, personIds: readonly number[]): Promise<void> {
  const { createLog } = await import('./log.ts')
  createLog(logLevel).warn({ personIds }, 'whoever SECRETARIAT no longer names is out of the secretariat')
}

/** The archive holds the sample, so only a store that is to have it may be made from it. */
const packed = {
  path: join(cache, 'store.tar'),
  async sample(): Promise<unknown> {
    const compact = await import('../../db/samples/compact.ts')
    return compact.sample
  },
}
