import { newFault } from '../../core/errors.ts'
import type { Answer } from '../../core/invocation.ts'
import type { Log } from '../../core/log.ts'
import { message } from '../../core/message.ts'

type Told = Parameters<typeof newFault>[0]

/** Logs a fault of ours with a new reference; the sentence tells its reader that reference. */
export function logFault(log: Log, error: unknown, what: string, told: Told = {}): string {
  const { reference, sentence } = newFault(told)
  log.error({ err: error, reference }, what)
  return sentence
}

/** The same as the answer to whoever caused it. */
export function faultAnswer(log: Log, error: unknown, what: string, told: Told = {}): Answer {
  return { outcome: 'failed', audience: 'caller', message: message(logFault(log, error, what, told)) }
}
