import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** How many typed lines are kept. */
export const historySize = 500

/** The lines kept in a file, newest first, as readline wants them; none when it cannot be read. */
export function readHistory(file: string | undefined): string[] {
  if (file === undefined || !existsSync(file)) return []
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .slice(-historySize)
      .reverse()
  } catch {
    return []
  }
}

/** Keeps lines, given newest first; where the file cannot be written, none is kept. */
export function keepHistory(file: string | undefined, newestFirst: readonly string[]): void {
  if (file === undefined) return
  const lines = newestFirst.filter(mayBeKept).slice(0, historySize).reverse()
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 })
    chmodSync(file, 0o600)
  } catch {
    // The prompt works without a history.
  }
}

/** A line with a one-time code is not kept. */
export function mayBeKept(line: string): boolean {
  return line.trim() !== '' && !/code\s*:/i.test(line) && !line.includes('\n')
}
