import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day, dayAfter, firstDay, isMissing } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { entitiesOn, groupsOn } from '../names/onDay.ts'
import { maySee, type Viewer } from '../visibility/audience.ts'

/** The seats held on a day, in the words of a list of roles; without a day, every seat on record. */
export async function exportedSeats(db: Db, on: Day | null, viewer: Viewer) {
  return seats(db, { on, ...viewer })
}

const seats = statement((db, given: Params<{ on: Day | null } & Viewer>) =>
  db
    .selectFrom('seats as s')
    .innerJoin('workingGroups as g', 'g.id', 's.groupId')
    .innerJoin('entities as e', 'e.id', 's.entityId')
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(({ ref }) => [
      groupsOn(db, day(given.on))('acronym', ref('g.id'), ref('g.acronym')).as('group'),
      // An observer is a role too.
      sql<string>`case when ${ref('s.seat')} = 'observer' then 'observer seat' else ${ref('s.seat')} end`.as(
        'role',
      ),
      entitiesOn(db, day(given.on))('acronym', ref('e.id'), ref('e.acronym')).as('entity'),
      sql<string | null>`case when ${maySee(db, given, {
        audience: ref('p.emailFor'),
        id: ref('p.id'),
        entityId: ref('p.entityId'),
      })} then ${ref('p.email')} end`.as('person'),
      sql<string | null>`${ref('p.name')}`.as('holder'),
      firstDay(ref('s.during')).as('from'),
      sql<Day | null>`${dayAfter(ref('s.during'))} - 1`.as('to'),
    ])
    .where((eb) => eb.or([isMissing(given.on, 'text'), eb('s.during', '@>', day(given.on))]))
    .orderBy('g.number')
    .orderBy('e.acronym')
    .orderBy('s.seat')
    .orderBy(({ ref }) => firstDay(ref('s.during'))),
)
