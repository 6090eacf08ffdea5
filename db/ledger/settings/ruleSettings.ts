import type { Lead } from '../../../src/core/feature/lead.ts'
import type { RuleSettings } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What the secretariat set of a rule; `moments` null leaves the rule's own. */
export type RuleSetting = Readonly<Pick<RuleSettings, 'rule' | 'enabled' | 'moments'>>

/** Every rule that was ever set, by its key. */
export async function ruleSettings(db: Db): Promise<ReadonlyMap<string, RuleSetting>> {
  const rows = await all(db, {})
  return new Map(rows.map((row) => [row.rule, row]))
}

const all = statement((db) => db.selectFrom('ruleSettings').select(['rule', 'enabled', 'moments']))

export async function setRule(
  trx: Trx,
  { rule, enabled, moments }: RuleSetting,
  setBy: number,
  now: Date,
): Promise<void> {
  await set(trx, {
    rule,
    enabled,
    moments: moments === null ? null : JSON.stringify(moments satisfies readonly Lead[]),
    setBy,
    now,
  })
}

interface Written {
  readonly rule: string
  readonly enabled: boolean
  readonly moments: string | null
  readonly setBy: number
  readonly now: Date
}

const set = statement((db, given: Params<Written>) =>
  db
    .insertInto('ruleSettings')
    .values({
      rule: given.rule,
      enabled: given.enabled,
      moments: given.moments,
      setBy: given.setBy,
      setAt: given.now,
    })
    .onConflict((conflict) =>
      conflict.column('rule').doUpdateSet(({ ref }) => ({
        enabled: ref('excluded.enabled'),
        moments: ref('excluded.moments'),
        setBy: ref('excluded.setBy'),
        setAt: ref('excluded.setAt'),
      })),
    ),
)
