import { sql, type Transaction } from 'kysely'
import type { Account, Room } from '../../src/core/address.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

/** Makes a room a working group's; false when it was already. A fault noted there is forgotten. */
export async function bindRoom(
  trx: Transaction<Database>,
  groupId: number,
  { platform, tenant, channel }: Room,
  boundBy: number,
  now: Date,
): Promise<boolean> {
  const result = await sql<{ fresh: boolean }>`
    insert into rooms (group_id, platform, tenant, channel, bound_by, bound_at)
    values (${groupId}, ${platform}, ${tenant}, ${channel}, ${boundBy}, ${now})
    on conflict (group_id, platform, tenant, channel) do update set fault = null
    returning (xmax = 0) as fresh`.execute(trx)
  return result.rows[0]?.fresh ?? false
}

/** False when the room was not the group's. */
export async function unbindRoom(
  trx: Transaction<Database>,
  groupId: number,
  { platform, tenant, channel }: Room,
): Promise<boolean> {
  const result = await sql<{ one: number }>`
    delete from rooms where group_id = ${groupId} and platform = ${platform} and tenant = ${tenant} and channel = ${channel}
    returning 1 as one`.execute(trx)
  return result.rows.length > 0
}

/** The rooms of a group in which something can be said. */
export async function roomsOf(db: Db, groupId: number): Promise<readonly Room[]> {
  const result = await sql<Room>`
    select platform, tenant, channel from rooms where group_id = ${groupId} and fault is null
    order by bound_at, platform, tenant, channel`.execute(db)
  return result.rows
}

/** Rooms on an account's platform of the groups in which its person has a role now; those that can be reached. */
export async function roomsOfAccount(
  db: Db,
  { platform, tenant, account }: Account,
  today: Day,
): Promise<readonly Room[]> {
  const result = await sql<Room>`
    select distinct r.platform, r.tenant, r.channel
    from identities i
    join people p on p.id = i.person_id
    join roles w on (w.person_id = p.id or w.entity_id = p.entity_id) and w.during @> ${today}::date
    join rooms r on r.group_id = w.group_id and r.platform = i.platform and r.fault is null
    where i.platform = ${platform} and i.tenant = ${tenant} and i.account = ${account}
    order by r.platform, r.tenant, r.channel`.execute(db)
  return result.rows
}

/** The rooms of a workspace, tenant or guild in which something can be said. */
export async function roomsOfTenant(db: Db, platform: string, tenant: string): Promise<readonly Room[]> {
  const result = await sql<Room>`
    select distinct platform, tenant, channel from rooms
    where platform = ${platform} and tenant = ${tenant} and fault is null
    order by channel`.execute(db)
  return result.rows
}

/**
 * Notes why nothing can be said in a room; nothing is said there until it is bound again. Returns the acronyms of
 * the groups whose room it was until now.
 */
export async function markRoom(
  db: Db,
  { platform, tenant, channel }: Room,
  fault: string,
): Promise<readonly string[]> {
  const result = await sql<{ acronym: string }>`
    update rooms r set fault = ${fault} from working_groups g
    where r.platform = ${platform} and r.tenant = ${tenant} and r.channel = ${channel} and r.fault is null and g.id = r.group_id
    returning g.acronym`.execute(db)
  return result.rows.map(({ acronym }) => acronym)
}
