import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'

/** Those of the secretariat who have not been told of a subject, on a weekday morning of theirs. */
export async function untoldSecretariat(
  db: Db,
  key: string,
  now: Date,
  limit: number,
): Promise<readonly number[]> {
  const rows = await untold(db, { key, now, limit })
  return rows.map(({ id }) => id)
}

const untold = statement((db, given: Given<{ key: string; now: Date; limit: number }>) =>
  db
    .selectFrom('people as p')
    .select('p.id')
    .where('p.isSecretariat', 'is', true)
    .where('p.retiredOn', 'is', null)
    .where(({ ref }) => {
      const clock = sql`(${given.now}::timestamptz at time zone ${ref('p.zone')})`
      return sql<boolean>`(extract(hour from ${clock}) between 9 and 16 and extract(isodow from ${clock}) < 6)`
    })
    .where(({ not, exists, ref, selectFrom }) =>
      not(
        exists(
          selectFrom('notices as n')
            .select('n.id')
            .where('n.key', '=', sql<string>`concat_ws(':', ${given.key}::text, ${ref('p.id')})`),
        ),
      ),
    )
    .orderBy('p.id')
    .limit(given.limit),
)
