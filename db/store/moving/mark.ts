import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

import { StartError } from '../../../src/core/errors.ts'

/** A file beside an embedded store while it is moved to a server; it holds what that move is called there. */
function markOf(dataDir: string): string {
  return `${dataDir}.moving`
}

/** Notes on the disk that a store is being moved. */
export function noteMove(dataDir: string, move: string): void {
  const file = openSync(markOf(dataDir), 'w', 0o600)
  writeSync(file, move)
  fsyncSync(file)
  closeSync(file)
}

export function forgetMove(dataDir: string): void {
  rmSync(markOf(dataDir), { force: true })
}

/** What the move is called that was begun and not ended; undefined where there is none. */
export function moveBegun(dataDir: string): string | undefined {
  return existsSync(markOf(dataDir)) ? readFileSync(markOf(dataDir), 'utf8') : undefined
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
