import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

import { migrations } from '../migrations/index.ts'
import { entities, organizations } from '../samples/entities.ts'
import { figures } from '../samples/figures.ts'
import { groups } from '../samples/groups.ts'

/** The file of a packed store, named for all that it was made from, so that an older one is never unpacked. */
export function packedFile(path: string): string {
  const made = createHash('sha256')
    .update(JSON.stringify([embeddedVersion(), migrations, entities, organizations, groups, figures]))
    .digest('hex')
    .slice(0, 16)
  return path.replace(/(\.tar)?$/, `-${made}.tar`)
}

function embeddedVersion(): unknown {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@electric-sql/pglite')
  return JSON.parse(readFileSync(`${dirname(dirname(entry))}/package.json`, 'utf8')).version
}

/** A packed store; undefined when there is none, or one that is no whole archive: it only saves time. */
export function readPacked(file: string): Blob | undefined {
  try {
    const tar = readFileSync(file)
    const whole = tar.length % 512 === 0 && tar.subarray(-1024).every((byte) => byte === 0)
    return whole && tar.toString('latin1', 257, 262) === 'ustar' ? new Blob([tar]) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a packed store, whole or not at all; one that cannot be kept is done without. */
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
