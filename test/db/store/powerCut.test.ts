import fs, { copyFileSync, cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { packed } from '../../support/clones/embedded.ts'

const { fsyncSync } = fs
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-power-'))
})
afterEach(() => {
  intercept(fsyncSync)
  rmSync(folder, { recursive: true, force: true })
})

test('what was committed before the power failed is in the store when it is on again', async () => {
  const running = join(folder, 'running')
  const disk = join(folder, 'disk')
  await (await openDatabase({ dataDir: running, packed })).close()
  cpSync(running, disk, { recursive: true })

  // From here on the disk holds what was written through, and nothing of what the machine still has in memory.
  intercept((file) => {
    fsyncSync(file)
    const name = readlinkSync(`/proc/self/fd/${file}`)
    const kept = join(disk, relative(running, name))
    mkdirSync(dirname(kept), { recursive: true })
    copyFileSync(name, kept)
  })
  const store = await openDatabase({ dataDir: running })
  await store.pool.query('create table after_start (at int)')
  for (let at = 0; at < 20; at += 1) await store.pool.query('insert into after_start values ($1)', [at])
  intercept(fsyncSync)
  const again = await openDatabase({ dataDir: disk })
  try {
    expect(await committed(again)).toBe(20)
  } finally {
    await again.close()
    await store.close()
  }
})

async function committed({ pool }: Store): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from after_start')
  return rows[0]?.count ?? 0
}

function intercept(sync: typeof fsyncSync): void {
  fs.fsyncSync = sync
  syncBuiltinESMExports()
}
