import { type RawBuilder, sql } from 'kysely'

import type { Room } from '../../src/core/address.ts'
import type { Lead } from '../../src/core/feature/rule.ts'
import type { Db } from '../store/db.ts'
import type { Response } from './invitations.ts'

/** A meeting still ahead, with the lead that came last. */
interface DueMeeting {
  readonly key: string
  /** `meeting:12`. */
  readonly subject: string
  readonly meetingId: number
  readonly title: string
  readonly groupAcronym: string | null
  readonly startsAt: Date
  readonly place: string | null
  readonly link: string | null
  readonly lead: Lead
}

/** One reminder that is due to a person. */
export interface DueReminder extends DueMeeting {
  readonly response: Response | null
  readonly personId: number
  /** The reader's IANA zone. */
  readonly zone: string
}

/** One reminder that is due in a group's room. */
export interface DueRoomReminder extends DueMeeting {
  readonly room: Room
  /** The meeting's IANA zone. */
  readonly zone: string
}

/**
 * Reminders due at `now` and not yet in the ledger; their keys begin with `rule`. A lead that had passed when the
 * time of the meeting was set is left out.
 */
export async function dueReminders(
  db: Db,
  rule: string,
  leads: readonly Lead[],
  now: Date,
  limit: number,
): Promise<readonly DueReminder[]> {
  const result = await sql<DueReminder>`
    with ${dueLeads(leads, now)}, keyed as (
      select concat_ws(':', ${rule}::text, m.id, m.sequence, due.name, p.id) as key, ${meetingColumns},
        i.response, p.id as person_id, p.zone
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
  rule: string,
  leads: readonly Lead[],
  now: Date,
  limit: number,
): Promise<readonly DueRoomReminder[]> {
  const result = await sql<DueRoomReminder>`
    with ${dueLeads(leads, now)}, keyed as (
      select concat_ws(':', ${rule}::text, m.id, m.sequence, due.name, r.platform, r.tenant, r.channel) as key,
        ${meetingColumns}, m.zone,
        json_build_object('platform', r.platform, 'tenant', r.tenant, 'channel', r.channel) as room
      from due join meetings m on m.id = due.id join working_groups g on g.id = m.group_id
      join rooms r on r.group_id = m.group_id and r.fault is null and r.bound_at <= due.due_at
    )
    select * from keyed k where not exists (select 1 from notices n where n.key = k.key)
    order by k.starts_at, k.key limit ${limit}`.execute(db)
  return result.rows
}

const meetingColumns = sql`concat('meeting:', m.id) as subject, m.id as meeting_id, m.title, g.acronym as group_acronym,
  m.starts_at, m.place, m.link, json_build_object('name', due.name, 'days', due.days, 'minutes', due.minutes) as lead`

/** The common table expression of meetings ahead with the lead that came last. */
function dueLeads(leads: readonly Lead[], now: Date): RawBuilder<unknown> {
  const horizonDays = 1 + Math.max(...leads.map(({ days, minutes }) => days + Math.ceil(minutes / 1440)))
  return sql`leads as (
      select name, days, minutes from json_to_recordset(${JSON.stringify(leads)}::json) as l(name text, days int, minutes int)
    ), due as (
      select distinct on (m.id) m.id, l.name, l.days, l.minutes, d.due_at
      from meetings m cross join leads l
      cross join lateral (
        -- The wall clock is asked for days alone: it shows one hour twice when the clocks go back.
        select case when l.days = 0 then m.starts_at
          else ((m.starts_at at time zone m.zone) - make_interval(days => l.days)) at time zone m.zone
          end - make_interval(mins => l.minutes) as due_at
      ) d
      where m.status = 'scheduled' and m.starts_at > ${now}
        and m.starts_at < ${now}::timestamptz + make_interval(days => ${horizonDays}::int)
        and d.due_at <= ${now} and d.due_at >= m.changed_at
      order by m.id, d.due_at desc
    )`
}
