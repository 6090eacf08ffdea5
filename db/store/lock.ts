import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

import { StartError } from '../../src/core/errors.ts'

/** Folders that this process has open. A stale lock may carry its number too, left by an earlier process. */
const held = new Set<string>()

/**
 * Locks an embedded store's folder for this process and returns a function that unlocks it. Takes over the lock of a
 * process that died. Raises `StartError` if another process has the folder.
 */
export function lockFolder(dataDir: string): () => void {
  const file = `${dataDir}.lock`
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (held.has(file)) throw inUse(dataDir, process.pid)
  for (let tries = 0; !enter(file); tries += 1) {
    const holder = holderOf(file)
    if (tries === 5 || (holder !== process.pid && isAlive(holder))) throw inUse(dataDir, holder)
    rmSync(file, { force: true })
  }
  held.add(file)
  return () => {
    held.delete(file)
    rmSync(file, { force: true })
  }
}

function inUse(dataDir: string, holder: number): StartError {
  return new StartError(
    `The embedded store in ${dataDir} is in use by process ${holder}. Stop that process first, or set RAPPORTEUR_DATA to another folder or DATABASE_URL to a Postgres server.`,
  )
}

/** Creates the lock file by a link, so that it appears with the number inside or not at all. */
function enter(file: string): boolean {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, String(process.pid))
  try {
    linkSync(aside, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** 0 when the lock is gone or holds no number. */
function holderOf(file: string): number {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : 0
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
