import { type Expression, sql } from 'kysely'
import type { Invitations, Meetings } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { isMissing } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { expectedInviteesQuery } from '../expectedInvitees.ts'
import { groupNames } from '../joint/groups.ts'
import type { Recheck } from './rechecks.ts'

/** Invites to each of several meetings everybody who belongs to its group on its day. */
export async function inviteAll(trx: Trx, meetingIds: readonly number[]): Promise<void> {
  if (meetingIds.length > 0) await invite(trx, { meetingIds })
}

const invite = statement((db, given: Params<{ meetingIds: readonly number[] }>) =>
  db
    .insertInto('invitations')
    .columns(['meetingId', 'personId', 'as'])
    .expression(() => invitedByGroup(db).where('m.id', '=', sql<number>`any (${given.meetingIds}::int[])`))
    .onConflict((conflict) => conflict.doNothing()),
)

/** Whether any meeting is ahead to which anybody may come to be invited. */
export async function hasMeetingsAhead(db: Trx, now: Date): Promise<boolean> {
  const [one] = await ahead(db, { now })
  return one !== undefined
}

const ahead = statement((db, given: Params<{ now: Date }>) =>
  db
    .selectFrom('meetings')
    .select('id')
    .where('status', '=', 'scheduled')
    .where('startsAt', '>', given.now)
    .limit(1),
)

/** Somebody who came to belong to a group after its meeting was scheduled. */
export interface GroupNewcomer extends Readonly<Pick<Meetings, 'title' | 'startsAt'>> {
  readonly meetingId: number
  readonly personId: Invitations['personId']
  readonly as: Invitations['as']
  readonly name: string
  /** The groups that meet. */
  readonly group: string | null
  /** The reader's IANA zone. */
  readonly zone: string
}

/**
 * Invites to the meetings ahead, all of them or some, those who belong to the group on the day and were not invited.
 * Returns them.
 */
export async function inviteNewcomers(
  trx: Trx,
  meetings: Recheck,
  now: Date,
  until: Date,
): Promise<readonly GroupNewcomer[]> {
  return newcomers(trx, { meetings, now, until })
}

const newcomers = statement((db, given: Params<{ meetings: Recheck; now: Date; until: Date }>) =>
  db
    .with('fresh', (query) =>
      query
        .insertInto('invitations')
        .columns(['meetingId', 'personId', 'as'])
        .expression(() =>
          meetingsAhead(db, given)
            .innerJoinLateral(
              ({ ref }) => guestsOfMeeting(db, ref),
              (join) => join.onTrue(),
            )
            .select(['m.id as meetingId', 'g.personId', 'g.as'])
            .where('m.startsAt', '<', given.until)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('invitations as i')
                    .select('i.meetingId')
                    .whereRef('i.meetingId', '=', 'm.id')
                    .whereRef('i.personId', '=', 'g.personId'),
                ),
              ),
            ),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['meetingId', 'personId', 'as']),
    )
    .selectFrom('fresh as f')
    .innerJoin('meetings as m', 'm.id', 'f.meetingId')
    .innerJoin('people as p', 'p.id', 'f.personId')
    .leftJoin('workingGroups as w', 'w.id', 'm.groupId')
    .select(['f.meetingId', 'f.personId', 'f.as', 'm.title', 'm.startsAt', 'p.zone', 'p.name'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('w.acronym')).as('group'))
    .orderBy('m.startsAt'),
)

/** Who belongs to the group of each meeting `m` on its day, as `g`. */
export function invitedByGroup(db: QueryBuilder) {
  return db
    .selectFrom('meetings as m')
    .innerJoinLateral(
      ({ ref }) => guestsOfMeeting(db, ref),
      (join) => join.onTrue(),
    )
    .select(['m.id as meetingId', 'g.personId', 'g.as'])
}

/** Meetings `m` ahead, all of them or some. */
export function meetingsAhead(db: QueryBuilder, { meetings, now }: Params<{ meetings: Recheck; now: Date }>) {
  return db
    .selectFrom('meetings as m')
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', now)
    .where((eb) =>
      eb.or([isMissing(meetings, 'int[]'), eb('m.id', '=', sql<number>`any (${meetings}::int[])`)]),
    )
}

/** Who belongs to the groups of a meeting on its day. */
export function guestsOfMeeting(
  db: QueryBuilder,
  ref: (name: 'm.groups' | 'm.startsAt' | 'm.zone') => Expression<unknown>,
) {
  return expectedInviteesQuery(
    db,
    sql<number[]>`${ref('m.groups')}`,
    sql`(${ref('m.startsAt')} at time zone ${ref('m.zone')})::date`,
  ).as('g')
}
