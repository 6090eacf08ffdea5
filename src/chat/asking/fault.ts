import { newFault } from '../../core/errors.ts'
import type { Answer } from '../../core/invocation.ts'
import type { Log } from '../../core/log.ts'
import { message } from '../../core/message.ts'

type FaultDetails = Parameters<typeof newFault>[0]

/** Logs a fault of ours under a new reference, and returns a sentence for the user with that reference. */
export function logFault(log: Log, error: unknown, what: string, told: FaultDetails = {}): string {
  const { reference, sentence } = newFault(told)
  log.error({ err: error, reference }, what)
  return sentence
}

/** The same as an answer to the caller. */
export function faultAnswer(log: Log, error: unknown, what: string, told: FaultDetails = {}): Answer {
  return { outcome: 'failed', audience: 'caller', message: message(logFault(log, error, what, told)) }
}
