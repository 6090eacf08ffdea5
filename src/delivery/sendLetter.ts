import { DeliveryError } from '../core/errors.ts'

/** Errors raised before any of the letter was sent. */
const unsent: ReadonlySet<unknown> = new Set(['ECONNECTION', 'EDNS', 'ECONNREFUSED', 'EAUTH', 'ETLS'])

/** Sends a letter; a failure is raised as a `DeliveryError` that says whether the letter may have arrived. */
export async function sendLetter(post: () => Promise<void>): Promise<void> {
  try {
    await post()
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    if (status >= 500) throw new DeliveryError(said, { kind: 'invalid' }, { cause: error })
    const certain = status >= 400 || (error instanceof Error && 'code' in error && unsent.has(error.code))
    throw new DeliveryError(said, { kind: certain ? 'retryable' : 'ambiguous' }, { cause: error })
  }
}
