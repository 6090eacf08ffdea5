import { randomBytes } from 'node:crypto'

import type { Answer } from '../../src/core/invocation.ts'
import { message } from '../../src/core/message.ts'
import type { Desk } from './desk.ts'

/** What somebody is told of a fault of ours, with the reference under which it stands in the log. */
export function faulted({ log }: Pick<Desk, 'log'>, error: unknown, what: string): Answer {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ err: error, reference }, what)
  return {
    outcome: 'failed',
    audience: 'caller',
    message: message(
      `Something went wrong on our side. Please try again; if it happens again, tell the secretariat the reference ${reference}.`,
    ),
  }
}
