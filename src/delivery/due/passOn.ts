import { attentionOf } from '../../../db/ledger/settings/attention.ts'
import { endUnsent, handOn, type WaitedNotice } from '../../../db/ledger/waiting/waitedNotices.ts'
import type { Trx } from '../../../db/store/db.ts'
import { quietFor } from '../../core/feature/arrivalTime.ts'
import type { Rule } from '../../core/feature/rule.ts'
import { whyUnsent } from '../../core/feature/whyUnsent.ts'

/**
 * Gives what waited for somebody who has nothing to do with it any more to whoever has by now, from their next morning
 * on; returns the others.
 */
export async function passOn(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  notices: readonly WaitedNotice[],
  now: Date,
): Promise<readonly WaitedNotice[]> {
  const passed = new Set<WaitedNotice>()
  for (const rule of rules) {
    const own = notices.filter((notice) => notice.rule === rule.key)
    if (own.length === 0 || !rule.heirs) continue
    const heirs = await rule.heirs(trx, own, now)
    const known = await attentionOf(trx, rule.key, [...new Set(heirs.values())], now)
    for (const notice of own) {
      const heir = known.find(({ personId }) => personId === heirs.get(notice.key))
      if (!heir) continue
      passed.add(notice)
      const until = quietFor(rule, heir, now)?.until ?? now
      const handed =
        !heir.left &&
        (await handOn(trx, { id: notice.id, personId: heir.personId, body: notice.body, until }))
      if (!handed) await endUnsent(trx, [notice.id], heir.left ? whyUnsent.left : whyUnsent.saidOnce, now)
    }
  }
  return notices.filter((notice) => !passed.has(notice))
}
