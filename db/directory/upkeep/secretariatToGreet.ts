import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export interface SecretariatToGreet {
  readonly key: string
  readonly subject: string
  readonly personId: number
}

/** The secretariat of a directory without any entities, each of them once. */
export async function secretariatToGreet(trx: Trx, limit: number): Promise<readonly SecretariatToGreet[]> {
  return greeted(trx, { limit })
}

const greeted = statement((db, given: Params<{ limit: number }>) =>
  db
    .selectFrom('people as p')
    .select(({ ref }) => [
      'p.id as personId',
      sql<string>`concat('first-steps:', ${ref('p.id')})`.as('key'),
      sql<string>`concat('person:', ${ref('p.id')})`.as('subject'),
    ])
    .where('p.isSecretariat', '=', true)
    .where('p.retiredOn', 'is', null)
    .where(({ exists, not, selectFrom }) => not(exists(selectFrom('entities as e').select('e.id'))))
    .where(({ exists, not, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('notices as n')
            .select('n.id')
            .where('n.key', '=', sql<string>`concat('first-steps:', ${ref('p.id')})`),
        ),
      ),
    )
    .orderBy('p.id')
    .limit(given.limit),
)
