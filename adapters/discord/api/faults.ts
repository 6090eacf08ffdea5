import { CallError } from '../../../src/chat/delivery/failure.ts'
import { knownRefusal, type Remedies } from '../../../src/chat/delivery/knownRefusals.ts'
import { DeliveryError, type DeliveryFault } from '../../../src/core/errors.ts'
import { errorCodes } from './codes.ts'

/** Discord’s error numbers that a delivery can end with, and what the operator does about it. */
const remedies: Remedies = {
  gone: {
    [errorCodes.unknownChannel]: 'the channel is gone; bind another one',
    [errorCodes.unknownGuild]:
      'the bot is no longer in that server; invite it again and bind the channel again',
    [errorCodes.unknownUser]: 'the account no longer exists',
    [errorCodes.invalidRecipient]: 'the account no longer exists',
    [errorCodes.noCommonGuild]: 'the person no longer shares a server with the bot',
  },
  forbidden: {
    [errorCodes.cannotMessage]:
      'the person’s direct messages are closed to the bot; they open them in the privacy settings of the server, and type /profile show there',
    [errorCodes.missingAccess]:
      'the bot does not see the channel; let it see it under “Permissions” of the channel (View Channel)',
    [errorCodes.missingPermissions]:
      'the bot may not write there; give it Send Messages, Embed Links and Attach Files in the channel, and Send Messages in Threads for a thread',
    [errorCodes.threadArchived]: 'the thread is archived; open it again',
    [errorCodes.threadLocked]: 'the thread is locked; unlock it, or bind its channel',
  },
}

const byStatus: Remedies = {
  gone: {
    404: 'it is no longer there',
  },
  forbidden: {
    403: 'the bot may not do that there',
  },
  auth: {
    401: 'the token is not accepted; set DISCORD_TOKEN to the one under “Bot” in the Developer Portal',
  },
}

/** Turns a failed call into a `DeliveryError`; one that already is one stays as it is. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (!(error instanceof CallError)) {
    return new DeliveryError(error instanceof Error ? error.message : String(error), { kind: 'ambiguous' })
  }
  const { status, code, retryAfter, unsent, message } = error
  // The bot or its SDK held back what Discord would refuse.
  if (unsent && retryAfter !== undefined) {
    return new DeliveryError(message, { kind: 'paced', afterSeconds: Math.max(1, Math.ceil(retryAfter)) })
  }
  if (unsent) return new DeliveryError('Discord could not be reached.', { kind: 'retryable' })
  if (status === 429) {
    return new DeliveryError(message, {
      kind: 'retryable',
      afterSeconds: Math.max(1, Math.ceil(retryAfter ?? 1)),
    })
  }
  const known = knownRefusal(remedies, code) ?? knownRefusal(byStatus, status)
  if (known) return new DeliveryError(`${describe(error)}: ${known.remedy}.`, { kind: known.kind })
  if (status === 0 || status >= 500) return new DeliveryError(message, { kind: 'ambiguous' })
  return new DeliveryError(message, invalid)
}

const invalid: DeliveryFault = { kind: 'invalid' }

function describe({ status, code }: CallError): string {
  return `Discord said ${status}${code === undefined ? '' : ` (${code})`}`
}

/** Whether a call failed with one of these numbers of Discord’s. */
export function failedWithCode(error: unknown, ...codes: readonly (string | number)[]): boolean {
  return error instanceof CallError && error.code !== undefined && codes.includes(error.code)
}
