import { pino } from 'pino'

import { afterThisTurn } from '../core/clock.ts'
import { placesInSources } from './joined/placesInSources.ts'

export type Log = pino.Logger

interface Destination {
  write(line: string): void
}

/** Log lines as JSON on standard error, without members' texts, e-mail addresses and secrets. */
export function createLog(level: string, to?: Destination): Log {
  const inSources = placesInSources()
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'text',
          'email',
          'token',
          'authorization',
          'password',
          '*.text',
          '*.email',
          '*.token',
          '*.authorization',
          '*.password',
        ],
        censor: '[taken out]',
      },
      serializers: { err: (error: unknown) => errorForLog(error, inSources) },
    },
    to ?? writingByTurn(pino.destination({ dest: 2, sync: true })),
  )
}

/** From here on a line is written before anything else happens. */
const urgent = pino.levels.values['warn'] ?? 0

/**
 * Writes the lines of one turn of the event loop at its end and together, since a write costs as much as the answer
 * that it tells of; those that warn, and all before them, at once. What the process ends with is written as well.
 */
export function writingByTurn(to: Destination): Destination & { lastLevel: number } {
  let held = ''
  function flush(): void {
    const lines = held
    held = ''
    if (lines !== '') to.write(lines)
  }
  process.on('exit', flush)
  return {
    // Reports each line's level before the line is written.
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    write(line) {
      if (held === '') afterThisTurn(flush)
      held += line
      if (this.lastLevel >= urgent) flush()
    },
  } as Destination & { lastLevel: number }
}

/**
 * Only what identifies an error: a driver's `detail` holds the row, a mailer's error the address. Some libraries hand an
 * error on as a plain copy.
 */
function errorForLog(error: unknown, inSources: (stack: string) => string): Record<string, unknown> {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { message: masked(String(error)) }
  }
  const named = Object.entries(error).filter(([key]) => loggedFields.has(key))
  return {
    ...(error instanceof Error ? { type: error.name } : {}),
    message: masked(String(error.message)),
    stack: masked('stack' in error ? inSources(String(error.stack ?? '')) : ''),
    ...Object.fromEntries(named),
  }
}

const loggedFields: ReadonlySet<string> = new Set([
  'code',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'syscall',
  'responseCode',
])

function masked(text: string): string {
  return text.replace(/(?<![^\s@<>"'()])[^\s@<>"'()]+@[^\s@<>"'()]+/g, '[address]')
}
