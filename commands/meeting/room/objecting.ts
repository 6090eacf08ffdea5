import { listEntities } from '../../../db/directory/entities.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { EntityRef } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { dayOf } from '../../../src/core/time/day.ts'

/** Raises `UserError`, at the option that names them, where entities are no members of the groups that meet. */
export async function refuseNonMembers(
  db: Db,
  { groupIds, startsAt, zone }: Pick<Meeting, 'groupIds' | 'startsAt' | 'zone'>,
  entities: readonly Pick<EntityRef, 'id' | 'acronym'>[],
  option: string,
): Promise<void> {
  if (entities.length === 0 || groupIds.length === 0) return
  const members = new Set<number>()
  for (const groupId of groupIds) {
    const all = await listEntities(db, { groupId, on: dayOf(startsAt, zone) })
    for (const { id, role } of all) if (role !== 'observer') members.add(id)
  }
  const others = entities.filter(({ id }) => !members.has(id)).map(({ acronym }) => acronym)
  if (others.length === 0) return
  throw new UserError(
    `Only members of the group may object to a proposal, and ${list(others, 'and')} ${others.length === 1 ? 'is' : 'are'} not among them that day.`,
    { option },
  )
}
