import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

import { codeOf, isDiskFull, StartError } from '../../../src/core/errors.ts'

/** Folders that this process has open. A stale lock may carry its number too, left by an earlier process. */
const held = new Set<string>()

/** Another process has the embedded store; it may be about to end. */
export class StoreInUse extends StartError {}

/**
 * Locks an embedded store's folder for this process and returns a function that unlocks it. Takes over the lock of a
 * process that died. Raises `StoreInUse` if another process has the folder, `StartError` if it cannot be written.
 */
export function lockFolder(dataDir: string): () => void {
  const file = `${dataDir}.lock`
  makeFolder(dataDir)
  if (held.has(file)) throw inUse(dataDir, process.pid)
  for (let tries = 0; !enter(file, dataDir); tries += 1) {
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
  return new StoreInUse(
    `The embedded store in ${dataDir} is in use by process ${holder}. Stop that process first, or set RAPPORTEUR_DATA to another folder or DATABASE_URL to a Postgres server.`,
  )
}

/** Creates the lock file by a link, so that it appears with the number inside or not at all. */
function enter(file: string, dataDir: string): boolean {
  const aside = `${file}.${process.pid}`
  try {
    writeFileSync(aside, String(process.pid))
    linkSync(aside, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw unwritable(dataDir, error)
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
    return codeOf(error) === 'EPERM'
  }
}

/** One folder after the other: where nothing can be made, as in `/proc`, Node's own way to make them all never ends. */
function makeWithParents(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = dirname(folder)
  if (parent !== folder) makeWithParents(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Somebody else may have made it at the same time.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

function makeFolder(dataDir: string): void {
  try {
    makeWithParents(dataDir)
    accessSync(dirname(dataDir), constants.W_OK)
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw unwritable(dataDir, error)
  }
}

/** What a folder or disk that takes nothing means for whoever starts the program; any other error as it is. */
export function unwritable(dataDir: string, error: unknown): unknown {
  const code = nameOf(error)
  if (isDiskFull(error)) {
    return new StartError(
      `The disk that holds ${dataDir} is full. Make room there, or set RAPPORTEUR_DATA to a folder elsewhere.`,
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartError(
      `The folder ${dataDir} cannot be written: a file stands in its place, or in that of a folder above it. Move the file away, or set RAPPORTEUR_DATA to another folder.`,
    )
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) {
    return new StartError(
      `The folder ${dataDir} cannot be written (${code}). Make it writable for this user, or set RAPPORTEUR_DATA to another folder.`,
    )
  }
  // The embedded store says no more than this when the disk fills up as it starts, or its files are damaged.
  const isUnsaid =
    error instanceof Error &&
    (error.message.startsWith('PGlite failed to initialize') || error.name === 'RuntimeError')
  if (error instanceof Error && !isUnsaid) return error
  return new StartError(
    `The embedded store in ${dataDir} cannot be opened${code === '' ? '' : ` (${code})`}. Is the disk full, or the folder damaged?`,
  )
}

/** The embedded store's file system names its errors by numbers, and they are not errors of the language. */
const numbered = new Map([
  [2, 'EACCES'],
  [63, 'EPERM'],
  [69, 'EROFS'],
])

function nameOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && error.code !== undefined) return String(error.code)
  return 'errno' in error ? (numbered.get(Number(error.errno)) ?? `error ${String(error.errno)}`) : ''
}
