import type { Account } from '../../core/address.ts'
import type { Invocation } from '../../core/invocation.ts'
import type { Log } from '../../core/log.ts'
import { logFault } from '../asking/fault.ts'

/** Somebody whom the bot answers. */
export interface AdmittedUser {
  readonly account: Account
  /** What every invocation of theirs says about them. */
  readonly speaks: Pick<Invocation, 'caller' | 'place' | 'vouchedEmail' | 'profile'>
}

/** `in` with what the platform knows about the user; `out` with the one sentence to answer, and how to reply. */
export type Admitted<G extends AdmittedUser, Way extends object = object> =
  | { readonly kind: 'in'; readonly user: G }
  | RefusedAdmission<Way>

export type RefusedAdmission<Way extends object = object> = Way & {
  readonly kind: 'out'
  readonly why: string
  /** Nothing could be recorded, so the platform may repeat the event. */
  readonly unrecorded?: true
}

/** Decides whether to answer somebody. Never throws: if that fails, they are told a reference by `way`. */
export async function admitOr<G extends AdmittedUser, Way extends object>(
  log: Log,
  way: Way,
  look: () => Promise<Admitted<G, Way>>,
): Promise<Admitted<G, Way>> {
  try {
    return await look()
  } catch (error) {
    const why = logFault(log, error, 'failed to identify the user', { untouched: true })
    return { ...way, kind: 'out', why, unrecorded: true }
  }
}
