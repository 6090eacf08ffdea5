import { CallError } from '../../../src/chat/delivery/failure.ts'
import { DeliveryError, type DeliveryFault } from '../../../src/core/errors.ts'
import { ownValue } from '../../../src/core/json.ts'
import { errorCodes } from './codes.ts'

/** Discord’s error numbers that a delivery can end with, and how the operator mends it. */
const meanings: Readonly<
  Record<string | number, { readonly kind: 'gone' | 'forbidden'; readonly mend: string }>
> = {
  [errorCodes.unknownChannel]: { kind: 'gone', mend: 'the channel is gone; bind another one' },
  [errorCodes.unknownGuild]: {
    kind: 'gone',
    mend: 'the bot is no longer in that server; invite it again and bind the channel again',
  },
  [errorCodes.unknownUser]: { kind: 'gone', mend: 'the account no longer exists' },
  [errorCodes.invalidRecipient]: { kind: 'gone', mend: 'the account no longer exists' },
  [errorCodes.cannotMessage]: {
    kind: 'forbidden',
    mend: 'the person’s direct messages are closed to the bot; they open them in the privacy settings of the server, and type /profile show there',
  },
  [errorCodes.noCommonGuild]: {
    kind: 'gone',
    mend: 'the person no longer shares a server with the bot',
  },
  [errorCodes.missingAccess]: {
    kind: 'forbidden',
    mend: 'the bot does not see the channel; let it see it under “Permissions” of the channel (View Channel)',
  },
  [errorCodes.missingPermissions]: {
    kind: 'forbidden',
    mend: 'the bot may not write there; give it Send Messages, Embed Links and Attach Files in the channel, and Send Messages in Threads for a thread',
  },
  [errorCodes.threadArchived]: { kind: 'forbidden', mend: 'the thread is archived; open it again' },
  [errorCodes.threadLocked]: {
    kind: 'forbidden',
    mend: 'the thread is locked; unlock it, or bind its channel',
  },
}

const byStatus: Readonly<
  Record<number, { readonly kind: 'auth' | 'forbidden' | 'gone'; readonly mend: string }>
> = {
  401: {
    kind: 'auth',
    mend: 'the token is not accepted; set DISCORD_TOKEN to the one under “Bot” in the Developer Portal',
  },
  403: { kind: 'forbidden', mend: 'the bot may not do that there' },
  404: { kind: 'gone', mend: 'it is no longer there' },
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
  const meaning = ownValue(meanings, String(code ?? 0)) ?? byStatus[status]
  if (meaning) return new DeliveryError(`${describe(error)}: ${meaning.mend}.`, { kind: meaning.kind })
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
