import { sql, type Transaction } from 'kysely'
import type { MeetingRef } from '../../src/core/option.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'
import type { Lookup } from '../store/lookup.ts'

export type MeetingKind = 'regular' | 'in-focus' | 'committee' | 'briefing'
export type MeetingStatus = 'scheduled' | 'held' | 'cancelled'

export interface Meeting extends MeetingRef {
  readonly groupAcronym: string | null
  readonly kind: MeetingKind
  readonly startsAt: Date
  readonly minutes: number
  /** IANA zone in which it was scheduled. */
  readonly zone: string
  readonly place: string | null
  readonly link: string | null
  readonly status: MeetingStatus
  readonly summary: string | null
  /** Why it was cancelled, where it was said. */
  readonly cancelledReason: string | null
  /** Acronyms of the entities that attended, once it was held. */
  readonly attended: readonly string[]
  readonly sequence: number
}

export interface NewMeeting {
  readonly groupId: number
  readonly title: string
  readonly kind: MeetingKind
  readonly startsAt: Date
  readonly minutes: number
  readonly zone: string
  readonly place: string | null
  readonly link: string | null
  readonly organizerId: number
}

const columns = sql`m.id, m.title, m.group_id, g.acronym as group_acronym, m.kind, m.starts_at, m.minutes, m.zone, m.place,
  m.link, m.status, m.summary, m.cancelled_reason, m.sequence,
  coalesce((select array_agg(e.acronym order by e.acronym) from entities e where e.id = any (m.attended)), '{}') as attended`

const source = sql`meetings m left join working_groups g on g.id = m.group_id`

export async function createMeeting(
  trx: Transaction<Database>,
  meeting: NewMeeting,
  now: Date,
): Promise<number> {
  const result = await sql<{ id: number }>`
    insert into meetings (group_id, title, kind, starts_at, minutes, zone, place, link, status, organizer_id, created_at, changed_at, sequence)
    values (${meeting.groupId}, ${meeting.title}, ${meeting.kind}, ${meeting.startsAt}, ${meeting.minutes}, ${meeting.zone},
      ${meeting.place}, ${meeting.link}, 'scheduled', ${meeting.organizerId}, ${now}, ${now}, 0)
    returning id`.execute(trx)
  const [row] = result.rows
  if (!row) throw new Error('the meeting was not created')
  return row.id
}

export async function meetingById(db: Db, id: number): Promise<Meeting | undefined> {
  const result = await sql<Meeting>`select ${columns} from ${source} where m.id = ${id}`.execute(db)
  return result.rows[0]
}

/** Holds the meeting's row until the transaction ends, so that two changes at once follow each other. */
export async function lockMeeting(trx: Transaction<Database>, id: number): Promise<Meeting | undefined> {
  const result =
    await sql<Meeting>`select ${columns} from ${source} where m.id = ${id} for update of m`.execute(trx)
  return result.rows[0]
}

/** What `M12`, a group's acronym (its next meeting) or words of a title mean. */
export async function findMeeting(db: Db, text: string, now: Date): Promise<Lookup<Meeting>> {
  const number = /^#?m?\s*#?(\d{1,9})$/i.exec(text.trim())?.[1]
  if (number !== undefined) {
    const value = await meetingById(db, Number(number))
    return value ? { kind: 'one', value } : { kind: 'none', nearest: null }
  }
  const result = await sql<Meeting & { exact: boolean; ofGroup: boolean }>`
    with typed as (select fold(${text}) as word)
    select ${columns}, fold(m.title) = typed.word as exact, coalesce(fold(g.acronym) = typed.word, false) as of_group
    from ${source}, typed
    where m.status <> 'cancelled'
      and (position(typed.word in fold(m.title)) > 0 or (fold(g.acronym) = typed.word and m.starts_at > ${now}))
    order by m.starts_at < ${now}, abs(extract(epoch from m.starts_at - ${now})) limit 11`.execute(db)
  const rows = result.rows
  const [first] = rows
  if (!first) return { kind: 'none', nearest: null }
  const exact = rows.filter((row) => row.exact)
  const upcoming = rows.filter((row) => row.ofGroup)
  const best =
    exact.length === 1
      ? exact[0]
      : upcoming.length > 0 && upcoming.length === rows.length
        ? upcoming[0]
        : undefined
  if (best) return { kind: 'one', value: best }
  return rows.length === 1 ? { kind: 'one', value: first } : { kind: 'several', candidates: rows }
}

