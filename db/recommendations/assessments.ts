import { sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'

/** How the recommendations to a country stand. */
export interface Assessment {
  readonly country: string
  readonly visits: readonly string[]
  readonly open: number
  readonly inProgress: number
  readonly implemented: number
  readonly notPursued: number
  /** Not finished, and past their day. */
  readonly overdue: number
  /** Who follows up: acronyms and names. */
  readonly followers: readonly string[]
}

/** Every country to which there are recommendations, or one, in alphabetical order. */
export async function assessments(
  db: Db,
  wanted: { readonly country: string | null; readonly today: string },
): Promise<readonly Assessment[]> {
  return counted(db, wanted)
}

const counted = statement((db, given: Params<{ country: string | null; today: string }>) =>
  db
    .selectFrom('recommendations as r')
    .leftJoin('entities as e', 'e.id', 'r.entityId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select(({ fn, ref }) => [
      'r.country',
      sql<
        string[]
      >`coalesce(array_agg(distinct ${ref('r.visit')}) filter (where ${ref('r.visit')} is not null), '{}')`.as(
        'visits',
      ),
      fn.countAll<number>().filterWhere('r.status', '=', 'open').as('open'),
      fn.countAll<number>().filterWhere('r.status', '=', 'in progress').as('inProgress'),
      fn.countAll<number>().filterWhere('r.status', '=', 'implemented').as('implemented'),
      fn.countAll<number>().filterWhere('r.status', '=', 'not pursued').as('notPursued'),
      sql<number>`(count(*) filter (where ${ref('r.status')} in ('open', 'in progress')
        and ${ref('r.dueOn')} < ${given.today}::date))::int`.as('overdue'),
      sql<string[]>`coalesce(array_agg(distinct coalesce(${ref('e.acronym')}, ${ref('p.name')}))
        filter (where coalesce(${ref('e.acronym')}, ${ref('p.name')}) is not null), '{}')`.as('followers'),
    ])
    .where('r.removed', 'is', false)
    .where((eb) => eb.or([isMissing(given.country, 'text'), eb('r.country', '=', given.country)]))
    .groupBy('r.country')
    .orderBy('r.country'),
)
