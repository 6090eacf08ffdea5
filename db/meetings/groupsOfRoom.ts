import type { Room } from '../../src/core/address.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** The working groups whose room a channel is. */
export async function groupsOfRoom(
  db: Db,
  { platform, tenant, channel }: Room,
): Promise<readonly { readonly id: number; readonly acronym: string }[]> {
  return groups(db, { platform, tenant, channel })
}

const groups = statement((db, given: Params<Room>) =>
  db
    .selectFrom('rooms as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['g.id', 'g.acronym'])
    .where('r.platform', '=', given.platform)
    .where('r.tenant', '=', given.tenant)
    .where('r.channel', '=', given.channel)
    .orderBy('g.number'),
)
