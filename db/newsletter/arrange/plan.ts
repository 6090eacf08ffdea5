import { sql } from 'kysely'

import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What this deployment's plan has otherwise than the standing one, as it was stored; undefined for nothing. */
export async function planChanges(db: Db): Promise<unknown> {
  const [row] = await stored(db, {})
  return row?.content
}

const stored = statement((db) => db.selectFrom('newsletterPlan').select('content'))

export async function setPlanChanges(db: Trx, content: object, by: number, now: Date): Promise<void> {
  await write(db, { content: JSON.stringify(content), by, now })
}

const write = statement((db, given: Params<{ content: string; by: number; now: Date }>) => {
  const content = sql<string>`${given.content}::jsonb`
  return db
    .insertInto('newsletterPlan')
    .values({ content, changedBy: given.by, changedAt: given.now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ content, changedBy: given.by, changedAt: given.now }),
    )
})

/** Goes back to the standing plan. */
export async function dropPlanChanges(db: Trx): Promise<void> {
  await drop(db, {})
}

const drop = statement((db) => db.deleteFrom('newsletterPlan'))

/** The updates of a section that an issue still to be published would print, or may, by their ids. */
export async function updatesInSection(db: Db, section: string): Promise<readonly number[]> {
  return (await filed(db, { section })).map(({ id }) => id)
}

const filed = statement((db, given: Params<{ section: string }>) =>
  db
    .selectFrom('updates as u')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .leftJoin('newsletters as n', 'n.id', 'u.newsletterId')
    .select('u.id')
    .where('v.section', '=', given.section)
    .where('u.status', 'in', ['proposed', 'accepted', 'returned'])
    .where(({ eb, or }) => or([eb('n.id', 'is', null), eb('n.status', '<>', 'published')]))
    .orderBy('u.id')
    .limit(50),
)
