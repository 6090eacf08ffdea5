import { sql } from 'kysely'

import type { WorkingGroups } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

export interface GroupQuorum extends Readonly<Pick<WorkingGroups, 'acronym'>> {
  readonly groupId: WorkingGroups['id']
  /** How many member entities make a decision valid. */
  readonly quorum: number
}

/** The quorum of each of the groups that has such a rule, in the order of the groups. */
export async function quorumsOf(db: Db, groupIds: readonly number[]): Promise<readonly GroupQuorum[]> {
  if (groupIds.length === 0) return []
  const rows = await ofGroups(db, { groupIds })
  return rows.flatMap(({ quorum, ...group }) => (quorum === null ? [] : [{ ...group, quorum }]))
}

const ofGroups = statement((db, given: Params<{ groupIds: readonly number[] }>) =>
  db
    .selectFrom('workingGroups')
    .select(['id as groupId', 'acronym', 'quorum'])
    .where('quorum', 'is not', null)
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.groupIds}::int[])`)
    .orderBy('number'),
)
