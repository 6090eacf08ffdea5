import { sql } from 'kysely'

import type { Invitations, Meetings } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import { type MeetingsAhead, seatOf, seatsAhead } from './seatsAhead.ts'

/** Somebody who does not belong to a group any more on the day of its meeting. */
export interface Leaver extends Readonly<Pick<Meetings, 'title' | 'startsAt'>> {
  readonly meetingId: number
  readonly personId: Invitations['personId']
  readonly name: string
  /** Whether somebody else is invited for their entity. */
  readonly replaced: boolean
  /** The groups that meet. */
  readonly group: string | null
  /** The reader's IANA zone. */
  readonly zone: string
}

/**
 * Withdraws the invitations to meetings ahead, all of them or some, of those who no longer belong to the group on the
 * day, and returns them. Whoever comes in a colleague's place stays invited as long as that colleague is.
 */
export async function withdrawLeavers(trx: Trx, asked: MeetingsAhead): Promise<readonly Leaver[]> {
  return leavers(trx, asked)
}

const leavers = statement((db, given: Params<MeetingsAhead>) =>
  db
    .with(
      (cte) => cte('ahead').materialized(),
      () => seatsAhead(db, given).where('m.groupId', 'is not', null),
    )
    .with('gone', (query) =>
      query
        .deleteFrom('invitations as i')
        .using('ahead as a')
        .whereRef('a.id', '=', 'i.meetingId')
        .where('i.guest', 'is', false)
        .where(({ and, eb, exists, not, or, ref, selectFrom }) => {
          const bySender = exists(
            selectFrom('invitations as f')
              .select('f.personId')
              .whereRef('f.meetingId', '=', 'i.meetingId')
              .whereRef('f.personId', '=', 'i.sentBy')
              .where('f.guest', 'is', true),
          )
          const belongs = eb(seatOf(ref('a.seats'), ref('i.sentBy')), 'is not', null)
          return and([
            eb(seatOf(ref('a.seats'), ref('i.personId')), 'is', null),
            or([eb('i.sentBy', 'is', null), not(or([belongs, bySender]))]),
          ])
        })
        .returning(['i.meetingId', 'i.personId']),
    )
    .selectFrom('gone as f')
    .innerJoin('meetings as m', 'm.id', 'f.meetingId')
    .innerJoin('people as p', 'p.id', 'f.personId')
    .leftJoin('workingGroups as w', 'w.id', 'm.groupId')
    .select(['f.meetingId', 'f.personId', 'm.title', 'm.startsAt', 'p.zone', 'p.name'])
    .select(({ exists, selectFrom }) =>
      sql<boolean>`${exists(
        selectFrom(['ahead as a', 'people as q'])
          .select('q.id')
          .whereRef('a.id', '=', 'f.meetingId')
          .whereRef('q.entityId', '=', 'p.entityId')
          .where((eb) => eb(seatOf(eb.ref('a.seats'), eb.ref('q.id')), 'is not', null)),
      )}`.as('replaced'),
    )
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('w.acronym')).as('group'))
    .orderBy('m.startsAt'),
)
