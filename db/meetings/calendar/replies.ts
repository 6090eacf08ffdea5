import { sql } from 'kysely'

import type { Invitations, MeetingGuests, Meetings } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What an identifier in a calendar may stand for: a meeting by itself, or in a series the one of a day of its rule. */
export type CalendarTarget =
  | { readonly kind: 'meeting'; readonly id: number }
  | { readonly kind: 'series'; readonly rootId: number; readonly day: string }

/** A series as one event, of which each meeting is answered by itself. */
export interface WholeSeries {
  readonly kind: 'whole'
  readonly rootId: number
}

type Answered = Readonly<
  Pick<
    Meetings,
    'id' | 'title' | 'sequence' | 'startsAt' | 'zone' | 'status' | 'createdAt' | 'changedAt' | 'organizerId'
  > &
    Pick<Invitations, 'response' | 'respondedAt'>
>

/** The meeting that is meant, with what a person said to it before; undefined where they are not invited. */
export async function meetingAnswered(
  db: Db,
  named: CalendarTarget,
  personId: number,
): Promise<Answered | undefined> {
  const [row] = await answered(db, { ...flat(named), personId })
  return row
}

interface Flat {
  readonly id: number | null
  readonly rootId: number | null
  readonly day: string | null
}

function flat(named: CalendarTarget): Flat {
  return named.kind === 'meeting'
    ? { id: named.id, rootId: null, day: null }
    : { id: null, rootId: named.rootId, day: named.day }
}

const answered = statement((db, given: Params<Flat & { personId: number }>) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('invitations as i', 'i.meetingId', 'm.id')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .leftJoin('meetingSeries as s', 's.id', 'm.seriesId')
    .leftJoin('calendarLetters as l', (join) =>
      join.onRef('l.meetingId', '=', 'm.id').onRef('l.email', '=', 'p.email'),
    )
    // As it stands in the letter that would be answered now.
    .select(({ ref }) => sql<number>`${ref('m.sequence')} + coalesce(${ref('l.copies')}, 0)`.as('sequence'))
    .select([
      'm.id',
      'm.title',
      'm.startsAt',
      'm.zone',
      'm.status',
      'm.createdAt',
      'm.changedAt',
      'm.organizerId',
      'i.response',
      'i.respondedAt',
    ])
    .where('i.personId', '=', given.personId)
    .where(({ ref }) => isNamed(ref('m.id'), ref('s.rootId'), ref('s.id'), ref('m.seriesDay'), given)),
)

/**
 * Notes that an answer was given when its calendar says, not when the mail came: a later one that overtakes it, or is
 * sent before it has come, is later all the same.
 */
export async function answeredAlready(
  db: Db,
  given: {
    readonly meetingId: number
    readonly personId: number
    readonly response: string
    readonly at: Date
  },
): Promise<void> {
  await answeredAt(db, given)
}

const answeredAt = statement(
  (db, given: Params<{ meetingId: number; personId: number; response: string; at: Date }>) =>
    db
      .updateTable('invitations')
      .set({ respondedAt: given.at })
      .where('meetingId', '=', given.meetingId)
      .where('personId', '=', given.personId)
      .where(({ ref }) => sql<boolean>`${ref('response')} = ${given.response}`)
      .where('respondedAt', '>', given.at),
)

type RepliedMeeting = Readonly<
  Pick<Meetings, 'id' | 'title' | 'sequence' | 'startsAt' | 'zone' | 'status' | 'createdAt' | 'changedAt'> &
    Pick<MeetingGuests, 'invitedBy' | 'name'>
>

/** The meeting to which an address outside the directory is invited, and by whom; undefined where it is not. */
export async function guestAnswered(
  db: Db,
  named: CalendarTarget,
  email: string,
): Promise<RepliedMeeting | undefined> {
  const [row] = await byGuest(db, { ...flat(named), email })
  return row
}

const byGuest = statement((db, given: Params<Flat & { email: string }>) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('meetingGuests as q', 'q.meetingId', 'm.id')
    .leftJoin('meetingSeries as s', 's.id', 'm.seriesId')
    .select([
      'm.id',
      'm.title',
      'm.startsAt',
      'm.zone',
      'm.createdAt',
      'm.changedAt',
      'm.sequence',
      'm.status',
      'q.invitedBy',
      'q.name',
    ])
    .where('q.email', '=', given.email)
    .where('q.withdrawnAt', 'is', null)
    .where('m.status', '=', 'scheduled')
    .where(({ ref }) => isNamed(ref('m.id'), ref('s.rootId'), ref('s.id'), ref('m.seriesDay'), given)),
)

/** The next meeting of a series to which somebody is invited. */
export async function nextOfSeries(
  db: Db,
  rootId: number,
  personId: number,
  now: Date,
): Promise<Readonly<Pick<Meetings, 'id' | 'title' | 'startsAt' | 'zone'>> | undefined> {
  const [row] = await next(db, { rootId, personId, now })
  return row
}

const next = statement((db, given: Params<{ rootId: number; personId: number; now: Date }>) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('meetingSeries as s', 's.id', 'm.seriesId')
    .innerJoin('invitations as i', 'i.meetingId', 'm.id')
    .select(['m.id', 'm.title', 'm.startsAt', 'm.zone'])
    .where('i.personId', '=', given.personId)
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', given.now)
    .where(({ ref }) => sql<boolean>`coalesce(${ref('s.rootId')}, ${ref('s.id')}) = ${given.rootId}`)
    .orderBy('m.startsAt')
    .limit(1),
)

function isNamed(id: unknown, rootId: unknown, seriesId: unknown, day: unknown, given: Params<Flat>) {
  return sql<boolean>`(${id} = ${given.id}::int
    or (coalesce(${rootId}, ${seriesId}) = ${given.rootId}::int and ${day} = ${given.day}::date))`
}
