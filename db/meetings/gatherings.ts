import { sql } from 'kysely'

import type { Room } from '../../src/core/address.ts'
import type { Db } from '../store/db.ts'

export interface GatheringRow {
  readonly id: number
  readonly title: string
  readonly groupAcronym: string
  readonly startsAt: Date
  readonly minutes: number
  readonly zone: string
  readonly place: string | null
  readonly status: 'scheduled' | 'held' | 'cancelled'
  /** Never empty. */
  readonly rooms: readonly Room[]
}

/** No calendar of a platform takes more. */
const most = 500

/**
 * Meetings that have not begun and are not cancelled, of groups with a reachable room on a platform, soonest first;
 * or the one of an id, whenever and whatever it is.
 */
export async function gatheringsOn(
  db: Db,
  platform: string,
  now: Date,
  id?: number,
): Promise<readonly GatheringRow[]> {
  const which = id === undefined ? sql`m.starts_at > ${now} and m.status <> 'cancelled'` : sql`m.id = ${id}`
  const result = await sql<GatheringRow>`
    select m.id, m.title, g.acronym as group_acronym, m.starts_at, m.minutes, m.zone, m.place, m.status, r.rooms
    from meetings m
    join working_groups g on g.id = m.group_id
    join lateral (
      select json_agg(json_build_object('platform', platform, 'tenant', tenant, 'channel', channel)
        order by bound_at, tenant, channel) as rooms
      from rooms where group_id = m.group_id and platform = ${platform} and fault is null) r on r.rooms is not null
    where ${which}
    order by m.starts_at, m.id limit ${most}`.execute(db)
  return result.rows
}
