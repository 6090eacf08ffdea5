import { type Expression, sql } from 'kysely'
import { openEmail } from '../../directory/visibility/audience.ts'
import type { MeetingSeries, Meetings, People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { isMissing } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames, isAmong, isOneOf } from '../joint/groups.ts'
import type { Response } from '../tally.ts'

/** What a calendar says of a meeting itself. */
export interface CalendarMeeting
  extends Readonly<
    Pick<
      Meetings,
      | 'id'
      | 'calendarMark'
      | 'title'
      | 'startsAt'
      | 'minutes'
      | 'zone'
      | 'place'
      | 'link'
      | 'status'
      | 'sequence'
      | 'changedAt'
    >
  > {
  readonly group: string | null
}

/** Where a meeting stands in a series. */
export interface SeriesPosition {
  /** The series by whose rule its day was found, which may go on as others; null outside of one. */
  readonly rootId: MeetingSeries['id'] | null
  readonly seriesDay: Meetings['seriesDay']
}

/** A meeting for a calendar, with what the reader said to it. */
export interface CalendarEntry extends CalendarMeeting, SeriesPosition {
  readonly organizerName: People['name'] | null
  /** Null where not everyone may see it. */
  readonly organizerEmail: People['email']
  readonly response: Response | null
  readonly invited: boolean
}

interface EntriesQuery {
  /** Only meetings to which the reader is invited. */
  readonly mine: boolean
  readonly personId: number
  readonly groupId: number | null
  /** The instant whose roles count. */
  readonly now: Date
  readonly from: Date
  readonly to: Date
}

/** More meetings than any calendar of a few months holds. */
const most = 2000

/**
 * The meetings of a calendar within a span, soonest first. The address by which one joins is there for a reader who is
 * invited or has a role in one of the groups that meet, and for the secretariat.
 */
export async function calendarEntries(db: Db, wanted: EntriesQuery): Promise<readonly CalendarEntry[]> {
  return entries(db, wanted)
}

const entries = statement((db, given: Params<EntriesQuery>) =>
  db
    .selectFrom('meetings as m')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .leftJoin('people as o', 'o.id', 'm.organizerId')
    .leftJoin('invitations as i', (join) =>
      join.onRef('i.meetingId', '=', 'm.id').on('i.personId', '=', given.personId),
    )
    .select(['m.id', 'm.calendarMark', 'm.title', 'm.startsAt', 'm.minutes', 'm.zone', 'm.place', 'm.status'])
    .select((eb) =>
      eb
        .case()
        .when(eb.or([eb('i.personId', 'is not', null), mayJoin(db, eb.ref('m.groups'), given)]))
        .then(eb.ref('m.link'))
        .end()
        .as('link'),
    )
    .leftJoin('meetingSeries as s', 's.id', 'm.seriesId')
    .select(['m.sequence', 'm.changedAt', 'm.seriesDay'])
    .select(({ fn, ref }) => fn.coalesce(ref('s.rootId'), ref('s.id')).as('rootId'))
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('group'))
    .select(['o.name as organizerName', 'i.response'])
    // An address of a calendar may be passed on.
    .select(({ ref }) =>
      openEmail({ email: ref('o.email'), audience: ref('o.emailFor') }).as('organizerEmail'),
    )
    .select(({ ref }) => sql<boolean>`${ref('i.personId')} is not null`.as('invited'))
    .where('m.startsAt', '>=', given.from)
    .where('m.startsAt', '<', given.to)
    .where((eb) => eb.or([isMissing(given.groupId, 'int'), isAmong(eb.ref('m.groups'), given.groupId)]))
    .where(({ ref }) => sql<boolean>`(not ${given.mine}::boolean or ${ref('i.personId')} is not null)`)
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(most),
)

/** Whether the reader is of the secretariat, or has a role in one of the groups, in person or as their entity. */
function mayJoin(db: QueryBuilder, groups: Expression<number[]>, given: Params<EntriesQuery>) {
  const reader = db
    .selectFrom('people as p')
    .leftJoin('roles as r', (join) =>
      join
        .on(({ or, eb, ref }) =>
          or([eb('r.entityId', '=', ref('p.entityId')), eb('r.personId', '=', ref('p.id'))]),
        )
        .on(
          'r.during',
          '@>',
          ({ ref }) => sql<string>`(${given.now}::timestamptz at time zone ${ref('p.zone')})::date`,
        ),
    )
    .select('p.id')
    .where('p.id', '=', given.personId)
    .where(({ or, eb, ref }) => or([eb('p.isSecretariat', 'is', true), isOneOf(ref('r.groupId'), groups)]))
  return sql<boolean>`exists (${reader})`
}

export type SeriesOfCalendar = Readonly<
  Pick<
    MeetingSeries,
    | 'id'
    | 'calendarMark'
    | 'rule'
    | 'firstDay'
    | 'wallHour'
    | 'wallMinute'
    | 'zone'
    | 'untilDay'
    | 'times'
    | 'exceptDays'
    | 'dayShift'
    | 'madeUntil'
    | 'endedFrom'
  >
>

/** The series of several numbers. */
export async function seriesOfCalendar(db: Db, ids: readonly number[]): Promise<readonly SeriesOfCalendar[]> {
  return ids.length === 0 ? [] : series(db, { ids })
}

const series = statement((db, given: Params<{ ids: readonly number[] }>) =>
  db
    .selectFrom('meetingSeries')
    .select(['id', 'calendarMark', 'rule', 'firstDay', 'wallHour', 'wallMinute', 'zone', 'untilDay', 'times'])
    .select(['exceptDays', 'dayShift', 'madeUntil', 'endedFrom'])
    .where('id', '=', sql<number>`any (${given.ids}::int[])`),
)
