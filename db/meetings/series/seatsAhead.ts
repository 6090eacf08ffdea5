import { type Expression, sql } from 'kysely'
import type { Invitations } from '../../schema.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import { guestsOfMeeting, meetingsAhead } from './inviteAll.ts'
import type { Recheck } from './rechecks.ts'

/** Meetings that are ahead at a moment, all of them or some. */
export interface MeetingsAhead {
  readonly meetings: Recheck
  readonly now: Date
}

/** Meetings `m` ahead, each with who belongs to its groups on its day, as what, by their numbers. */
export function seatsAhead(db: QueryBuilder, given: Params<MeetingsAhead>) {
  return meetingsAhead(db, given)
    .select('m.id')
    .select(({ ref, selectFrom }) => {
      const seats = selectFrom(guestsOfMeeting(db, ref)).select(({ ref: of }) =>
        sql`jsonb_object_agg(${of('g.personId')}, ${of('g.as')})`.as('seats'),
      )
      return sql<unknown>`(${seats})`.as('seats')
    })
}

/** As what a person is invited, of the seats that `seatsAhead` gives; null for nobody of them. */
export function seatOf(seats: Expression<unknown>, personId: Expression<number | null>) {
  return sql<Invitations['as'] | null>`(${seats} ->> ${personId}::text)`
}
