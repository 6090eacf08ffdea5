import { type ExpressionBuilder, sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Database } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../store/statement.ts'
import { groupList, isAmong } from './joint/groups.ts'
import { type Meeting, meetingRows } from './rows.ts'
import { comingCount } from './tally.ts'

export async function meetingById(db: Db, id: number): Promise<Meeting | undefined> {
  const [meeting] = await byId(db, { id })
  return meeting
}

const byId = statement((db, given: Params<{ id: number }>) => meetingRows(db).where('m.id', '=', given.id))

/** Locks the meeting's row until the transaction ends, so that two changes at once follow each other. */
export async function lockMeeting(trx: Trx, id: number): Promise<Meeting | undefined> {
  const [meeting] = await locked(trx, { id })
  return meeting
}

const locked = statement((db, given: Params<{ id: number }>) =>
  meetingRows(db).where('m.id', '=', given.id).forUpdate('m'),
)

type Tables = Database & { m: Database['meetings'] }

interface MeetingsQuery {
  readonly groupId: number | null
  /** Only those to which this person is invited. */
  readonly personId: number | null
  readonly from: Date
  readonly to: Date
  /** Only what follows this meeting in the list. */
  readonly after?: number | null
  readonly limit: number
  readonly offset: number
}

/** Meetings that begin within a span of time, soonest first, with how many entities said yes. */
export async function listMeetings(
  db: Db,
  wanted: MeetingsQuery,
): Promise<readonly (Meeting & { readonly yes: number })[]> {
  const { limit, offset, groupId, personId, after = null } = wanted
  const shape = { limit, skips: offset > 0, ofGroup: groupId !== null, ofPerson: personId !== null }
  return listed(shape)(db, { ...wanted, after })
}

type Listed = MeetingsQuery & { readonly after: number | null }

/** What is asked for stands in the statement's text: a plan for all cases at once reads every meeting of the span. */
interface MeetingsShape {
  readonly limit: number
  /** Whether pages are passed over by their number. */
  readonly skips: boolean
  readonly ofGroup: boolean
  readonly ofPerson: boolean
}

/** Which meetings stand on the page is told by their keys alone, so that those before it cost next to nothing. */
const listed = variants((shape: MeetingsShape) =>
  statement((db, given: Params<Listed>) =>
    meetingRows(db)
      .select(({ ref }) => comingCount(db, ref('m.id')).as('yes'))
      .where(({ ref }) => sql<boolean>`${ref('m.id')} = any (array(${pageOf(db, given, shape)}))`)
      .orderBy('m.startsAt')
      .orderBy('m.id'),
  ),
)

function pageOf(db: QueryBuilder, given: Params<Listed>, { limit, skips, ofGroup, ofPerson }: MeetingsShape) {
  return db
    .selectFrom('meetings as m')
    .select('m.id')
    .where((eb) => follows(eb, given))
    .where('m.startsAt', '<', given.to)
    .$if(ofGroup, (page) => page.where(({ ref }) => isAmong(ref('m.groups'), given.groupId)))
    .$if(ofPerson, (page) =>
      page.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('invitations as own')
            .select('own.meetingId')
            .whereRef('own.meetingId', '=', 'm.id')
            .where('own.personId', '=', sql<number>`${given.personId}::int`),
        ),
      ),
    )
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(sql.lit(limit))
    .$if(skips, (page) => page.offset(given.offset))
}

/**
 * Whether a meeting stands after the one named, or else begins from the first moment on: one comparison with the
 * index, so that a page costs the same however many lie before it.
 */
function follows({ ref, selectFrom }: ExpressionBuilder<Tables, 'm'>, { from, after }: Params<Listed>) {
  const start = selectFrom('meetings').select('startsAt').where('id', '=', after)
  return sql<boolean>`(${ref('m.startsAt')}, ${ref('m.id')})
    > (greatest(${start}, ${from}::timestamptz), coalesce(${after}::int, 0))`
}

/** A meeting held, with its day and the acronyms of the groups that met. */
export type MeetingHeld = Meeting & { readonly heldOn: Day; readonly groups: readonly string[] }

/** Meetings held whose day, in their own zone, lies in the period: lines of the newsletter. */
export async function meetingsHeld(db: Db, { from, to }: Period): Promise<readonly MeetingHeld[]> {
  return held(db, { from, to })
}

const held = statement((db, given: Params<Period>) => ofPeriod(db, given).where('m.status', '=', 'held'))

/** Meetings over by now whose day lies in the period and whose outcome nobody recorded, so that no issue tells of them. */
export async function meetingsUnrecorded(
  db: Db,
  { from, to }: Period,
  now: Date,
): Promise<readonly MeetingHeld[]> {
  return unrecorded(db, { from, to, now })
}

const unrecorded = statement((db, given: Params<Period & { now: Date }>) =>
  ofPeriod(db, given)
    .where('m.status', '=', 'scheduled')
    .where(
      ({ ref }) =>
        sql<boolean>`${ref('m.startsAt')} + make_interval(mins => ${ref('m.minutes')}) <= ${given.now}::timestamptz`,
    ),
)

function ofPeriod(db: QueryBuilder, given: Params<Period>) {
  return meetingRows(db)
    .select(({ ref }) => [
      sql<Day>`to_char(${ref('m.startsAt')} at time zone ${ref('m.zone')}, 'YYYY-MM-DD')`.as('heldOn'),
      groupList(db, ref('m.groups')).as('groups'),
    ])
    .where('m.startsAt', '>=', sql<Date>`${day(given.from)} - interval '1 day'`)
    .where('m.startsAt', '<', sql<Date>`${day(given.to)} + interval '2 days'`)
    .where(({ between, ref }) =>
      between(
        sql<Day>`(${ref('m.startsAt')} at time zone ${ref('m.zone')})::date`,
        day(given.from),
        day(given.to),
      ),
    )
    .orderBy('m.startsAt')
    .orderBy('m.id')
}
