import { sql } from 'kysely'

import type { Account, Room } from '../../src/core/address.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Db, Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { isOneOf, listed } from './joint/groups.ts'

function roomOf({ platform, tenant, channel }: Params<Room>) {
  return { platform, tenant, channel }
}

/** Makes a room a working group's; false when it was already. Clears a fault noted there. */
export async function bindRoom(
  trx: Trx,
  groupId: number,
  room: Room,
  boundBy: number,
  now: Date,
): Promise<boolean> {
  const [bound] = await bind(trx, { ...room, groupId, boundBy, now })
  return bound?.fresh ?? false
}

const bind = statement((db, given: Params<Room & { groupId: number; boundBy: number; now: Date }>) =>
  db
    .insertInto('rooms')
    .values({ ...roomOf(given), groupId: given.groupId, boundBy: given.boundBy, boundAt: given.now })
    .onConflict((conflict) =>
      conflict.columns(['groupId', 'platform', 'tenant', 'channel']).doUpdateSet({ fault: null }),
    )
    .returning(sql<boolean>`(xmax = 0)`.as('fresh')),
)

/** False when the room was not the group's. */
export async function unbindRoom(trx: Trx, groupId: number, room: Room): Promise<boolean> {
  const unbound = await unbind(trx, { ...room, groupId })
  return unbound.length > 0
}

const unbind = statement((db, given: Params<Room & { groupId: number }>) =>
  db
    .deleteFrom('rooms')
    .where(({ and }) => and({ ...roomOf(given), groupId: given.groupId }))
    .returning('groupId'),
)

/** The rooms of any of the groups in which something can be said, each once. */
export async function roomsOf(db: Db, groupIds: readonly number[]): Promise<readonly Room[]> {
  return ofGroups(db, { groupIds })
}

const ofGroups = statement((db, given: Params<{ groupIds: readonly number[] }>) =>
  db
    .selectFrom('rooms')
    .select(['platform', 'tenant', 'channel'])
    .where(({ ref }) => isOneOf(ref('groupId'), listed(given.groupIds)))
    .where('fault', 'is', null)
    .groupBy(['platform', 'tenant', 'channel'])
    .orderBy(({ fn }) => fn.min('boundAt'))
    .orderBy('platform')
    .orderBy('tenant')
    .orderBy('channel'),
)

/** Every room of any group in which something can be said, each once. */
export async function everyRoom(db: Db): Promise<readonly Room[]> {
  return all(db, {})
}

const all = statement((db) =>
  db
    .selectFrom('rooms')
    .select(['platform', 'tenant', 'channel'])
    .distinct()
    .where('fault', 'is', null)
    .orderBy('platform')
    .orderBy('tenant')
    .orderBy('channel'),
)

/** The reachable rooms, on an account's platform, of the groups in which its person has a role on that day. */
export async function roomsOfAccount(db: Db, account: Account, today: Day): Promise<readonly Room[]> {
  return ofAccount(db, { ...account, today })
}

const ofAccount = statement((db, given: Params<Account & { today: Day }>) =>
  db
    .selectFrom('identities as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .innerJoin('roles as w', (join) =>
      join
        .on((eb) =>
          eb.or([eb('w.personId', '=', eb.ref('p.id')), eb('w.entityId', '=', eb.ref('p.entityId'))]),
        )
        .on('w.during', '@>', day(given.today)),
    )
    .innerJoin('rooms as r', (join) =>
      join
        .onRef('r.groupId', '=', 'w.groupId')
        .onRef('r.platform', '=', 'i.platform')
        .on('r.fault', 'is', null),
    )
    .select(['r.platform', 'r.tenant', 'r.channel'])
    .distinct()
    .where(({ and }) =>
      and({ 'i.platform': given.platform, 'i.tenant': given.tenant, 'i.account': given.account }),
    )
    .orderBy('r.platform')
    .orderBy('r.tenant')
    .orderBy('r.channel'),
)

/** The rooms of a workspace, tenant or guild in which something can be said. */
export async function roomsOfTenant(db: Db, platform: string, tenant: string): Promise<readonly Room[]> {
  return ofTenant(db, { platform, tenant })
}

const ofTenant = statement((db, given: Params<{ platform: string; tenant: string }>) =>
  db
    .selectFrom('rooms')
    .select(['platform', 'tenant', 'channel'])
    .distinct()
    .where('platform', '=', given.platform)
    .where('tenant', '=', given.tenant)
    .where('fault', 'is', null)
    .orderBy('channel'),
)

/**
 * Notes why nothing can be said in a room; nothing is said there until it is bound again. Returns the acronyms of the
 * groups whose room it was until now.
 */
export async function markRoom(db: Db, room: Room, fault: string): Promise<readonly string[]> {
  const groups = await mark(db, { ...room, fault })
  return groups.map(({ acronym }) => acronym)
}

const mark = statement((db, given: Params<Room & { fault: string }>) =>
  db
    .updateTable('rooms as r')
    .from('workingGroups as g')
    .set({ fault: given.fault })
    .where(({ and }) =>
      and({ 'r.platform': given.platform, 'r.tenant': given.tenant, 'r.channel': given.channel }),
    )
    .where('r.fault', 'is', null)
    .whereRef('g.id', '=', 'r.groupId')
    .returning('g.acronym'),
)
