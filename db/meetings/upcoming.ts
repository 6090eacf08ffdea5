import { sql } from 'kysely'
import { matchWords, searchWords } from '../directory/search.ts'
import type { Db } from '../store/db.ts'
import { type Response, type Tally, tally } from './invitations.ts'
import type { MeetingStatus } from './meetings.ts'

export interface Upcoming {
  readonly id: number
  readonly title: string
  readonly groupAcronym: string | null
  readonly startsAt: Date
}

/** A meeting lasts fourteen days at the most; so the index on the start narrows what may not be over. */
const notOver = (now: Date) => sql`m.starts_at > ${now}::timestamptz - interval '14 days'
  and m.starts_at + make_interval(mins => m.minutes) > ${now}::timestamptz`

/** Meetings not over to which a person is invited, soonest first, with the person's answer. */
export async function nextMeetingsOf(
  db: Db,
  personId: number,
  now: Date,
  limit: number,
): Promise<readonly (Upcoming & { readonly response: Response | null })[]> {
  const result = await sql<Upcoming & { response: Response | null }>`
    select m.id, m.title, g.acronym as group_acronym, m.starts_at, i.response
    from invitations i join meetings m on m.id = i.meeting_id left join working_groups g on g.id = m.group_id
    where i.person_id = ${personId} and m.status = 'scheduled' and ${notOver(now)}
    order by m.starts_at, m.id limit ${limit}`.execute(db)
  return result.rows
}

export interface GroupAhead {
  readonly groupId: number
  /** Its next meeting that is not over; null where none is scheduled. */
  readonly id: number | null
  readonly title: string
  readonly startsAt: Date
  readonly tally: Tally
}

/** The next meeting of each group, in the order of the groups. */
export async function nextMeetingsOfGroups(
  db: Db,
  groupIds: readonly number[],
  now: Date,
): Promise<readonly GroupAhead[]> {
  const result = await sql<GroupAhead>`
    select led.group_id, m.id, m.title, m.starts_at, ${tally} as tally
    from unnest(${[...groupIds]}::int[]) with ordinality as led (group_id, place)
    left join lateral (
      select m.id, m.title, m.starts_at from meetings m
      where m.group_id = led.group_id and m.status = 'scheduled' and ${notOver(now)}
      order by m.starts_at, m.id limit 1) m on true
    order by led.place`.execute(db)
  return result.rows
}

/** The meetings ahead: those to which the person is invited before all others, each soonest first. */
export async function meetingsAhead(
  db: Db,
  personId: number,
  now: Date,
  limit: number,
): Promise<readonly NamedMeeting[]> {
  const result = await sql<NamedMeeting>`
    select m.id, m.title, g.acronym as group_acronym, m.starts_at, m.status
    from meetings m left join working_groups g on g.id = m.group_id
    where m.status = 'scheduled' and ${notOver(now)}
    order by exists (select 1 from invitations i where i.meeting_id = m.id and i.person_id = ${personId}) desc, m.starts_at, m.id
    limit ${limit}`.execute(db)
  return result.rows
}

export interface NamedMeeting extends Upcoming {
  readonly status: MeetingStatus
}

/**
 * Meetings that the beginning of a name may mean: `M12`, words of the title, misspelt or not, or a group. Those
 * ahead come first, soonest before later; then what is past, the latest first; cancelled ones are last.
 */
export async function meetingsNamed(
  db: Db,
  typed: string,
  now: Date,
  limit: number,
): Promise<readonly NamedMeeting[]> {
  const words = searchWords(typed)
  if (words.length === 0) return []
  const number = /^#?m?\s*#?(\d{1,9})$/i.exec(typed.trim())?.[1]
  const named = words.map(
    (
      word,
    ) => sql`(fold(m.title) like '%' || (select replace(replace(replace(fold(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')) || '%'
      or ${matchWords([word], sql`fold(m.title)`)}
      or m.group_id = any (array(select w.id from working_groups w where starts_with(fold(w.acronym), fold(${word})))))`,
  )
  const result = await sql<NamedMeeting>`
    select m.id, m.title, g.acronym as group_acronym, m.starts_at, m.status
    from meetings m left join working_groups g on g.id = m.group_id
    where m.id = ${number ?? null}::int or (${sql.join(named, sql` and `)})
    order by m.id is not distinct from ${number ?? null}::int desc, m.status = 'cancelled',
      m.starts_at + make_interval(mins => m.minutes) <= ${now},
      abs(extract(epoch from m.starts_at - ${now}::timestamptz)), m.id
    limit ${limit}`.execute(db)
  return result.rows
}
