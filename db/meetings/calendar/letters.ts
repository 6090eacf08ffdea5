import { type Expression, sql } from 'kysely'

import type { CalendarLetters } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import type { Response } from '../tally.ts'
import type { CalendarMeeting, SeriesPosition } from './entries.ts'

/** A calendar letter that is due to an address. */
export interface DueLetter extends CalendarMeeting, SeriesPosition {
  readonly organizer: string
  readonly email: string
  /** The reader's name; null for a guest whom the directory does not know. */
  readonly reader: string | null
  /** What such a guest is called, where that is known. */
  readonly guest: string | null
  readonly readerZone: string
  readonly response: Response | null
  readonly method: CalendarLetters['method']
  /** What went out before; null for the first letter. */
  readonly before: CalendarLetters['method'] | null
  /** How many letters went to this address, this one too, beyond those that told of the meeting's own changes. */
  readonly copies: number
}

/** Of a series so much is sent ahead, rather than years of it at once. */
export const seriesDays = 30

/**
 * Letters on meetings ahead that have not gone out as the meeting stands now: to everybody invited who has an address
 * and has not declined, and a cancellation to whoever is invited no more.
 */
export async function dueLetters(db: Db, now: Date, limit: number): Promise<readonly DueLetter[]> {
  const requests = await toInvite(db, { now, limit })
  const cancellations = await toCancel(db, { now, limit })
  return [...requests, ...cancellations]
}

const toInvite = statement((db, given: Params<{ now: Date; limit: number }>) =>
  meetingsAhead(db, given.now)
    .innerJoin(readers(db).as('r'), 'r.meetingId', 'm.id')
    .leftJoin('calendarLetters as l', (join) =>
      join.onRef('l.meetingId', '=', 'm.id').onRef('l.email', '=', 'r.email'),
    )
    .select(['r.email', 'r.reader', 'r.guest', 'r.zone as readerZone', 'r.response', 'l.method as before'])
    .select(({ ref }) => copiesWith(ref('m.sequence'), ref('l.sequence'), ref('l.copies')).as('copies'))
    .select(sql<DueLetter['method']>`'REQUEST'`.as('method'))
    .where('m.status', '=', 'scheduled')
    .where('r.response', 'is distinct from', 'no')
    .where((eb) =>
      eb.or([
        eb('m.seriesId', 'is', null),
        eb(
          'm.startsAt',
          '<',
          sql<Date>`${given.now}::timestamptz + make_interval(days => ${sql.lit(seriesDays)})`,
        ),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('l.email', 'is', null),
        eb('l.sequence', '<', eb.ref('m.sequence')),
        eb('l.method', '=', 'CANCEL'),
      ]),
    )
    .orderBy('m.startsAt')
    .limit(given.limit),
)

const toCancel = statement((db, given: Params<{ now: Date; limit: number }>) =>
  meetingsAhead(db, given.now)
    .innerJoin('calendarLetters as l', 'l.meetingId', 'm.id')
    .leftJoin('people as p', 'p.email', 'l.email')
    .leftJoin('meetingGuests as q', (join) =>
      join.onRef('q.meetingId', '=', 'm.id').onRef('q.email', '=', 'l.email'),
    )
    .select(({ ref }) => [
      'l.email',
      'p.name as reader',
      'q.name as guest',
      sql<string>`coalesce(${ref('p.zone')}, ${ref('m.zone')})`.as('readerZone'),
      sql<Response | null>`null`.as('response'),
      sql<CalendarLetters['method'] | null>`${ref('l.method')}`.as('before'),
      copiesWith(ref('m.sequence'), ref('l.sequence'), ref('l.copies')).as('copies'),
      sql<DueLetter['method']>`'CANCEL'`.as('method'),
    ])
    .where('l.method', '=', 'REQUEST')
    .where((eb) =>
      eb.or([
        eb('m.status', '=', 'cancelled'),
        eb.not(
          eb.exists(
            eb
              .selectFrom(readers(db).as('r'))
              .select('r.email')
              .whereRef('r.meetingId', '=', 'm.id')
              .whereRef('r.email', '=', 'l.email'),
          ),
        ),
      ]),
    )
    .orderBy('m.startsAt')
    .limit(given.limit),
)

/** The copies with this letter: the number of changes of a calendar rises with each letter, as that of the meeting may not. */
function copiesWith(
  sequence: Expression<number>,
  before: Expression<number | null>,
  copies: Expression<number | null>,
) {
  return sql<number>`coalesce(${copies}, 0) + case when ${before} = ${sequence} then 1 else 0 end`
}

function meetingsAhead(db: QueryBuilder, now: Params<{ now: Date }>['now']) {
  return db
    .selectFrom('meetings as m')
    .innerJoin('people as o', 'o.id', 'm.organizerId')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .leftJoin('meetingSeries as s', 's.id', 'm.seriesId')
    .select(({ fn, ref }) => fn.coalesce(ref('s.rootId'), ref('s.id')).as('rootId'))
    .select([
      'm.seriesDay',
      'm.id',
      'm.calendarMark',
      'm.title',
      'm.startsAt',
      'm.minutes',
      'm.zone',
      'm.place',
      'm.link',
      'm.status',
    ])
    .select(['m.sequence', 'm.changedAt', 'o.name as organizer'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('group'))
    .where('m.startsAt', '>', now)
}

/** Every address to which a meeting belongs, once. */
function readers(db: QueryBuilder) {
  return db
    .selectFrom('invitations as i')
    .innerJoin('people as p', (join) => join.onRef('p.id', '=', 'i.personId').on('p.retiredOn', 'is', null))
    .where('p.email', 'is not', null)
    .select(({ ref }) => [
      'i.meetingId',
      sql<string>`${ref('p.email')}`.as('email'),
      sql<string | null>`${ref('p.name')}`.as('reader'),
      sql<string | null>`null::text`.as('guest'),
      'p.zone',
      'i.response',
    ])
    .unionAll(
      db
        .selectFrom('meetingGuests as q')
        .innerJoin('meetings as m', 'm.id', 'q.meetingId')
        .where('q.withdrawnAt', 'is', null)
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('people as k')
                .innerJoin('invitations as j', 'j.personId', 'k.id')
                .select('k.id')
                .whereRef('k.email', '=', 'q.email')
                .whereRef('j.meetingId', '=', 'q.meetingId'),
            ),
          ),
        )
        .select([
          'q.meetingId',
          'q.email',
          sql<string | null>`null`.as('reader'),
          'q.name as guest',
          'm.zone',
          sql<Response | null>`null`.as('response'),
        ]),
    )
}
