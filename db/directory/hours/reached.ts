import { sql } from 'kysely'

import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Somebody who is about to be told of their record, and whether anything reaches them. */
export interface ReachedPerson extends Readonly<Pick<People, 'id' | 'name' | 'retiredOn'>> {
  /** Whether an account speaks for them. */
  readonly isLinked: boolean
  /** Whether they are written to in a chat, and not by e-mail. */
  readonly inChat: boolean
  /** Whom they stand for; null for nobody. */
  readonly entity: { readonly id: number; readonly acronym: string } | null
}

/** People by their numbers, by name. */
export async function reachedPeople(db: Db, ids: readonly number[]): Promise<readonly ReachedPerson[]> {
  return ids.length === 0 ? [] : people(db, { ids: [...ids] })
}

const people = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('people as p')
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.retiredOn'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('identities as i').select('i.personId').whereRef('i.personId', '=', 'p.id'))
        .$castTo<boolean>()
        .as('isLinked'),
    )
    .select(({ exists, selectFrom, and, eb }) =>
      and([
        eb('s.via', 'is distinct from', 'email'),
        exists(
          selectFrom('identities as i')
            .select('i.personId')
            .whereRef('i.personId', '=', 'p.id')
            .where('i.fault', 'is', null),
        ),
      ])
        .$castTo<boolean>()
        .as('inChat'),
    )
    .select(({ selectFrom }) =>
      selectFrom('entities as e')
        .whereRef('e.id', '=', 'p.entityId')
        .select(({ ref }) =>
          sql<
            ReachedPerson['entity']
          >`jsonb_build_object('id', ${ref('e.id')}, 'acronym', ${ref('e.acronym')})`.as('of'),
        )
        .as('entity'),
    )
    .where(({ ref }) => sql<boolean>`${ref('p.id')} = any (${given.ids}::int[])`)
    .orderBy('p.name'),
)
