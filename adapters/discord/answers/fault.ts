import { newFault } from '../../../src/core/fault.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { message } from '../../../src/core/message.ts'
import type { AdapterContext } from '../context.ts'

/** What somebody is told of a fault of ours, with the reference under which it stands in the log. */
export function faulted({ log }: Pick<AdapterContext, 'log'>, error: unknown, what: string): Answer {
  const { reference, sentence } = newFault()
  log.error({ err: error, reference }, what)
  return { outcome: 'failed', audience: 'caller', message: message(sentence) }
}
