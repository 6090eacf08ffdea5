import { join } from 'node:path'

import { loadSample, sample } from '../../../db/samples/compact.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import type { PackedStore } from '../../../db/store/embedded/packed.ts'
import { migrate } from '../../../db/store/migrate.ts'
import { cache } from '../../../src/process/cache.ts'

/** The archive that a start of the program is filled from too: a store made without one takes ten times as long. */
export const packed: PackedStore = { path: join(cache, 'store.tar'), sample: async () => sample }

/** An embedded store with the sample, in memory or in a folder. Who finds no archive leaves one for the next. */
export async function embeddedStore(dataDir?: string): Promise<Store> {
  const store = await openDatabase({ packed, ...(dataDir === undefined ? {} : { dataDir }) })
  await migrate(store)
  if (await loadSample(store)) await store.pack()
  return store
}
