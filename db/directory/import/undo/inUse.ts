import { sql } from 'kysely'

import type { Day } from '../../../../src/core/time/day.ts'
import type { Trx } from '../../../store/db.ts'
import { type Params, statement } from '../../../store/statement.ts'

interface Records {
  readonly people: readonly number[]
  readonly entities: readonly number[]
  readonly groups: readonly number[]
  readonly today: Day
}

export interface RecordInUse {
  readonly label: string
  /** `holds a role`. */
  readonly why: string
}

/** The first of these records that something else relies on by now: whoever is retired then would leave it behind. */
export async function inUse(
  trx: Trx,
  { people, entities, groups, today }: Records,
): Promise<readonly RecordInUse[]> {
  if (people.length + entities.length + groups.length === 0) return []
  return used(trx, { people: [...people], entities: [...entities], groups: [...groups], today })
}

const used = statement(
  (db, given: Params<{ people: number[]; entities: number[]; groups: number[]; today: Day }>) => {
    const lasts = (during: ReturnType<typeof sql.ref>) =>
      sql<boolean>`coalesce(upper(${during}) > ${given.today}::date, true)`
    return db
      .selectFrom('roles as r')
      .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
      .innerJoin('entities as e', 'e.id', 'r.entityId')
      .leftJoin('people as p', 'p.id', 'r.personId')
      .select(({ ref }) => [
        sql<string>`case when ${ref('r.personId')} = any (${given.people}::int[]) then ${ref('p.name')}
          when ${ref('r.entityId')} = any (${given.entities}::int[]) then ${ref('e.acronym')}
          else ${ref('g.acronym')} end`.as('label'),
        sql<string>`case when ${ref('r.groupId')} = any (${given.groups}::int[]) then 'has members'
          else concat('is ', ${ref('r.role')}, ' of ', ${ref('g.acronym')}) end`.as('why'),
      ])
      .where(lasts(sql.ref('r.during')))
      .where(
        ({ ref }) => sql<boolean>`(${ref('r.personId')} = any (${given.people}::int[])
          or ${ref('r.entityId')} = any (${given.entities}::int[]) or ${ref('r.groupId')} = any (${given.groups}::int[]))`,
      )
      .unionAll((all) =>
        all
          .selectFrom('seats as s')
          .innerJoin('people as p', 'p.id', 's.personId')
          .innerJoin('workingGroups as g', 'g.id', 's.groupId')
          .select(({ ref }) => [
            sql<string>`${ref('p.name')}`.as('label'),
            sql<string>`concat('holds a seat in ', ${ref('g.acronym')})`.as('why'),
          ])
          .where(lasts(sql.ref('s.during')))
          .where(({ ref }) => sql<boolean>`${ref('s.personId')} = any (${given.people}::int[])`),
      )
      .unionAll((all) =>
        all
          .selectFrom('people as p')
          .select(({ ref }) => [
            sql<string>`${ref('p.name')}`.as('label'),
            sql<string>`'is of the secretariat'`.as('why'),
          ])
          .where('p.isSecretariat', '=', true)
          .where(({ ref }) => sql<boolean>`${ref('p.id')} = any (${given.people}::int[])`),
      )
      .unionAll((all) =>
        all
          .selectFrom('people as p')
          .innerJoin('entities as e', 'e.id', 'p.entityId')
          .select(({ ref }) => [
            sql<string>`${ref('e.acronym')}`.as('label'),
            sql<string>`concat('has ', ${ref('p.name')}, ' who stands for it')`.as('why'),
          ])
          .where('p.retiredOn', 'is', null)
          .where(({ ref }) => sql<boolean>`${ref('p.entityId')} = any (${given.entities}::int[])`)
          .where(({ ref }) => sql<boolean>`${ref('p.id')} <> all (${given.people}::int[])`),
      )
      .unionAll((all) =>
        all
          .selectFrom('meetings as m')
          .innerJoin('workingGroups as g', 'g.id', 'm.groupId')
          .select(({ ref }) => [
            sql<string>`${ref('g.acronym')}`.as('label'),
            sql<string>`concat('has the meeting M', ${ref('m.id')})`.as('why'),
          ])
          .where('m.status', '=', 'scheduled')
          .where(({ ref }) => sql<boolean>`${ref('m.groups')} && ${given.groups}::int[]`),
      )
      .limit(1)
  },
)
