import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import { day, dayAfter, firstDay, isMissing } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { partsWritten } from './entities.ts'
import { entitiesOn, groupsOn } from './names/onDay.ts'
import { peopleThen } from './names/peopleThen.ts'
import { type Audience, maySee, type Viewer } from './visibility/audience.ts'

/** The entities that there were on a day. */
export async function exportedEntities(db: Db, on: Day) {
  return entities(db, { on })
}

const entities = statement((db, given: Params<{ on: Day }>) =>
  db
    .selectFrom('entities as e')
    .select(['e.kind', 'e.type', 'e.joined', 'e.aliases'])
    .select(({ ref }) => [
      entitiesOn(db, day(given.on))('acronym', ref('e.id'), ref('e.acronym')).as('acronym'),
      entitiesOn(db, day(given.on))('name', ref('e.id'), ref('e.name')).as('name'),
    ])
    .select((eb) => partsWritten(eb).as('parts'))
    .where((eb) => eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', day(given.on))]))
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(given.on))]))
    .orderBy(({ fn, ref }) =>
      fn('lower', [entitiesOn(db, day(given.on))('acronym', ref('e.id'), ref('e.acronym'))]),
    ),
)

/** The working groups that were not closed by a day. */
export async function exportedGroups(db: Db, on: Day) {
  return groups(db, { on })
}

const groups = statement((db, given: Params<{ on: Day }>) =>
  db
    .selectFrom('workingGroups')
    .select(['number', 'pillar', 'objective', 'aliases', 'subjects', 'openToAll'])
    .select(({ ref }) => [
      groupsOn(db, day(given.on))('acronym', ref('id'), ref('acronym')).as('acronym'),
      groupsOn(db, day(given.on))('name', ref('id'), ref('name')).as('name'),
    ])
    .where((eb) => eb.or([eb('retired', 'is', null), eb('retired', '>', day(given.on))]))
    .orderBy('number'),
)

/**
 * The people of a day, each with the entity that they stood for then, and with those of their addresses that the viewer
 * may see: without a day those of today, and whoever comes later.
 */
export async function exportedPeople(
  db: Db,
  { on, today }: { readonly on: Day | undefined; readonly today: Day },
  viewer: Viewer,
) {
  const rows = await people(db, { on: on ?? today, past: on !== undefined, ...viewer })
  if (on === undefined) return rows
  const ids = rows.map(({ id }) => id)
  const then = await peopleThen(db, ids, { on })
  return rows.map((row) => ({ ...row, ...then.get(row.id) }))
}

const people = statement((db, given: Params<{ on: Day; past: boolean } & Viewer>) =>
  db
    .selectFrom('people as p')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('posts as o')
          .select('o.entityId')
          .select(({ ref }) => firstDay(ref('o.during')).as('since'))
          .whereRef('o.personId', '=', 'p.id')
          .where('o.during', '@>', day(given.on))
          .orderBy((order) => order('o.entityId', 'is not distinct from', order.ref('p.entityId')), 'desc')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .leftJoin('entities as e', (join) =>
      join.on(({ eb, ref }) =>
        eb(
          'e.id',
          '=',
          sql<number>`case when ${given.past}::boolean then ${ref('t.entityId')} else ${ref('p.entityId')} end`,
        ),
      ),
    )
    .select(['p.id', 'p.name', 'p.title', 'p.zone'])
    .select(({ ref }) =>
      sql<Day | null>`case when ${given.past}::boolean then ${ref('t.since')} else ${ref('p.since')} end`.as(
        'since',
      ),
    )
    .select(({ ref }) =>
      entitiesOn(db, day(given.on))('acronym', ref('e.id'), ref('e.acronym'))
        .$castTo<string | null>()
        .as('entity'),
    )
    .select(['p.station', 'p.country', 'p.languages', 'p.isCoordinator', 'p.isSecretariat'])
    .select(['p.emailFor', 'p.phoneFor'])
    .select(({ ref }) => {
      const seen = (audience: 'p.emailFor' | 'p.phoneFor', address: 'p.email' | 'p.phone') => {
        const may = maySee(db, given, {
          audience: ref(audience),
          id: ref('p.id'),
          entityId: ref('p.entityId'),
        })
        return sql<string | null>`case when ${may} then ${ref(address)} end`
      }
      return [seen('p.emailFor', 'p.email').as('email'), seen('p.phoneFor', 'p.phone').as('phone')]
    })
    .where((eb) => eb.or([eb('p.retiredOn', 'is', null), eb('p.retiredOn', '>', day(given.on))]))
    // Whoever came later was not there yet; whoever held something by name was, and is found again by their address.
    .where(({ eb, exists, not, or, selectFrom }) =>
      or([
        sql<boolean>`not ${given.past}::boolean`,
        eb('t.entityId', 'is not', null),
        ...(['roles', 'seats'] as const).map((held) =>
          exists(
            selectFrom(held)
              .select('id')
              .whereRef('personId', '=', 'p.id')
              .where('during', '@>', day(given.on)),
          ),
        ),
        not(exists(selectFrom('posts as l').select('l.id').whereRef('l.personId', '=', 'p.id'))),
      ]),
    )
    .orderBy(({ fn, ref }) => fn('fold', [ref('p.name')]))
    .orderBy('p.id'),
)

/** The roles held on a day; without one, every term on record. */
export async function exportedRoles(db: Db, on: Day | null, viewer: Viewer) {
  return roles(db, { on, ...viewer })
}

const roles = statement((db, given: Params<{ on: Day | null } & Viewer>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select('r.role')
    .select(({ ref }) => [
      groupsOn(db, day(given.on))('acronym', ref('g.id'), ref('g.acronym')).as('group'),
      entitiesOn(db, day(given.on))('acronym', ref('e.id'), ref('e.acronym')).as('entity'),
    ])
    .select(({ fn, ref }) => {
      const audience = sql<Audience>`${ref('p.emailFor')}`
      const may = maySee(db, given, {
        audience,
        id: sql<number>`${ref('p.id')}`,
        entityId: ref('p.entityId'),
      })
      return [
        sql<string | null>`case when ${may} then ${ref('p.email')} end`.as('person'),
        fn.coalesce('r.holder', 'p.name').as('holder'),
        firstDay(ref('r.during')).as('from'),
        sql<Day | null>`${dayAfter(ref('r.during'))} - 1`.as('to'),
      ]
    })
    .where((eb) => eb.or([isMissing(given.on, 'text'), eb('r.during', '@>', day(given.on))]))
    .orderBy('g.number')
    .orderBy(
      ({ ref }) => firstDay(ref('r.during')),
      (order) => order.asc().nullsFirst(),
    )
    .orderBy('r.role')
    .orderBy('e.acronym'),
)
