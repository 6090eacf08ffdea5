import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

import { migrations } from '../../migrations/index.ts'

/** A packed store: a migrated one with a sample in it, as one archive. */
export interface PackedStore {
  /** Where it is kept; a digest of what it was made from is added to the name. */
  readonly path: string
  /** What is loaded into a fresh store before it is packed. Asked for only where a store is made. */
  sample(): Promise<unknown>
}

/** The archive's file, named for all that it was made from, so that an outdated one is never unpacked. */
export async function packedFile({ path, sample }: PackedStore): Promise<string> {
  const made = createHash('sha256')
    .update(JSON.stringify([embeddedVersion(), migrations, await sample()]))
    .digest('hex')
    .slice(0, 16)
  return path.replace(/(\.tar)?$/, `-${made}.tar`)
}

function embeddedVersion(): unknown {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@electric-sql/pglite')
  return JSON.parse(readFileSync(`${dirname(dirname(entry))}/package.json`, 'utf8')).version
}

/** Reads an archive. Undefined when it is missing or damaged: it only saves time. */
export function readPacked(file: string): Blob | undefined {
  try {
    const tar = readFileSync(file)
    const whole = tar.length % 512 === 0 && tar.subarray(-1024).every((byte) => byte === 0)
    return whole && tar.toString('latin1', 257, 262) === 'ustar' ? new Blob([tar]) : undefined
  } catch {
    return undefined
  }
}

/** Writes an archive whole or not at all. A failure is ignored: it only saves time. */
export function writePacked(file: string, tar: Uint8Array): void {
  const aside = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(aside, tar)
    renameSync(aside, file)
  } catch {
    rmSync(aside, { force: true })
  }
}
