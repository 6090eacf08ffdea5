import type { Entities } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** An entity by its number on record. */
export async function entityById(
  db: Db,
  id: number,
): Promise<Pick<Entities, 'id' | 'acronym' | 'name' | 'kind'> | undefined> {
  const [row] = await byId(db, { id })
  return row
}

const byId = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('entities').select(['id', 'acronym', 'name', 'kind']).where('id', '=', given.id),
)
