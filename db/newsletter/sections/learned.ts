import { sql } from 'kysely'

import type { UpdateVersions } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** How many of the latest updates are looked through for lessons, and how many lessons are taken. */
const latest = 1000
const most = 300

/**
 * Updates whose section the secretariat settled, the oldest first: those that it accepted, and those that it edited or
 * moved before that.
 */
export async function sectionLessons(
  trx: Trx,
): Promise<readonly Readonly<Pick<UpdateVersions, 'section' | 'features'>>[]> {
  return (await lessons(trx, {})).toReversed()
}

const lessons = statement((db) =>
  db
    .selectFrom('updates as u')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .select(['v.section', 'v.features'])
    .where('u.id', '>', ({ selectFrom }) =>
      selectFrom('updates').select(({ fn, ref }) =>
        sql<number>`coalesce(${fn.max(ref('id'))}, 0) - ${sql.lit(latest)}`.as('from'),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('u.status', '=', 'accepted'),
        eb.and([eb('u.status', '=', 'proposed'), eb('v.editedBy', '<>', eb.ref('u.authorId'))]),
      ]),
    )
    .where((eb) => eb(eb.fn<number>('cardinality', ['v.features']), '>', 0))
    .orderBy('u.id', 'desc')
    .limit(most),
)

export interface SectionKnowledge {
  /** What this store learned, by feature, as it was stored; null before its first lesson. */
  readonly learned: unknown
  /** What its plan of the newsletter changes in the standing one, as it was stored; null for nothing. */
  readonly plan: unknown
}

/** What the section of an update is predicted from, read in one trip. */
export async function sectionKnowledge(db: Db): Promise<SectionKnowledge> {
  const [row] = await knowledge(db, {})
  return row ?? { learned: null, plan: null }
}

const knowledge = statement((db) =>
  db.selectNoFrom(({ selectFrom }) => [
    selectFrom('sectionModels').select('weights').as('learned'),
    selectFrom('newsletterPlan').select('content').as('plan'),
  ]),
)

interface Learned {
  readonly weights: object
  /** From how many decisions. */
  readonly lessons: number
  readonly now: Date
}

/** Stores the weights that were learned in place of those before. */
export async function keepLearned(trx: Trx, { weights, ...model }: Learned): Promise<void> {
  await keep(trx, { ...model, weights: JSON.stringify(weights) })
}

const keep = statement((db, given: Params<Omit<Learned, 'weights'> & { weights: string }>) => {
  const model = {
    weights: sql<string>`${given.weights}::jsonb`,
    lessons: given.lessons,
    learnedAt: given.now,
  }
  return db
    .insertInto('sectionModels')
    .values(model)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(model))
})
