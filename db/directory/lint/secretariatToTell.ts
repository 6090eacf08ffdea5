import { type Expression, sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** One of the secretariat who is to be told, with the key of it. */
export interface SecretariatToTell {
  readonly personId: number
  readonly key: string
}

/** Those of the secretariat who have not been told this week, by the clock of each, in the working hours of their day. */
export async function secretariatToTell(
  db: Db,
  rule: string,
  now: Date,
  limit: number,
): Promise<readonly SecretariatToTell[]> {
  return toTell(db, { rule, now, limit })
}

const toTell = statement((db, given: Params<{ rule: string; now: Date; limit: number }>) =>
  db
    .selectFrom('people as p')
    .select('p.id as personId')
    .select(({ ref }) => keyOf(given, ref).as('key'))
    .where('p.isSecretariat', 'is', true)
    .where('p.retiredOn', 'is', null)
    .where(({ ref }) => {
      const clock = clockOf(given, ref)
      return sql<boolean>`(extract(hour from ${clock}) between 9 and 16 and extract(isodow from ${clock}) < 6)`
    })
    .where(({ not, exists, ref, selectFrom }) =>
      not(exists(selectFrom('notices as n').select('n.id').where('n.key', '=', keyOf(given, ref)))),
    )
    .orderBy('p.id')
    .limit(given.limit),
)

type Ref = (name: 'p.id' | 'p.zone') => Expression<unknown>
type Asked = Pick<Params<{ rule: string; now: Date }>, 'rule' | 'now'>

function clockOf({ now }: Asked, ref: Ref) {
  return sql`(${now}::timestamptz at time zone ${ref('p.zone')})`
}

/** With the Monday of their week. */
function keyOf(given: Asked, ref: Ref) {
  return sql<string>`concat_ws(':', ${given.rule}::text, date_trunc('week', ${clockOf(given, ref)})::date, ${ref('p.id')})`
}
