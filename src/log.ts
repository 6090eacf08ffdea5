import { pino } from 'pino'

export type Log = pino.Logger

/** Log lines as JSON on standard error; what a member wrote, e-mail addresses and secrets are taken out. */
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
          'err.parameters',
        ],
        censor: '[taken out]',
      },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  )
}
