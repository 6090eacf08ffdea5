import { parseArgs } from 'node:util'

import { StartError } from '../core/errors.ts'

/** The program's command-line options. */
export const usage = `npm start -- [options]

  --as <email>         who is speaking; the sample's secretariat by default
  --now <ISO moment>   the bot's clock stands there
  --json               each answer and each delivery is one line of JSON
  --exec "<command>"   run one command and end: 0 when it was done, 1 when it was refused
  --sample             load the sample Compact into an empty store
  --empty              load no sample: begin with your own directory, with SECRETARIAT set
  --serve              serve HTTP and work the queues without a prompt
  --terminal           open the prompt beside a chat platform
  --stop-within <s>    seconds until a stop cuts off what is still in hand; 25 by default
  --help               this text`

export interface Arguments {
  readonly as: string
  readonly now: Date | undefined
  readonly json: boolean
  readonly exec: string | undefined
  readonly sample: boolean
  readonly empty: boolean
  readonly serve: boolean
  readonly terminal: boolean
  /** In milliseconds from the first signal. */
  readonly stopWithinMs: number
  readonly help: boolean
}

/** Parses the command line. Raises `StartError` for what it cannot read. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        as: { type: 'string', default: 'secretariat@compact.example' },
        now: { type: 'string' },
        json: { type: 'boolean', default: false },
        exec: { type: 'string' },
        sample: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        serve: { type: 'boolean', default: false },
        terminal: { type: 'boolean', default: false },
        'stop-within': { type: 'string', default: '25' },
        help: { type: 'boolean', default: false },
      },
    })
    return {
      ...values,
      now: values.now === undefined ? undefined : readNow(values.now),
      exec: values.exec,
      stopWithinMs: readSeconds(values['stop-within']) * 1_000,
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function readSeconds(text: string): number {
  const seconds = Number(text)
  if (/^\d{1,4}$/.test(text) && seconds > 0) return seconds
  throw new StartError(
    `--stop-within ${text} is not a number of seconds: give one from 1 to 9999, such as 25.`,
  )
}

function readNow(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || !/T/i.test(text) || !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)) {
    throw new StartError(`--now ${text} is not an instant; give one such as 2026-12-12T14:30:00Z.`)
  }
  return at
}
