import { sql } from 'kysely'

import type { Meetings } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { listed, overlaps } from '../joint/groups.ts'
import { type NamedMeeting, namedMeetings, notOver } from '../upcoming.ts'

/** Whose meetings: those of these groups, and where `personId` is given those to which the person is invited. */
export interface MeetingScope {
  readonly now: Date
  readonly personId: number | null
  readonly groupIds: readonly number[]
  /** Every group's meetings. */
  readonly all: boolean
}

export type ImpliedMeeting = NamedMeeting & Readonly<Pick<Meetings, 'groups'>>

/** As many as have to be told apart. */
const most = 10

/** Meetings that go on in the room. One that nobody ends closes itself hours after its time. */
export async function meetingsUnderWay(db: Db, theirs: MeetingScope): Promise<readonly ImpliedMeeting[]> {
  return underWay(db, theirs)
}

const underWay = statement((db, given: Params<MeetingScope>) =>
  theirMeetings(db, given)
    .where('m.begunAt', 'is not', null)
    .where('m.closedAt', 'is', null)
    // A meeting lasts five days at most, so the index on its start leaves few to look at.
    .where(({ ref }) => sql<boolean>`${ref('m.startsAt')} > ${given.now}::timestamptz - interval '14 days'`),
)

/** Meetings that are not over, have not been opened and begin before an instant. */
export async function meetingsToOpen(
  db: Db,
  theirs: MeetingScope & { readonly before: Date },
): Promise<readonly ImpliedMeeting[]> {
  return toOpen(db, theirs)
}

const toOpen = statement((db, given: Params<MeetingScope & { before: Date }>) =>
  theirMeetings(db, given)
    .where('m.begunAt', 'is', null)
    .where('m.startsAt', '<=', given.before)
    .where((eb) => notOver(eb, given.now)),
)

/** Meetings of the last fourteen days that are over, by the clock or in the room, and have no outcome yet. */
export async function meetingsWithoutOutcome(
  db: Db,
  theirs: MeetingScope,
): Promise<readonly ImpliedMeeting[]> {
  return withoutOutcome(db, theirs)
}

const withoutOutcome = statement((db, given: Params<MeetingScope>) =>
  theirMeetings(db, given)
    .where(({ ref }) => sql<boolean>`${ref('m.startsAt')} > ${given.now}::timestamptz - interval '14 days'`)
    .where(({ eb, or, ref }) =>
      or([
        eb('m.closedAt', 'is not', null),
        sql<boolean>`${ref('m.startsAt')} + make_interval(mins => ${ref('m.minutes')}) <= ${given.now}::timestamptz`,
      ]),
    ),
)

/** Meetings that would not be over yet and were cancelled. */
export async function cancelledMeetings(db: Db, theirs: MeetingScope): Promise<readonly ImpliedMeeting[]> {
  return cancelled(db, theirs)
}

const cancelled = statement((db, given: Params<MeetingScope>) =>
  theirMeetings(db, given, 'cancelled').where((eb) => notOver(eb, given.now)),
)

function theirMeetings(
  db: QueryBuilder,
  given: Params<MeetingScope>,
  status: Meetings['status'] = 'scheduled',
) {
  return namedMeetings(db)
    .select('m.groups')
    .where('m.status', '=', status)
    .where(({ or, exists, ref, selectFrom }) =>
      or([
        sql<boolean>`${given.all}::boolean`,
        overlaps(ref('m.groups'), listed(given.groupIds)),
        exists(
          selectFrom('invitations as i')
            .select('i.meetingId')
            .whereRef('i.meetingId', '=', 'm.id')
            .where('i.personId', '=', given.personId),
        ),
      ]),
    )
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(most)
}
