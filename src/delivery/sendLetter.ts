import { DeliveryError } from '../core/errors.ts'
import type { Letter } from '../core/feature/notice.ts'
import { wasNeverGreeted } from '../process/mail.ts'

/** Errors raised before any of the letter was sent. */
const unsent: ReadonlySet<unknown> = new Set(['ECONNECTION', 'EDNS', 'ECONNREFUSED', 'EAUTH', 'ETLS'])

/** Sends a letter; a failure is raised as a `DeliveryError` that says whether the letter may have arrived. */
export async function sendLetter(post: () => Promise<void>): Promise<void> {
  try {
    await post()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    if (status >= 500) throw new DeliveryError(text, { kind: 'invalid' }, { cause: error })
    const isUnsent = error instanceof Error && 'code' in error && unsent.has(error.code)
    const certain = status >= 400 || isUnsent || wasNeverGreeted(error)
    throw new DeliveryError(text, { kind: certain ? 'retryable' : 'ambiguous' }, { cause: error })
  }
}

/** Posts letters; one that the mail server refuses for good is handed to `refused` and not tried again. */
export function settlingRefused(
  post: (letter: Letter) => Promise<void>,
  refused: (letter: Letter, why: string) => Promise<void>,
): (letter: Letter) => Promise<void> {
  return async (letter) => {
    try {
      await sendLetter(() => post(letter))
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.fault.kind !== 'invalid') throw error
      await refused(letter, error.message)
    }
  }
}
