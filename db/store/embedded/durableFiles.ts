import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { NodeFS } from '@electric-sql/pglite/nodefs'

/** What of Emscripten's files is used here; its published types leave it out. */
interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: OpenFile) => number }
  realPath(node: unknown): string
}

interface OpenFile {
  /** The descriptor of the machine's file; a folder has none. */
  readonly nfd?: number
  readonly node: unknown
}

export interface DurableFiles {
  readonly files: NodeFS
  /** From here on what Postgres asks for is on the disk when it goes on. */
  writeThrough(): void
}

/**
 * The files of a store, written through to the disk when Postgres asks for it, once told to. The library's own answer
 * that with nothing: what was committed would be lost when the power fails, and the store might be spoilt.
 */
export async function durableFiles(dataDir: string): Promise<DurableFiles> {
  const { NodeFS } = await import('@electric-sql/pglite/nodefs')
  const files = new NodeFS(dataDir)
  const init = files.init.bind(files)
  let begun = false
  files.init = async (...given) => {
    const { emscriptenOpts } = await init(...given)
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      ({ NODEFS }: { readonly NODEFS: unknown }) => syncWhere(() => begun, NODEFS as NodeFiles),
    ]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
  return {
    files,
    writeThrough() {
      begun = true
    },
  }
}

/** Postgres' own way (`fdatasync`) never leaves the library, so that it has to be told to use the other one. */
export const durableSettings = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync']

/** As WASI numbers it. Postgres ends over it, and is right when it is started again. */
const ioError = 29

function syncWhere(wanted: () => boolean, files: NodeFiles): void {
  files.stream_ops.fsync = ({ nfd, node }) => {
    if (!wanted()) return 0
    try {
      const file = nfd ?? openSync(files.realPath(node), 'r')
      fsyncSync(file)
      if (nfd === undefined) closeSync(file)
      return 0
    } catch {
      return ioError
    }
  }
}

/** Writes a store through that was just unpacked, which no Postgres has asked for; what is gone by then is left out. */
export async function writeFolderThrough(dataDir: string): Promise<void> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const name = join(entry.parentPath, entry.name)
    const file = await open(name, entry.isFile() ? 'r+' : 'r').catch(() => undefined)
    await file?.sync().catch(() => undefined)
    await file?.close()
  }
}
