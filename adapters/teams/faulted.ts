import { randomBytes } from 'node:crypto'

import type { Desk } from './desk.ts'

/** What somebody is told of a fault of ours, with the reference under which it stands in the log. */
export function faulted(
  { log }: Pick<Desk, 'log'>,
  error: unknown,
  what: string,
  {
    untouched = false,
    retry = 'Please try again',
  }: { readonly untouched?: boolean; readonly retry?: string } = {},
): string {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ err: error, reference }, what)
  const far = untouched ? ', and nothing was changed' : ''
  return `Something went wrong on our side${far}. ${retry}; if it happens again, tell the secretariat the reference ${reference}.`
}
