import type { Lead } from '../../../src/core/feature/lead.ts'
import { calmMoment, workWeeks } from '../../directory/hours/workWeek.ts'
import { utcDay } from '../../store/expressions.ts'
import { records } from '../../store/records.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import { expectedInviteesQuery } from '../expectedInvitees.ts'
import { before, hoursOfLead } from '../reminding/leads.ts'

/**
 * Of each open poll and each of its groups who has not voted, the leads of its end, and when each is said: on one of
 * their days, outside their quiet hours, and before the poll closes. Days are counted on the clock of the poll.
 */
export function pollLeads(
  db: QueryBuilder,
  { leads, now }: Params<{ readonly leads: string; readonly now: Date }>,
) {
  return db
    .selectFrom('polls as p')
    .innerJoinLateral(
      (eb) => expectedInviteesQuery(db, eb.ref('p.groups'), utcDay(now)).as('g'),
      (join) => join.onTrue(),
    )
    .innerJoin('people as q', 'q.id', 'g.personId')
    .leftJoin('reminderSettings as s', 's.personId', 'q.id')
    .leftJoin(workWeeks(db).as('h'), 'h.personId', 'q.id')
    .crossJoin(records<Lead>(leads, { name: 'text', days: 'int', minutes: 'int', at: 'int' }))
    .select(['p.id as pollId', 'p.openedAt', 'q.id as personId', 'q.zone', 'g.as'])
    .select(['n.name', 'n.days', 'n.minutes'])
    .select(({ ref }) => {
      const due = before(ref('p.closesAt'), ref('p.zone'), ref('n.days'), ref('n.minutes'), ref('n.at'))
      return calmMoment(due, ref('p.closesAt'), hoursOfLead(ref, ref('q.zone'))).as('dueAt')
    })
    .where('p.status', '=', 'open')
    .where('p.closesAt', '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pollVotes as v')
            .select('v.pollId')
            .whereRef('v.pollId', '=', 'p.id')
            .whereRef('v.personId', '=', 'q.id'),
        ),
      ),
    )
}
