import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The number of the issue that an update is for; undefined for none. */
export async function issueOfUpdate(db: Db, updateId: number): Promise<number | undefined> {
  const [row] = await issueOf(db, { updateId })
  return row?.newsletterId ?? undefined
}

const issueOf = statement((db, given: Params<{ updateId: number }>) =>
  db.selectFrom('updates').select('newsletterId').where('id', '=', given.updateId),
)
