import { pino } from 'pino'

export type Log = pino.Logger

/** Log lines as JSON on standard error, without members' texts, e-mail addresses and secrets. */
export function createLog(level: string, to?: { write(line: string): void }): Log {
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
      serializers: { err: errorForLog },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  )
}

/**
 * Only what identifies an error: a driver's `detail` holds the row, a mailer's error the address. Some libraries hand an
 * error on as a plain copy.
 */
function errorForLog(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { message: masked(String(error)) }
  }
  const named = Object.entries(error).filter(([key]) => told.has(key))
  return {
    ...(error instanceof Error ? { type: error.name } : {}),
    message: masked(String(error.message)),
    stack: masked('stack' in error ? String(error.stack ?? '') : ''),
    ...Object.fromEntries(named),
  }
}

const told: ReadonlySet<string> = new Set([
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
  return text.replace(/[^\s@<>"'(]+@[^\s@<>"')]+/g, '[address]')
}
