import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { silentPeople } from '../../../db/newsletter/calls/silent.ts'
import { keysOf } from '../../../src/core/feature/rule.ts'
import type { Block } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { reachedByRule } from '../../records/reachedByRule.ts'
import { firstCalls, type UpdateCall } from './due.ts'
import { newsletterCall } from './rules.ts'

/** Those whom the first call for an issue is still to reach, one for each entity. */
export async function stillUncalled(
  { db, now }: Pick<Context, 'db' | 'now'>,
  newsletterId: number,
): Promise<readonly UpdateCall[]> {
  const silent = (await silentPeople(db, now)).filter((one) => one.newsletterId === newsletterId)
  const calls = firstCalls(newsletterCall.key, silent)
  const said = await recordedKeys(db, keysOf(calls))
  return calls.filter(({ key }) => !said.has(key))
}

/** Whom the calls go to, and when each reaches its reader. */
export function callsShown(
  context: Pick<Context, 'db' | 'now'>,
  calls: readonly UpdateCall[],
): Promise<readonly Block[]> {
  const [first] = calls
  const at = first && first.beginsAt > context.now ? first.beginsAt : context.now
  return reachedByRule(context, calls, { at, rule: () => newsletterCall })
}
