import { sql, type Transaction } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

export type Response = 'yes' | 'no' | 'maybe'

export interface Invitee {
  readonly personId: number
  readonly zone: string
  readonly as: 'chair' | 'member' | 'observer'
}

/**
 * Invites everybody who belongs to the meeting's group on a day: the persons of its chairs, members and
 * observers, and of every entity where the group is open to all. Returns those newly invited.
 */
export async function inviteGroup(
  trx: Transaction<Database>,
  meetingId: number,
  on: Day,
): Promise<readonly Invitee[]> {
  const result = await sql<Invitee>`
    with meeting as (
      select m.id, m.group_id, g.open_to_all from meetings m join working_groups g on g.id = m.group_id where m.id = ${meetingId}
    ), seats as (
      select r.entity_id, r.person_id,
        case when r.role in ('chair', 'co-chair', 'vice-chair') then 'chair' else r.role end as seat
      from roles r join meeting m on m.group_id = r.group_id where r.during @> ${on}::date
      union all
      select e.id, null::int, case e.kind when 'observer' then 'observer' else 'member' end
      from entities e, meeting m
      where m.open_to_all and e.kind in ('member', 'observer') and (e.joined is null or e.joined <= ${on}::date)
        and (e.retired is null or e.retired > ${on}::date)
    ), invited as (
      insert into invitations (meeting_id, person_id, "as")
      select m.id, p.id, case min(case s.seat when 'chair' then 1 when 'member' then 2 else 3 end)
        when 1 then 'chair' when 2 then 'member' else 'observer' end
      from meeting m, seats s
      join people p on p.entity_id = s.entity_id or p.id = s.person_id
      where p.retired_on is null or p.retired_on > ${on}::date
      group by m.id, p.id
      on conflict do nothing
      returning person_id, "as"
    )
    select i.person_id, i."as", p.zone from invited i join people p on p.id = i.person_id order by i.person_id`.execute(
    trx,
  )
  return result.rows
}

/** Everybody invited, with their zone and answer. */
export async function invitees(
  db: Db,
  meetingId: number,
): Promise<
  readonly (Invitee & {
    readonly name: string
    readonly entity: string | null
    readonly response: Response | null
  })[]
> {
  const result = await sql<Invitee & { name: string; entity: string | null; response: Response | null }>`
    select i.person_id, i."as", i.response, p.zone, p.name, e.acronym as entity
    from invitations i join people p on p.id = i.person_id left join entities e on e.id = p.entity_id
    where i.meeting_id = ${meetingId} order by p.name`.execute(db)
  return result.rows
}

export interface Answers {
  readonly yes: number
  readonly maybe: number
  readonly no: number
  readonly none: number
}

/** How those invited answered, observers apart. */
export interface Tally {
  readonly seats: Answers
  readonly observers: Answers
}

const counts = sql`json_build_object('yes', count(*) filter (where i.response = 'yes'),
  'maybe', count(*) filter (where i.response = 'maybe'), 'no', count(*) filter (where i.response = 'no'),
  'none', count(*) filter (where i.response is null))`

/** The `Tally` of the meeting that the query around it calls `m`. */
export const tally = sql`json_build_object(
  'seats', (select ${counts} from invitations i where i.meeting_id = m.id and i."as" <> 'observer'),
  'observers', (select ${counts} from invitations i where i.meeting_id = m.id and i."as" = 'observer'))`

export async function tallyOf(db: Db, meetingId: number): Promise<Tally> {
  const result = await sql<{ tally: Tally }>`
    select ${tally} as tally from (select ${meetingId}::int as id) m`.execute(db)
  const [row] = result.rows
  if (!row) throw new Error('the answers were not counted')
  return row.tally
}

/** Sets a person's answer; false when that person is not invited. */
export async function respond(
  trx: Transaction<Database>,
  {
    meetingId,
    personId,
    response,
  }: { readonly meetingId: number; readonly personId: number; readonly response: Response },
  now: Date,
): Promise<boolean> {
  const result = await sql<{ one: number }>`
    update invitations set response = ${response}, responded_at = ${now}
    where meeting_id = ${meetingId} and person_id = ${personId} returning 1 as one`.execute(trx)
  return result.rows.length > 0
}

/** What the person of an account has answered; undefined for who is not invited, not linked or has not answered. */
export async function responseOf(db: Db, meetingId: number, account: Account): Promise<Response | undefined> {
  const result = await sql<{ response: Response | null }>`
    select i.response from invitations i join identities d on d.person_id = i.person_id
    where i.meeting_id = ${meetingId} and d.platform = ${account.platform} and d.tenant = ${account.tenant}
      and d.account = ${account.account}`.execute(db)
  return result.rows[0]?.response ?? undefined
}
