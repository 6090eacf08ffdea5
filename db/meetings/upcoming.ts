import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'

import {
  givenWords,
  matchWords,
  type SearchWordValues,
  searchWords,
  wordsGiven,
} from '../directory/find/searchWords.ts'
import type { Database, Meetings, WorkingGroups } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { fold } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../store/statement.ts'
import { meetingNumber } from './find/findMeeting.ts'
import { groupNames, isAmong, overlaps } from './joint/groups.ts'
import { type AnswerTally, type Response, tally } from './tally.ts'

export interface Upcoming extends Readonly<Pick<Meetings, 'id' | 'title' | 'startsAt'>> {
  readonly groupAcronym: WorkingGroups['acronym'] | null
}

type Tables = Database & { m: Database['meetings'] }

/** A meeting lasts fourteen days at most, so the index on its start leaves few whose end has to be looked at. */
export function notOver({ ref }: ExpressionBuilder<Tables, 'm'>, now: RawBuilder<Date>): RawBuilder<boolean> {
  const start = ref('m.startsAt')
  return sql`(${start} > ${now}::timestamptz - interval '14 days'
    and ${start} + make_interval(mins => ${ref('m.minutes')}) > ${now}::timestamptz)`
}

export interface NextMeeting extends Upcoming {
  readonly response: Response | null
  /** When the person answered, if only to take the answer back. */
  readonly respondedAt: Date | null
  /** When the meeting was scheduled or last changed. */
  readonly changedAt: Date
}

/** Meetings not over to which a person is invited, soonest first, with the person's answer. */
export async function nextMeetingsOf(
  db: Db,
  personId: number,
  now: Date,
  limit: number,
): Promise<readonly NextMeeting[]> {
  return nextOf(db, { personId, now, limit })
}

const nextOf = statement((db, given: Params<{ personId: number; now: Date; limit: number }>) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('meetings as m', 'm.id', 'i.meetingId')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['m.id', 'm.title', 'm.startsAt', 'm.changedAt', 'i.response', 'i.respondedAt'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'))
    .where('i.personId', '=', given.personId)
    .where('m.status', '=', 'scheduled')
    .where((eb) => notOver(eb, given.now))
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(given.limit),
)

export interface GroupAhead {
  readonly groupId: number
  /** Its next meeting that is not over; null where none is scheduled. */
  readonly next: (Pick<Upcoming, 'id' | 'title' | 'startsAt'> & { readonly tally: AnswerTally }) | null
}

/** The next meeting of each group, in the order of the groups. */
export async function nextMeetingsOfGroups(
  db: Db,
  groupIds: readonly number[],
  now: Date,
): Promise<readonly GroupAhead[]> {
  const rows = await nextOfGroups(db, { groupIds, now })
  return rows.map(({ groupId, id, title, startsAt, tally }) => ({
    groupId,
    next: id === null || title === null || startsAt === null ? null : { id, title, startsAt, tally },
  }))
}

const nextOfGroups = statement((db, given: Params<{ groupIds: readonly number[]; now: Date }>) =>
  db
    .selectFrom(
      sql<{ groupId: number; nth: number }>`unnest(${given.groupIds}::int[]) with ordinality`.as<'led'>(
        sql`led (${sql.ref('groupId')}, nth)`,
      ),
    )
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('meetings as m')
          .select(['m.id', 'm.title', 'm.startsAt'])
          .where(({ ref }) => isAmong(ref('m.groups'), ref('led.groupId')))
          .where('m.status', '=', 'scheduled')
          .where((eb) => notOver(eb, given.now))
          .orderBy('m.startsAt')
          .orderBy('m.id')
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .select(['led.groupId', 'next.id', 'next.title', 'next.startsAt'])
    .select(({ ref }) => tally(db, ref('next.id')).as('tally'))
    .orderBy('led.nth'),
)

export interface NamedMeeting extends Upcoming {
  readonly status: Meetings['status']
}

/** The meetings ahead: those to which the person is invited before all others, each soonest first. */
export async function meetingsAhead(
  db: Db,
  personId: number,
  now: Date,
  limit: number,
): Promise<readonly NamedMeeting[]> {
  return ahead(db, { personId, now, limit })
}

const ahead = statement((db, given: Params<{ personId: number; now: Date; limit: number }>) =>
  namedMeetings(db)
    .where('m.status', '=', 'scheduled')
    .where((eb) => notOver(eb, given.now))
    .orderBy(
      ({ exists, selectFrom }) =>
        exists(
          selectFrom('invitations as i')
            .select('i.meetingId')
            .whereRef('i.meetingId', '=', 'm.id')
            .where('i.personId', '=', given.personId),
        ),
      'desc',
    )
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(given.limit),
)

/** Meetings `m` with what they are offered by. */
export function namedMeetings(db: QueryBuilder) {
  return db
    .selectFrom('meetings as m')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['m.id', 'm.title', 'm.startsAt', 'm.status'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'))
}

/**
 * Meetings that the beginning of a name may mean: `M12`, words of the title, misspelt or not, or a group. Those
 * ahead come first, soonest before later; then past ones, the latest first; cancelled ones are last.
 */
export async function meetingsNamed(
  db: Db,
  typed: string,
  now: Date,
  limit: number,
): Promise<readonly NamedMeeting[]> {
  const words = searchWords(typed)
  if (words.length === 0) return []
  const id = meetingNumber(typed)
  return named(words.length)(db, { id, now, limit, ...wordsGiven(words) })
}

/** One statement for each number of words. */
const named = variants((count: number) =>
  statement((db, given: Params<{ id: number | null; now: Date; limit: number } & SearchWordValues>) =>
    namedMeetings(db)
      .where((eb) =>
        eb.or([
          eb('m.id', '=', sql<number>`${given.id}::int`),
          eb.and(givenWords(given, count).map((word) => fitsWord(db, eb, word))),
        ]),
      )
      .orderBy((eb) => eb('m.id', 'is not distinct from', sql<number>`${given.id}::int`), 'desc')
      .orderBy((eb) => eb('m.status', '=', 'cancelled'))
      .orderBy(
        ({ ref }) => sql`${ref('m.startsAt')} + make_interval(mins => ${ref('m.minutes')}) <= ${given.now}`,
      )
      .orderBy(({ ref }) => sql`abs(extract(epoch from ${ref('m.startsAt')} - ${given.now}::timestamptz))`)
      .orderBy('m.id')
      .limit(given.limit),
  ),
)

/** Whether a word stands in the title, resembles one of its words or begins the acronym of the group. */
function fitsWord(db: QueryBuilder, eb: ExpressionBuilder<Tables, 'm'>, word: RawBuilder<string>) {
  const title = fold(eb.ref('m.title'))
  const group = db
    .selectFrom('workingGroups as w')
    .select('w.id')
    .where(({ ref }) => sql<boolean>`starts_with(${fold(ref('w.acronym'))}, ${fold(word)})`)
  const escaped = sql`replace(replace(replace(${fold(word)}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`
  return sql<boolean>`(${title} like '%' || (select ${escaped}) || '%'
    or ${matchWords([word], title)}
    or ${overlaps(eb.ref('m.groups'), sql`array(${group})`)})`
}
