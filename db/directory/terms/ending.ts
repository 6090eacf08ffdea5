import { type Expression, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { leadingRoles } from '../roleOrder.ts'

/** A term of office that is about to end, for one who is told. */
export interface EndingTerm {
  readonly key: string
  readonly subject: string
  readonly personId: number
  readonly group: string
  readonly role: string
  readonly entity: string
  readonly holder: string | null
  readonly until: Day
  /** Who follows, where somebody does. */
  readonly successor: string | null
  readonly isSecretariat: boolean
  /** Whether the reader holds it in person. */
  readonly isHolder: boolean
}

export interface EndingAsked {
  readonly now: Date
  /** How many days ahead. */
  readonly days: number
  readonly limit: number
}

/**
 * Terms of chairs, co-chairs and vice-chairs that end within `days` days, the first to end first: to their holder, or
 * the coordinators of the entity that holds them, and to the secretariat; once for each last day.
 */
export async function endingTerms(trx: Trx, asked: EndingAsked): Promise<readonly EndingTerm[]> {
  return ending(trx, asked)
}

const ending = statement((db, given: Params<EndingAsked>) =>
  db
    .with('ends', (query) => termsEnding(query, given))
    .with('keyed', (query) =>
      query
        .selectFrom('ends as t')
        .innerJoin('people as w', (join) =>
          join.on((eb) =>
            eb.or([
              eb('w.isSecretariat', '=', true),
              eb('w.id', '=', eb.ref('t.personId')),
              eb.and([
                eb('t.personId', 'is', null),
                eb('w.entityId', '=', eb.ref('t.entityId')),
                eb('w.isCoordinator', '=', true),
              ]),
            ]),
          ),
        )
        .select(['w.id as personId', 'w.isSecretariat', 't.group', 't.role', 't.entity', 't.holder'])
        .select(['t.until', 't.successor'])
        .select(({ ref }) =>
          sql<boolean>`coalesce(${ref('w.id')} = ${ref('t.personId')}, false)`.as('isHolder'),
        )
        .select(({ ref }) => [
          sql<string>`concat('group:', ${ref('t.groupId')})`.as('subject'),
          sql<string>`concat_ws(':', 'term-end', ${ref('t.id')}, ${ref('t.until')}, ${ref('w.id')})`.as(
            'key',
          ),
        ])
        .where('w.retiredOn', 'is', null),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .orderBy('k.until')
    .orderBy('k.personId')
    .limit(given.limit),
)

/** Terms `r` that end in those days and do not go on, each with who follows. */
function termsEnding(db: Pick<QueryBuilder, 'selectFrom'>, given: Params<EndingAsked>) {
  return db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select(['r.id', 'r.groupId', 'r.entityId', 'r.personId', 'g.acronym as group', 'e.acronym as entity'])
    .select(({ fn, ref }) => [
      sql<string>`${ref('r.role')}`.as('role'),
      fn.coalesce('p.name', 'r.holder').as('holder'),
      sql<Day>`${dayAfter(ref('r.during'))}`.as('until'),
    ])
    .select((eb) =>
      successor(eb.ref('r.groupId'), eb.ref('r.role'), dayAfter(eb.ref('r.during')), db).as('successor'),
    )
    .where('r.role', 'in', leadingRoles)
    .where(({ exists, not, selectFrom }) =>
      // Whose term goes on the day after has been prolonged.
      not(
        exists(
          selectFrom('roles as s')
            .select('s.id')
            .whereRef('s.groupId', '=', 'r.groupId')
            .whereRef('s.role', '=', 'r.role')
            .whereRef('s.entityId', '=', 'r.entityId')
            .where(
              ({ ref }) => sql<boolean>`${ref('s.personId')} is not distinct from ${ref('r.personId')}
                and ${firstDay(ref('s.during'))} = ${dayAfter(ref('r.during'))}`,
            ),
        ),
      ),
    )
    .where(
      ({ ref }) => sql<boolean>`${dayAfter(ref('r.during'))} > (${given.now}::timestamptz)::date
        and ${dayAfter(ref('r.during'))} <= (${given.now}::timestamptz)::date + ${given.days}::int`,
    )
}

function successor(
  group: Expression<number>,
  role: Expression<string>,
  day: Expression<Day | null>,
  db: Pick<QueryBuilder, 'selectFrom'>,
) {
  const next = db
    .selectFrom('roles as s')
    .innerJoin('entities as f', 'f.id', 's.entityId')
    .select('f.acronym')
    .where(({ ref }) => sql<boolean>`${ref('s.groupId')} = ${group} and ${ref('s.role')} = ${role}`)
    .where(({ ref }) => sql<boolean>`${firstDay(ref('s.during'))} = ${day}`)
    .limit(1)
  return sql<string | null>`${next}`
}
