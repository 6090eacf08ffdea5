import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The acronym of a working group; empty for none. */
export async function groupAcronym(db: Db, id: number): Promise<string> {
  const [row] = await acronym(db, { id })
  return row?.acronym ?? ''
}

const acronym = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('workingGroups').select('acronym').where('id', '=', given.id),
)
