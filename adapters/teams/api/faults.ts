import { randomInt } from 'node:crypto'

import { DeliveryError, type DeliveryFault } from '../../../src/core/errors.ts'
import { ConnectorError } from './connector.ts'
import { TokenError } from './tokens.ts'

interface Meaning {
  readonly kind: 'gone' | 'forbidden' | 'auth' | 'invalid'
  /** What to do about it. */
  readonly mend: string
}

/** What Teams’ own words mean for a delivery, and how the operator mends it. */
const meanings: Readonly<Record<string, Meaning>> = {
  MessageWritesBlocked: { kind: 'gone', mend: 'the person has blocked the bot; only they can unblock it' },
  ConversationBlockedByUser: {
    kind: 'gone',
    mend: 'the person has blocked the bot; only they can unblock it',
  },
  BotDisabledByUser: {
    kind: 'gone',
    mend: 'the person has switched the bot off; only they can switch it on',
  },
  BotDisabledByAdmin: {
    kind: 'forbidden',
    mend: 'an administrator has switched the app off; it is allowed again in the Teams admin centre',
  },
  BotNotInConversationRoster: {
    kind: 'gone',
    mend: 'the bot is not in the conversation any more; add the app there again',
  },
  ThreadNotFound: { kind: 'gone', mend: 'the conversation is gone; bind another one' },
  BotNotRegistered: {
    kind: 'auth',
    mend: 'the app is not registered as a bot; look at the Azure Bot and at MICROSOFT_APP_ID',
  },
  BotNotInstalled: { kind: 'gone', mend: 'the app is not installed for the person; they have to add it' },
  MessageSizeTooBig: { kind: 'invalid', mend: 'Teams found the message too big' },
  InvalidBotApiHost: { kind: 'auth', mend: 'the service address is not the one of this bot' },
}

/** A chat that Teams does not know any more; the person may have another. */
export class LostConversation extends DeliveryError {}

/** A failed call in our own words; an error that is a `DeliveryError` already stays as it is. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof TokenError) {
    return error.refused
      ? new DeliveryError(
          `${error.message}: set MICROSOFT_APP_PASSWORD to a client secret of the app that is valid today.`,
          { kind: 'auth' },
        )
      : new DeliveryError(error.message, { kind: 'retryable' })
  }
  if (error instanceof ConnectorError) return ofConnector(error)
  return new DeliveryError(error instanceof Error ? error.message : String(error), { kind: 'ambiguous' })
}

/** Teams’ answer says no for good: nothing was done, and another way may be tried. */
export function refused(error: unknown): boolean {
  return (
    error instanceof ConnectorError &&
    error.status >= 400 &&
    error.status < 500 &&
    !own.has(error.status) &&
    !later.has(error.status)
  )
}

/** What is wrong with the token or the message is wrong by every way. */
const own: ReadonlySet<number> = new Set([401, 413])
/** It did nothing and asks for another try: by its documentation so do these beside 429. */
const later: ReadonlySet<number> = new Set([412, 429, 502, 504])
/** It may have done it or not. */
const troubled: ReadonlySet<number> = new Set([0, 408])

function ofConnector({ status, code, retryAfter, unsent }: ConnectorError): DeliveryError {
  if (unsent) return new DeliveryError('Teams could not be reached.', { kind: 'retryable' })
  const said = `Teams said ${status}${code === undefined ? '' : ` ${code}`}`
  // Whoever says when to come back has done nothing.
  if (retryAfter !== undefined)
    return new DeliveryError(`${said}.`, { kind: 'retryable', afterSeconds: retryAfter })
  if (status === 429) return new DeliveryError(`${said}.`, { kind: 'retryable', afterSeconds: jittered() })
  // How long to wait grows with every try then.
  if (later.has(status)) return new DeliveryError(`${said}.`, { kind: 'retryable' })
  if (troubled.has(status) || status >= 500) {
    return new DeliveryError(
      status === 0
        ? 'The connection ended before Teams had answered; whether the message was posted is not known.'
        : `${said}; whether the message was posted is not known.`,
      { kind: 'ambiguous' },
    )
  }
  if (status === 404) return new LostConversation(`${said}: ${lostMend}.`, { kind: 'gone' })
  const meaning = meanings[code ?? '']
  if (meaning) return new DeliveryError(`${said}: ${meaning.mend}.`, { kind: meaning.kind })
  return new DeliveryError(`${said}${byStatus[status]?.mend ?? ''}.`, kindOf(status))
}

const lostMend = 'the conversation is gone; add the app there again, and bind it again where it was a room'

const byStatus: Readonly<Record<number, Meaning>> = {
  401: { kind: 'auth', mend: ': the token is not taken; look at MICROSOFT_APP_ID and the Azure Bot' },
  403: {
    kind: 'forbidden',
    mend: ': the bot may not write there; add the app to the team or the person’s apps',
  },
}

function kindOf(status: number): DeliveryFault {
  return { kind: byStatus[status]?.kind ?? 'invalid' }
}

/** Half a minute and some more, so that those who were turned away together do not come back together. */
function jittered(): number {
  return randomInt(30, 41)
}
