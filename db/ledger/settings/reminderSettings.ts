import { sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import type { ReminderSettings } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** How a person wants to be reminded; null leaves what the house does. Minutes are after midnight in their zone. */
export type Settings = Readonly<
  Pick<ReminderSettings, 'leads' | 'quietFrom' | 'quietTo' | 'digestAt' | 'via' | 'weekly'>
>

const none: Settings = {
  leads: null,
  quietFrom: null,
  quietTo: null,
  digestAt: null,
  via: null,
  weekly: null,
}

/** A person's settings; all null for who never set any. */
export async function settingsOf(db: Db, personId: number): Promise<Settings> {
  const [row] = await read(db, { personId })
  return row ?? none
}

const read = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('reminderSettings')
    .select(['leads', 'quietFrom', 'quietTo', 'digestAt', 'via', 'weekly'])
    .where('personId', '=', given.personId),
)

export async function saveSettings(trx: Trx, personId: number, settings: Settings, now: Date): Promise<void> {
  const { leads } = settings
  await write(trx, {
    ...settings,
    personId,
    leads: leads === null ? null : JSON.stringify(leads),
    leadDays: longest(leads ?? []),
    now,
  })
}

/** In days, rounded up. */
function longest(leads: readonly Lead[]): number {
  return Math.max(0, ...leads.map(({ days, minutes }) => days + Math.ceil(minutes / 1440)))
}

type Written = Omit<Settings, 'leads'> & {
  readonly leads: string | null
  readonly personId: number
  readonly leadDays: number
  readonly now: Date
}

const write = statement((db, given: Params<Written>) => {
  const values = {
    leads: given.leads,
    leadDays: given.leadDays,
    quietFrom: given.quietFrom,
    quietTo: given.quietTo,
    digestAt: given.digestAt,
    via: given.via,
    weekly: given.weekly,
    setAt: given.now,
  }
  return db
    .insertInto('reminderSettings')
    .values({ personId: given.personId, ...values })
    .onConflict((conflict) =>
      conflict.column('personId').doUpdateSet(({ ref }) => ({
        leads: ref('excluded.leads'),
        leadDays: ref('excluded.leadDays'),
        quietFrom: ref('excluded.quietFrom'),
        quietTo: ref('excluded.quietTo'),
        digestAt: ref('excluded.digestAt'),
        via: ref('excluded.via'),
        weekly: ref('excluded.weekly'),
        setAt: ref('excluded.setAt'),
      })),
    )
})

/** The platforms on which a person has an account that can be reached, the one linked last first. */
export async function platformsOf(db: Db, personId: number): Promise<readonly string[]> {
  const rows = await platforms(db, { personId })
  return rows.map(({ platform }) => platform)
}

const platforms = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('identities')
    .select('platform')
    .where('personId', '=', given.personId)
    .where('fault', 'is', null)
    .groupBy('platform')
    .orderBy(({ fn }) => fn.max('linkedAt'), 'desc'),
)

/** Leaves a rule for a person; false when they had left it already. */
export async function unsubscribe(trx: Trx, personId: number, rule: string, now: Date): Promise<boolean> {
  return (await leave(trx, { personId, rule, now })).length > 0
}

const leave = statement((db, given: Params<{ personId: number; rule: string; now: Date }>) =>
  db
    .insertInto('unsubscribed')
    .values({ personId: given.personId, rule: given.rule, at: given.now })
    .onConflict((conflict) => conflict.columns(['personId', 'rule']).doNothing())
    .returning('rule'),
)

/** Follows a rule again; false when the person had not left it. */
export async function subscribe(trx: Trx, personId: number, rule: string): Promise<boolean> {
  return (await join(trx, { personId, rule })).length > 0
}

const join = statement((db, given: Params<{ personId: number; rule: string }>) =>
  db
    .deleteFrom('unsubscribed')
    .where('personId', '=', given.personId)
    .where('rule', '=', given.rule)
    .returning('rule'),
)

/** The rules that a person has left. */
export async function unsubscribedRules(db: Db, personId: number): Promise<readonly string[]> {
  const rows = await left(db, { personId })
  return rows.map(({ rule }) => rule)
}

const left = statement((db, given: Params<{ personId: number }>) =>
  db.selectFrom('unsubscribed').select('rule').where('personId', '=', given.personId).orderBy(sql`1`),
)
