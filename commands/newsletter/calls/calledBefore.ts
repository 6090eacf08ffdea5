import { type AskedBefore, askedBefore } from '../../../db/ledger/askedBefore.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { UpdateCall } from './due.ts'
import { entityOf } from './stillToCall.ts'

/** How far back an issue may have been opened. */
const days = 120

/** A call with who of its entity was called before by other rules, in order of time. */
export type LateCall = UpdateCall & { readonly askedBefore: readonly AskedBefore[] }

export async function withCalledBefore(
  trx: Trx,
  rules: readonly string[],
  calls: readonly UpdateCall[],
  now: Date,
): Promise<readonly LateCall[]> {
  const since = new Date(now.getTime() - days * 86_400_000)
  const subjects = calls.map(({ subject }) => subject)
  const earlier: AskedBefore[] = []
  for (const rule of rules) earlier.push(...(await askedBefore(trx, rule, subjects, since)))
  const ofEntity = Map.groupBy(
    earlier.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    ({ key }) => entityOf(key),
  )
  return calls.map((call) => ({ ...call, askedBefore: ofEntity.get(entityOf(call.key)) ?? [] }))
}
