import { newFault } from '../../../src/core/fault.ts'
import type { AdapterContext } from '../context.ts'

/** What somebody is told of a fault of ours, with the reference under which it stands in the log. */
export function faulted(
  { log }: Pick<AdapterContext, 'log'>,
  error: unknown,
  what: string,
  how: Parameters<typeof newFault>[0] = {},
): string {
  const { reference, sentence } = newFault(how)
  log.error({ err: error, reference }, what)
  return sentence
}
