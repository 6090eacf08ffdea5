import { mkdtempSync, rmSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { cache } from '../process/cache.ts'

// Run once while the program is installed, so that its first start finds an embedded store made and migrated,
// with the sample in it. A start that finds none makes its own.
enableCompileCache(join(cache, 'compiled'))
const { openDatabase } = await import('../../db/store/connect.ts')
const { migrate } = await import('../../db/store/migrate.ts')
const { loadSample, sample } = await import('../../db/samples/compact.ts')

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pack-'))
try {
  const store = await openDatabase({
    dataDir: join(folder, 'store'),
    packed: { path: join(cache, 'store.tar'), sample: async () => sample },
  })
  await migrate(store)
  if (await loadSample(store)) await store.pack()
  await store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
