import { randomInt } from 'node:crypto'

import { CallError } from '../../../src/chat/delivery/failure.ts'
import { knownRefusal, type Remedies } from '../../../src/chat/delivery/knownRefusals.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { TokenError } from './tokens.ts'

/** Teams’ error words that a delivery can end with, and what the operator does about it. */
const remedies: Remedies = {
  gone: {
    MessageWritesBlocked: 'the person has blocked the bot; only they can unblock it',
    ConversationBlockedByUser: 'the person has blocked the bot; only they can unblock it',
    BotDisabledByUser: 'the person has switched the bot off; only they can switch it on',
    BotNotInConversationRoster: 'the bot is no longer in the conversation; add the app there again',
    ThreadNotFound: 'the conversation is gone; bind another one',
    BotNotInstalled: 'the person has not installed the app; they have to add it',
  },
  forbidden: {
    BotDisabledByAdmin:
      'an administrator has switched the app off; it is allowed again in the Teams admin centre',
  },
  auth: {
    BotNotRegistered: 'the app is not registered as a bot; check the Azure Bot and MICROSOFT_APP_ID',
    InvalidBotApiHost: 'the service address belongs to another bot',
  },
  invalid: {
    MessageSizeTooBig: 'Teams found the message too big',
  },
}

/** Teams no longer knows the chat; the person may have another one. */
export class LostConversation extends DeliveryError {}

/** Turns a failed call into a `DeliveryError`; one that already is one stays as it is. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof TokenError) {
    return error.refused
      ? new DeliveryError(
          `${error.message}: set MICROSOFT_APP_PASSWORD to a client secret of the app that has not expired.`,
          { kind: 'auth' },
        )
      : new DeliveryError(error.message, { kind: 'retryable' })
  }
  if (error instanceof CallError) return ofConnector(error)
  return new DeliveryError(error instanceof Error ? error.message : String(error), { kind: 'ambiguous' })
}

/** Whether Teams refused for good: the call was not carried out, and another way may be tried. */
export function refused(error: unknown): boolean {
  return (
    error instanceof CallError &&
    error.status >= 400 &&
    error.status < 500 &&
    !everyWay.has(error.status) &&
    !passing.has(error.status)
  )
}

/** Faults of the token or of the message, which meet every other way too. */
const everyWay: ReadonlySet<number> = new Set([401, 413])
/** Teams has not carried the call out and asks for another try; its documentation names these beside 429. */
const passing: ReadonlySet<number> = new Set([412, 429, 502, 504])
/** Teams may have carried the call out or not. */
const troubled: ReadonlySet<number> = new Set([0, 408])

function ofConnector({ status, code, retryAfter, unsent }: CallError): DeliveryError {
  if (unsent) return new DeliveryError('Teams could not be reached.', { kind: 'retryable' })
  const text = `Teams said ${status}${code === undefined ? '' : ` ${code}`}`
  // An answer that says when to come back was not carried out.
  if (retryAfter !== undefined)
    return new DeliveryError(`${text}.`, { kind: 'retryable', afterSeconds: retryAfter })
  if (status === 429) return new DeliveryError(`${text}.`, { kind: 'retryable', afterSeconds: jittered() })
  // The queue waits longer with every try.
  if (passing.has(status)) return new DeliveryError(`${text}.`, { kind: 'retryable' })
  if (troubled.has(status) || status >= 500) {
    return new DeliveryError(
      status === 0
        ? 'The connection ended before Teams answered; it is not known whether the message was posted.'
        : `${text}; it is not known whether the message was posted.`,
      { kind: 'ambiguous' },
    )
  }
  if (status === 404) return new LostConversation(`${text}: ${lostMend}.`, { kind: 'gone' })
  const known = knownRefusal(remedies, code) ?? knownRefusal(byStatus, status)
  if (known) return new DeliveryError(`${text}: ${known.remedy}.`, { kind: known.kind })
  return new DeliveryError(`${text}.`, { kind: 'invalid' })
}

const lostMend = 'the conversation is gone; add the app there again, and bind it again if it was a room'

const byStatus: Remedies = {
  forbidden: { 403: 'the bot may not write there; add the app to the team or the person’s apps' },
  auth: { 401: 'the token is not accepted; check MICROSOFT_APP_ID and the Azure Bot' },
}

/** Half a minute and a bit, so that calls rejected together do not come back together. */
function jittered(): number {
  return randomInt(30, 41)
}
