import type { Db } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'

/** How many member entities make a group's decision valid; null where it has no such rule. */
export async function quorumOf(db: Db, groupId: number): Promise<number | null> {
  const [row] = await ofGroup(db, { groupId })
  return row?.quorum ?? null
}

const ofGroup = statement((db, given: Given<{ groupId: number }>) =>
  db.selectFrom('workingGroups').select('quorum').where('id', '=', given.groupId),
)
