import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'

/** The roles, seats and entities of a person with their days, and what was handed over; `until` is the first day after. */
export async function ownRoles(db: Db, personId: number) {
  return {
    roles: await db
      .selectFrom('roles as r')
      .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
      .innerJoin('entities as e', 'e.id', 'r.entityId')
      .select(['g.acronym as group', 'r.role', 'e.acronym as entity', 'r.source', 'r.note'])
      .select(({ ref }) => [
        sql<Day | null>`${firstDay(ref('r.during'))}`.as('from'),
        sql<Day | null>`${dayAfter(ref('r.during'))}`.as('until'),
      ])
      .where('r.personId', '=', personId)
      .orderBy('r.id')
      .execute(),
    seats: await db
      .selectFrom('seats as s')
      .innerJoin('workingGroups as g', 'g.id', 's.groupId')
      .innerJoin('entities as e', 'e.id', 's.entityId')
      .select(['g.acronym as group', 's.seat', 'e.acronym as entity', 's.source', 's.recordedAt'])
      .select(({ ref }) => [
        sql<Day | null>`${firstDay(ref('s.during'))}`.as('from'),
        sql<Day | null>`${dayAfter(ref('s.during'))}`.as('until'),
      ])
      .where('s.personId', '=', personId)
      .orderBy('s.id')
      .execute(),
    stoodFor: await db
      .selectFrom('posts as p')
      .innerJoin('entities as e', 'e.id', 'p.entityId')
      .select(['e.acronym as entity', 'p.source', 'p.recordedAt'])
      .select(({ ref }) => [
        sql<Day | null>`${firstDay(ref('p.during'))}`.as('from'),
        sql<Day | null>`${dayAfter(ref('p.during'))}`.as('until'),
      ])
      .where('p.personId', '=', personId)
      .orderBy('p.id')
      .execute(),
    termsCorrectedSince: await db
      .selectFrom('termVersions as t')
      .innerJoin('entities as e', 'e.id', 't.entityId')
      .leftJoin('workingGroups as g', 'g.id', 't.groupId')
      .select(['t.kind', 'g.acronym as group', 't.role', 'e.acronym as entity', 't.source', 't.supersededAt'])
      .select(({ ref }) => [
        sql<Day | null>`${firstDay(ref('t.during'))}`.as('from'),
        sql<Day | null>`${dayAfter(ref('t.during'))}`.as('until'),
      ])
      .where('t.personId', '=', personId)
      .orderBy('t.id')
      .execute(),
    nominations: await db
      .selectFrom('nominations as n')
      .innerJoin('workingGroups as g', 'g.id', 'n.groupId')
      .innerJoin('entities as e', 'e.id', 'n.entityId')
      .select(['g.acronym as group', 'n.seat', 'e.acronym as entity', 'n.fromOn', 'n.source'])
      .select(['n.nominatedAt', 'n.decidedAt', 'n.outcome', 'n.reason'])
      .where('n.personId', '=', personId)
      .orderBy('n.id')
      .execute(),
    handovers: await db
      .selectFrom('handovers as h')
      .innerJoin('people as s', 's.id', 'h.toPerson')
      .leftJoin('people as f', 'f.id', 'h.fromPerson')
      .leftJoin('workingGroups as g', 'g.id', 'h.groupId')
      .select(['f.name as from', 's.name as to', 'g.acronym as group', 'h.role', 'h.onDay'])
      .select(['h.askedAt', 'h.doneAt', 'h.withdrawnAt'])
      .where((eb) => eb.or([eb('h.fromPerson', '=', personId), eb('h.toPerson', '=', personId)]))
      .orderBy('h.id')
      .execute(),
    calledFirstFor: await db
      .selectFrom('calledFirst as c')
      .innerJoin('entities as e', 'e.id', 'c.entityId')
      .select(['e.acronym as entity', 'c.setAt'])
      .where('c.personId', '=', personId)
      .orderBy('e.acronym')
      .execute(),
  }
}
