import { type RawBuilder, sql } from 'kysely'
import type { Room } from '../../src/core/address.ts'
import type { Db } from '../store/db.ts'
import type { Response } from './invitations.ts'

/** One reminder that is due in a group’s room, in the meeting’s own zone. */
export interface DueRoomReminder extends Omit<DueReminder, 'personId' | 'response'> {
  readonly room: Room
}

/** One reminder that is due: the lead that came last, for a meeting still ahead. */
export interface DueReminder {
  readonly meetingId: number
  readonly title: string
  readonly groupAcronym: string | null
  readonly startsAt: Date
  readonly place: string | null
  readonly link: string | null
  readonly response: Response | null
  readonly personId: number
  /** The reader's IANA zone. */
  readonly zone: string
  readonly lead: '7d' | '1d' | '15m'
  readonly key: string
}

/**
 * Reminders due at `now` and not yet in the ledger. Days ahead are counted on the wall clock of the meeting's
 * zone, so that a clock change in between moves nothing; a lead that had passed when the time was set is left out.
 */
export async function dueReminders(db: Db, now: Date, limit: number): Promise<readonly DueReminder[]> {
  const result = await sql<DueReminder>`
    with ${dueLeads(now)}, keyed as (
      select m.id as meeting_id, m.title, g.acronym as group_acronym, m.starts_at, m.place, m.link, i.response,
        p.id as person_id, p.zone, due.lead,
        concat_ws(':', 'meeting', m.id, m.sequence, due.lead, p.id) as key
      from due join meetings m on m.id = due.id left join working_groups g on g.id = m.group_id
      join invitations i on i.meeting_id = m.id and i.response is distinct from 'no'
      join people p on p.id = i.person_id and p.retired_on is null
    )
    select * from keyed k where not exists (select 1 from notices n where n.key = k.key)
    order by k.starts_at, k.person_id limit ${limit}`.execute(db)
  return result.rows
}

/** As `dueReminders`, for the rooms of the groups that meet. */
export async function dueRoomReminders(
  db: Db,
  now: Date,
  limit: number,
): Promise<readonly DueRoomReminder[]> {
  const result = await sql<DueRoomReminder>`
    with ${dueLeads(now)}, keyed as (
      select m.id as meeting_id, m.title, g.acronym as group_acronym, m.starts_at, m.place, m.link, m.zone, due.lead,
        json_build_object('platform', r.platform, 'tenant', r.tenant, 'channel', r.channel) as room,
        concat_ws(':', 'meeting', m.id, m.sequence, due.lead, r.platform, r.tenant, r.channel) as key
      from due join meetings m on m.id = due.id join working_groups g on g.id = m.group_id
      join rooms r on r.group_id = m.group_id and r.fault is null and r.bound_at <= due.due_at
    )
    select * from keyed k where not exists (select 1 from notices n where n.key = k.key)
    order by k.starts_at, k.key limit ${limit}`.execute(db)
  return result.rows
}

/** The common table expression of meetings ahead with the lead that came last. */
function dueLeads(now: Date): RawBuilder<unknown> {
  return sql`leads (lead, span) as (
      values ('7d', interval '7 days'), ('1d', interval '1 day'), ('15m', interval '15 minutes')
    ), due as (
      select distinct on (m.id) m.id, l.lead, d.due_at
      from meetings m cross join leads l
      cross join lateral (
        select case when l.lead = '15m' then m.starts_at - l.span
          else ((m.starts_at at time zone m.zone) - l.span) at time zone m.zone end as due_at
      ) d
      where m.status = 'scheduled' and m.starts_at > ${now} and m.starts_at < ${now}::timestamptz + interval '8 days'
        and d.due_at <= ${now} and d.due_at >= m.changed_at
      order by m.id, d.due_at desc
    )`
}
