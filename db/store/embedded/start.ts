import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { PGlite } from '@electric-sql/pglite'

import { idlePause } from '../../../src/core/clock.ts'
import { StartError } from '../../../src/core/errors.ts'
import { durableFiles, durableSettings, writeFolderThrough } from './durableFiles.ts'

/**
 * True for an empty folder. A store that was never finished is deleted first. Raises `StartError` for a folder
 * that holds anything other than a store.
 */
export function isFresh(dataDir: string): boolean {
  if (existsSync(unfinished(dataDir))) rmSync(dataDir, { recursive: true, force: true })
  if (existsSync(join(dataDir, 'PG_VERSION'))) return false
  const [other] = existsSync(dataDir) ? readdirSync(dataDir) : []
  if (other === undefined) return true
  throw new StartError(
    `The folder ${dataDir} holds ${other}, which is not part of a store. Set RAPPORTEUR_DATA to another folder, or move its contents away.`,
  )
}

/** A marker beside the folder that exists only while the store is being made, before anybody can write to it. */
function unfinished(dataDir: string): string {
  return `${dataDir}.unfinished`
}

/** A quarter of what Postgres takes by itself, and twice what a store of some thousand people fills. */
const buffers = ['-c', 'shared_buffers=32MB']

const unpackedMs = 5_000

/** PGlite with our extensions and settings; a fresh one is filled from the copy where there is one. */
export async function startEmbedded(
  dataDir: string | undefined,
  fresh: boolean,
  copy: Blob | undefined,
): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm }, { unaccent }, { btree_gist }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
    import('@electric-sql/pglite/contrib/btree_gist'),
  ])
  if (fresh && dataDir !== undefined) writeFileSync(unfinished(dataDir), '')
  const durable = dataDir === undefined ? undefined : await durableFiles(dataDir)
  // A thousand files that nobody has written to yet would be written through one by one.
  if (!fresh) durable?.writeThrough()
  const pglite = new PGlite({
    ...(durable ? { fs: durable.files } : {}),
    ...(copy ? { loadDataDir: copy } : {}),
    extensions: { pg_trgm, unaccent, btree_gist },
    relaxedDurability: false,
    startParams: [...PGlite.defaultStartParams, ...buffers, ...(durable ? durableSettings : [])],
  })
  try {
    await pglite.waitReady
    await pglite.exec(
      "set timezone = 'UTC'; create extension if not exists pg_trgm; select set_config('pg_trgm.word_similarity_threshold', '0.45', false)",
    )
  } catch (error) {
    if (!copy) throw error
    // The archive only saves time: whatever is wrong with it, a store can still be made without it.
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true })
    return startEmbedded(dataDir, fresh, undefined)
  }
  if (fresh && dataDir !== undefined) {
    rmSync(unfinished(dataDir), { force: true })
    durable?.writeThrough()
    // Later, so that the first answer does not wait for it.
    void idlePause(unpackedMs)
      .then(() => writeFolderThrough(dataDir))
      .catch(() => undefined)
  }
  return pglite
}
