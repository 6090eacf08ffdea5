import { type Expression, sql } from 'kysely'

import type { Invitations, Meetings } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import { invitedByGroup } from './inviteAll.ts'

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
 * Withdraws the invitations to meetings ahead of those who no longer belong to the group on the day, and returns them.
 * Whoever comes in a colleague's place stays invited as long as that colleague is.
 */
export async function withdrawLeavers(trx: Trx, now: Date): Promise<readonly Leaver[]> {
  return leavers(trx, { now })
}

const leavers = statement((db, given: Given<{ now: Date }>) =>
  db
    .with('belong', () =>
      invitedByGroup(db).where('m.status', '=', 'scheduled').where('m.startsAt', '>', given.now),
    )
    .with('gone', (query) =>
      query
        .deleteFrom('invitations as i')
        .using('meetings as m')
        .whereRef('m.id', '=', 'i.meetingId')
        .where('m.status', '=', 'scheduled')
        .where('m.startsAt', '>', given.now)
        .where('m.groupId', 'is not', null)
        .where('i.guest', 'is', false)
        .where(({ and, eb, exists, not, or, ref, selectFrom }) => {
          const belongs = (personId: Expression<number | null>) =>
            exists(
              selectFrom('belong as b')
                .select('b.meetingId')
                .whereRef('b.meetingId', '=', 'i.meetingId')
                .where('b.personId', '=', personId),
            )
          const bySender = exists(
            selectFrom('invitations as f')
              .select('f.personId')
              .whereRef('f.meetingId', '=', 'i.meetingId')
              .whereRef('f.personId', '=', 'i.sentBy')
              .where('f.guest', 'is', true),
          )
          return and([
            not(belongs(ref('i.personId'))),
            or([eb('i.sentBy', 'is', null), not(or([belongs(ref('i.sentBy')), bySender]))]),
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
        selectFrom('belong as b')
          .innerJoin('people as q', 'q.id', 'b.personId')
          .select('q.id')
          .whereRef('b.meetingId', '=', 'f.meetingId')
          .whereRef('q.entityId', '=', 'p.entityId'),
      )}`.as('replaced'),
    )
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('w.acronym')).as('group'))
    .orderBy('m.startsAt'),
)
