import { sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { compared, utcDay } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import type { Asker } from './asker.ts'
import { columns, type Given, type Line, most, type NameIn } from './nameIn.ts'
import { actions, items, meetings, reminders, updates } from './titlesIn.ts'

/** What the words of a line may name that the caller may deal with, in one round trip. */
export async function namesIn(
  db: Db,
  line: Line,
  { personId, isSecretariat, roles }: Asker,
  now: Date,
): Promise<readonly NameIn[]> {
  const groupIds = isSecretariat ? null : [...new Set(roles.map(({ groupId }) => groupId))]
  const authorId = isSecretariat ? null : personId
  return found(db, { ...line, personId, authorId, groupIds, now })
}

const found = statement((db, given: Params<Given>) =>
  groups(db, given)
    .unionAll(entities(db, given))
    .unionAll(people(db, given))
    .unionAll(meetings(db, given))
    .unionAll(items(db, given))
    .unionAll(actions(db, given))
    .unionAll(updates(db, given))
    .unionAll(reminders(db, given)),
)

function groups(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom('workingGroups as g')
    .select(({ ref }) =>
      columns(
        'group',
        ref('g.id'),
        ref('g.acronym'),
        sql`array[${ref('g.comparedAcronym')}, ${ref('g.comparedName')}] || ${ref('g.comparedAliases')}`,
      ),
    )
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', utcDay(given.now))]))
}

function entities(db: QueryBuilder, given: Params<Given>) {
  const runs = sql<readonly string[]>`${given.runs}::text[]`
  return db
    .selectFrom('entities as e')
    .select(({ ref }) =>
      columns(
        'entity',
        ref('e.id'),
        ref('e.acronym'),
        sql`array[${ref('e.comparedAcronym')}, ${ref('e.comparedName')}] || ${ref('e.comparedAliases')}`,
      ),
    )
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', utcDay(given.now))]))
    .where(
      ({ ref }) =>
        sql<boolean>`(${ref('e.comparedAcronym')} = any (${runs}) or ${ref('e.comparedName')} = any (${runs})
          or ${ref('e.comparedAliases')} && ${runs})`,
    )
}

function people(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom('people as p')
    .select(({ ref }) =>
      columns('person', ref('p.id'), ref('p.name'), sql`array[${compared(ref('p.name'))}]`),
    )
    .where('p.retiredOn', 'is', null)
    .where((eb) =>
      eb(
        'p.id',
        'in',
        eb
          .selectFrom('nameWords as w')
          .select('w.personId')
          .where(({ ref }) => sql<boolean>`${ref('w.word')} = any (${given.ofPeople}::text[])`)
          .limit(most),
      ),
    )
}
