import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Transfer } from './workInHand.ts'

/** What two people hold side by side, in words: as one person they cannot. */
export async function clashesOf(db: Db, hands: Transfer): Promise<readonly string[]> {
  const found = await clashing(db, hands)
  return found.map(({ words }) => words)
}

const clashing = statement((db, given: Params<Transfer>) =>
  db
    .selectFrom('seats as a')
    .innerJoin('seats as b', (join) =>
      join.onRef('b.groupId', '=', 'a.groupId').onRef('b.entityId', '=', 'a.entityId'),
    )
    .innerJoin('workingGroups as g', 'g.id', 'a.groupId')
    .innerJoin('entities as e', 'e.id', 'a.entityId')
    .select(({ ref }) =>
      sql<string>`concat('the ', ${ref('a.seat')}, case when ${ref('a.seat')} <> ${ref('b.seat')}
        then concat(' and the ', ${ref('b.seat')}) end, ' seat of ', ${ref('e.acronym')}, ' in ', ${ref('g.acronym')})`.as(
        'words',
      ),
    )
    .where('a.personId', '=', given.from)
    .where('b.personId', '=', given.to)
    .where(({ ref }) => sql<boolean>`${ref('a.during')} && ${ref('b.during')}`)
    .unionAll((all) =>
      all
        .selectFrom('roles as a')
        .innerJoin('roles as b', (join) =>
          join
            .onRef('b.groupId', '=', 'a.groupId')
            .onRef('b.entityId', '=', 'a.entityId')
            .onRef('b.role', '=', 'a.role'),
        )
        .innerJoin('workingGroups as g', 'g.id', 'a.groupId')
        .innerJoin('entities as e', 'e.id', 'a.entityId')
        .select(({ ref }) =>
          sql<string>`concat(${ref('a.role')}, ' of ', ${ref('g.acronym')}, ' for ', ${ref('e.acronym')})`.as(
            'words',
          ),
        )
        .where('a.personId', '=', given.from)
        .where('b.personId', '=', given.to)
        .where(({ ref }) => sql<boolean>`${ref('a.during')} && ${ref('b.during')}`),
    ),
)
