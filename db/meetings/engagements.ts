import { sql } from 'kysely'

import type { Invitations, Meetings } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { listed, overlaps } from './joint/groups.ts'

/** A time of somebody who is expected elsewhere. */
export interface Engagement extends Readonly<Pick<Meetings, 'startsAt' | 'minutes'>> {
  readonly personId: Invitations['personId']
  /** The groups that meet; none where it is no meeting of ours. */
  readonly groupIds: Meetings['groups']
}

interface GatheredSpan {
  readonly from: Date
  readonly to: Date
}

/** What people have within a span: meetings to which they are invited and have not said no, and busy times of their own. */
export async function engagements(
  db: Db,
  personIds: readonly number[],
  span: GatheredSpan,
): Promise<readonly Engagement[]> {
  return engaged(db, { personIds, ...span })
}

const engaged = statement((db, given: Params<GatheredSpan & { personIds: readonly number[] }>) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('invitations as i', 'i.meetingId', 'm.id')
    .select(['i.personId', 'm.startsAt', 'm.minutes', 'm.groups as groupIds'])
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', sql<Date>`${given.from}::timestamptz - interval '14 days'`)
    .where('m.startsAt', '<', given.to)
    .where('i.response', 'is distinct from', 'no')
    .where('i.personId', '=', sql<number>`any (${given.personIds}::int[])`)
    .unionAll(
      db
        .selectFrom('busyTimes as b')
        .select(({ ref }) => [
          'b.personId',
          'b.startsAt',
          sql<number>`ceil(extract(epoch from ${ref('b.endsAt')} - ${ref('b.startsAt')}) / 60)::int`.as(
            'minutes',
          ),
          sql<number[]>`'{}'::int[]`.as('groupIds'),
        ])
        .where('b.startsAt', '<', given.to)
        .where('b.endsAt', '>', given.from)
        .where('b.personId', '=', sql<number>`any (${given.personIds}::int[])`),
    ),
)

/** The last meetings of any of the groups that have begun, the latest first; cancelled ones are no burden. */
export async function lastMeetings(
  db: Db,
  groupIds: readonly number[],
  now: Date,
  limit: number,
): Promise<readonly Readonly<Pick<Meetings, 'startsAt' | 'minutes'>>[]> {
  return last(db, { groupIds, now, limit })
}

const last = statement((db, given: Params<{ groupIds: readonly number[]; now: Date; limit: number }>) =>
  db
    .selectFrom('meetings')
    .select(['startsAt', 'minutes'])
    .where(({ ref }) => overlaps(ref('groups'), listed(given.groupIds)))
    .where('status', '<>', 'cancelled')
    .where('startsAt', '<=', given.now)
    .orderBy('startsAt', 'desc')
    .limit(given.limit),
)
