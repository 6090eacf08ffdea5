import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { ruleSettings } from '../../../db/ledger/settings/ruleSettings.ts'
import { silentPeople } from '../../../db/newsletter/calls/silent.ts'
import type { Trx } from '../../../db/store/db.ts'
import { keysOf, type Rule } from '../../../src/core/feature/rule.ts'
import type { Block } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { reachedByRule } from '../../records/reachedByRule.ts'
import { callReminders, dueNow, firstCalls, lastCalls, type UpdateCall } from './due.ts'
import { newsletterCall, newsletterLastCall, newsletterReminder } from './rules.ts'

/** Those who are about to be called for an issue, as it stands: the first call of each entity, and reminders due by now. */
export async function callsToCome(
  { db, now }: Pick<Context, 'db' | 'now'>,
  newsletterId: number,
): Promise<readonly UpdateCall[]> {
  const silent = (await silentPeople(db, now)).filter((one) => one.newsletterId === newsletterId)
  const set = await ruleSettings(db)
  const momentsOf = ({ key, moments }: Pick<Rule<Trx>, 'key' | 'moments'>) => {
    const { enabled = true, moments: own = null } = set.get(key) ?? {}
    return enabled ? (own ?? moments) : []
  }
  const [call, reminder, last] = [newsletterCall.key, newsletterReminder.key, newsletterLastCall.key]
  const calls = [
    ...(momentsOf(newsletterCall).length > 0 ? firstCalls(call, silent) : []),
    ...dueNow(await callReminders(db, reminder, silent, momentsOf(newsletterReminder)), now),
    ...dueNow(await lastCalls(db, last, silent, momentsOf(newsletterLastCall)), now),
  ]
  const said = await recordedKeys(db, keysOf(calls))
  return calls.filter(({ key }) => !said.has(key))
}

/** Whom calls go to, and when each reaches its reader. */
export function callsShown(
  context: Pick<Context, 'db' | 'now'>,
  calls: readonly UpdateCall[],
): Promise<readonly Block[]> {
  const [first] = calls
  const at = first && first.beginsAt > context.now ? first.beginsAt : context.now
  return reachedByRule(context, calls, { at, rule: () => newsletterCall })
}
