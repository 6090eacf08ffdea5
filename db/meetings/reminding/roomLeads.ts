import { sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import { records } from '../../store/records.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import { before, isLate, isSoon, type LeadsQuery } from './leads.ts'

/** The latest lead that has come of each meeting ahead, for its rooms. */
export function lastLeads(db: QueryBuilder, given: Params<LeadsQuery>) {
  const timed = db
    .selectFrom(leadsOfMeetings(db, given).as('d'))
    .selectAll('d')
    .select(({ ref }) =>
      sql<boolean>`coalesce(bool_or(${isSoon(given.now, ref('d.dueAt'))}) over (partition by ${ref('d.id')}), false)`.as(
        'next',
      ),
    )
  return db
    .selectFrom(timed.as('d'))
    .distinctOn('d.id')
    .select(['d.id', 'd.name', 'd.days', 'd.minutes', 'd.dueAt'])
    .where('d.dueAt', '<=', given.now)
    .whereRef('d.dueAt', '>=', 'd.changedAt')
    .where(({ ref }) => sql<boolean>`not (${isLate(given.now, ref('d.dueAt'))} and ${ref('d.next')})`)
    .orderBy('d.id')
    .orderBy('d.dueAt', 'desc')
}

/** The leads of each meeting ahead, and when they come in its rooms. */
export function leadsOfMeetings(
  db: QueryBuilder,
  { leads, horizonDays, now }: Params<Omit<LeadsQuery, 'rule' | 'limit'>>,
) {
  return db
    .selectFrom('meetings as m')
    .crossJoin(records<Lead>(leads, { name: 'text', days: 'int', minutes: 'int', at: 'int' }))
    .select(['m.id', 'm.changedAt', 'n.name', 'n.days', 'n.minutes'])
    .select(({ ref }) =>
      before(ref('m.startsAt'), ref('m.zone'), ref('n.days'), ref('n.minutes'), ref('n.at')).as('dueAt'),
    )
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', now)
    .where('m.startsAt', '<', sql<Date>`${now}::timestamptz + make_interval(days => ${horizonDays}::int)`)
}
