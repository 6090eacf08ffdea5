import { type AskedBefore, askedBefore } from '../../../db/ledger/askedBefore.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Firing } from '../../../src/core/feature/rule.ts'
import { type Block, block, moment, rich } from '../../../src/core/message.ts'

/** How far back earlier reminders are listed. */
const days = 120
/** Longer lists are hard to read: the latest stay. */
const most = 8

/** Adds to firings whom their rule has asked before. */
export async function withAskedBefore<F extends Firing>(
  trx: Trx,
  rule: string,
  firings: readonly F[],
  now: Date,
): Promise<readonly (F & { readonly askedBefore: readonly AskedBefore[] })[]> {
  const since = new Date(now.getTime() - days * 86_400_000)
  const subjects = firings.map(({ subject }) => subject)
  const earlier = Map.groupBy(await askedBefore(trx, rule, subjects, since), ({ subject }) => subject)
  return firings.map((firing) => ({ ...firing, askedBefore: earlier.get(firing.subject) ?? [] }))
}

/** Who was asked before and on which day of theirs, one line each; undefined where nobody was. */
export function askedBeforeList(askedBefore: readonly AskedBefore[]): Block | undefined {
  if (askedBefore.length === 0) return undefined
  return block.list(
    askedBefore
      .slice(-most)
      .map(({ name, at, zone }) => rich`Asked before: ${name}, ${moment(at, zone, 'day')}`),
  )
}