/** Meetings that begin within a span of time, soonest first, with how many said yes. */
export async function listMeetings(
  db: Db,
  {
    groupId,
    from,
    to,
    limit,
    offset,
  }: {
    readonly groupId: number | null
    readonly from: Date
    readonly to: Date
    readonly limit: number
    readonly offset: number
  },
): Promise<readonly (Meeting & { readonly yes: number })[]> {
  const result = await sql<Meeting & { yes: number }>`
    select ${columns}, (select count(*)::int from invitations i where i.meeting_id = m.id and i.response = 'yes') as yes
    from ${source}
    where m.starts_at >= ${from} and m.starts_at < ${to} and (${groupId}::int is null or m.group_id = ${groupId})
    order by m.starts_at, m.id limit ${limit} offset ${offset}`.execute(db)
  return result.rows
}

/** Meetings not cancelled that overlap a span of time and share an invited group or entity with this one. */
export async function clashes(
  db: Db,
  {
    groupId,
    startsAt,
    minutes,
    except,
  }: {
    readonly groupId: number
    readonly startsAt: Date
    readonly minutes: number
    readonly except: number | null
  },
): Promise<readonly Meeting[]> {
  const result = await sql<Meeting>`
    select ${columns} from ${source}
    where m.status = 'scheduled' and m.id is distinct from ${except}::int
      and m.starts_at > ${startsAt}::timestamptz - interval '14 days'
      and m.starts_at < ${startsAt}::timestamptz + make_interval(mins => ${minutes}::int)
      and m.starts_at + make_interval(mins => m.minutes) > ${startsAt}
      and (m.group_id = ${groupId} or exists (
        select 1 from roles a join roles b on a.entity_id = b.entity_id
        where a.group_id = m.group_id and b.group_id = ${groupId}
          and a.role in ('chair', 'co-chair', 'vice-chair') and b.role in ('chair', 'co-chair', 'vice-chair')
          and a.during @> ${startsAt}::timestamptz::date and b.during @> ${startsAt}::timestamptz::date))
    order by m.starts_at limit 5`.execute(db)
  return result.rows
}

export async function moveMeeting(
  trx: Transaction<Database>,
  id: number,
  { startsAt, minutes, zone }: { readonly startsAt: Date; readonly minutes: number; readonly zone: string },
  now: Date,
): Promise<void> {
  await sql`
    update meetings set starts_at = ${startsAt}, minutes = ${minutes}, zone = ${zone}, changed_at = ${now}, sequence = sequence + 1
    where id = ${id}`.execute(trx)
}

/** Cancels it; `restoreMeeting` brings it back. */
export async function cancelMeeting(
  trx: Transaction<Database>,
  id: number,
  reason: string | null,
  now: Date,
): Promise<void> {
  await sql`
    update meetings set status = 'cancelled', cancelled_reason = ${reason}, changed_at = ${now}, sequence = sequence + 1
    where id = ${id}`.execute(trx)
}

export async function restoreMeeting(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await sql`
    update meetings set status = 'scheduled', cancelled_reason = null, changed_at = ${now}, sequence = sequence + 1
    where id = ${id}`.execute(trx)
}

export async function holdMeeting(
  trx: Transaction<Database>,
  id: number,
  { summary, attended }: { readonly summary: string; readonly attended: readonly number[] | null },
  now: Date,
): Promise<void> {
  await sql`
    update meetings set status = 'held', summary = ${summary}, attended = coalesce(${attended}::int[], attended), held_at = ${now}, changed_at = ${now}
    where id = ${id}`.execute(trx)
}

/** Meetings held whose day, in their own zone, lies in the period: lines of the newsletter. */
export async function meetingsHeld(
  db: Db,
  period: Period,
): Promise<readonly (Meeting & { readonly heldOn: Day })[]> {
  const result = await sql<Meeting & { heldOn: Day }>`
    select ${columns}, to_char(m.starts_at at time zone m.zone, 'YYYY-MM-DD') as held_on from ${source}
    where m.status = 'held' and m.starts_at >= ${period.from}::date - interval '1 day' and m.starts_at < ${period.to}::date + interval '2 days'
      and (m.starts_at at time zone m.zone)::date between ${period.from}::date and ${period.to}::date
    order by m.starts_at, m.id`.execute(db)
  return result.rows
}
