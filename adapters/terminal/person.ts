import { lookedUp, type Sought } from '../../src/chat/forms/lookups.ts'
import type { Host } from '../../src/core/adapter.ts'
import type { Choice } from '../../src/core/errors.ts'
import type { Answer, Input } from '../../src/core/invocation.ts'
import { localFile } from './files/localFile.ts'

const where = { platform: 'terminal', tenant: 'local' } as const

/** Asks the bot for somebody who is known by their e-mail address, which nobody doubts at the terminal. */
export function askAs(host: Pick<Host, 'dispatch'>, email: string, input: Input): Promise<Answer> {
  const place = { ...where, channel: email, private: true }
  return host.dispatch({
    ...{ caller: { ...where, account: email }, vouchedEmail: email },
    ...{ place, input, openFile: localFile },
  })
}

/** The values that an option most likely gets from somebody who has typed the beginning, best first. */
export function suggestTo(
  host: Pick<Host, 'suggest'>,
  email: string,
  option: Sought,
  beginning: { readonly typed: string; readonly limit: number },
): Promise<readonly Choice[]> {
  return host.suggest({
    ...{ caller: { ...where, account: email }, vouchedEmail: email, ...beginning },
    ...lookedUp(option),
  })
}
