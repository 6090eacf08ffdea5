import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

import { StartError } from '../../../src/core/errors.ts'

/** A move of an embedded store to a server. */
export interface Move {
  /** What it is called there. */
  readonly name: string
  /** The host and the database; undefined where that is not known. */
  readonly where?: string | undefined
}

/** A file beside an embedded store while it is moved. */
export function markOf(dataDir: string): string {
  return `${dataDir}.moving`
}

/** Notes on the disk that a store is being moved. */
export function noteMove(dataDir: string, { name, where }: Move): void {
  const file = openSync(markOf(dataDir), 'w', 0o600)
  writeSync(file, [name, where ?? ''].join('\n'))
  fsyncSync(file)
  closeSync(file)
}

export function forgetMove(dataDir: string): void {
  rmSync(markOf(dataDir), { force: true })
}

/** The move that was begun and not ended; undefined where there is none. */
export function moveBegun(dataDir: string): Move | undefined {
  if (!existsSync(markOf(dataDir))) return undefined
  const [name = '', where] = readFileSync(markOf(dataDir), 'utf8').split('\n')
  return { name, where: where === '' ? undefined : where }
}

/**
 * Raises `StartError` for a store that a move may have copied to a server: of the two, only one may send. To be asked
 * by whoever has it open, since whoever moves it has too.
 */
export function refuseMoving(dataDir: string): void {
  if (moveBegun(dataDir) === undefined) return
  throw new StartError(
    `A move of the store in ${dataDir} to a server was cut off, and everything may stand there already. Run “npm run move” again with the same DATABASE_URL: it finishes the move. To stay with this store instead, drop that database and delete ${markOf(dataDir)}.`,
  )
}
