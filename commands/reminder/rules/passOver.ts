import { enterNotices } from '../../../db/ledger/enterNotices.ts'
import { noticeKeysOf } from '../../../db/ledger/settings/noticeKeys.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { whyUnsent } from '../../../src/core/feature/whyUnsent.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'

/** More than a rule owes at once. */
const most = 20_000

interface Asked {
  readonly moments: readonly Lead[]
  readonly now: Date
  /** Whose own moments they are; everybody’s where nobody is named. */
  readonly personId?: number
}

/**
 * Where a rule has just come to other moments: whoever was told of something by the former ones is not told again at
 * once because one of the new ones has passed. Whoever was told nothing is.
 */
export async function passOver(trx: Trx, rule: Rule<Trx>, { moments, now, personId }: Asked): Promise<void> {
  for (const { due } of rule.audience) {
    const all = await due(trx, { now, moments, limit: most })
    const owed = personId === undefined ? all : all.filter((one) => one.personId === personId)
    const texts = await noticeKeysOf(
      trx,
      rule.key,
      owed.map(({ subject }) => subject),
    )
    const told = new Set(texts.map(withoutLead))
    const again = owed.filter(({ key }) => told.has(withoutLead(key)))
    await enterNotices(
      trx,
      again.map((one) => ({
        ...{ key: one.key, rule: rule.key, kind: 'reminder', subject: one.subject },
        ...(one.personId === undefined ? {} : { personId: one.personId }),
        ...(one.room ? { room: one.room } : {}),
        message: withReason(rule.text(one, now), rule.why(one), one.room !== undefined),
        whyUnsent: whyUnsent.passed,
      })),
      now,
    )
  }
}

/** What a key names, by whichever lead: `meeting:12:0:7d:5` and `meeting:12:0:1d@1000:5` are the same. */
function withoutLead(key: string): string {
  return key
    .split(':')
    .filter((part) => !/^-?\d+[dm](?:@\d{4})?$/.test(part))
    .join(':')
}
