import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { handleOf } from '../visibility/audience.ts'

/** Whether anybody else in the directory has this name in any order, letter case, accents or script: what names them. */
export async function namesakes(db: Db, name: string, except: number): Promise<readonly string[]> {
  const rows = await alike(db, { name, except })
  return rows.map(({ handle }) => handle)
}

const alike = statement((db, given: Params<{ name: string; except: number }>) =>
  db
    .selectFrom('people')
    .select(({ ref }) =>
      handleOf({ id: ref('id'), email: ref('email'), audience: ref('emailFor') }).as('handle'),
    )
    .where('retiredOn', 'is', null)
    .where(({ eb, fn, ref }) => eb(fn('name_key', [ref('name')]), '=', fn('name_key', [given.name])))
    .where('id', '<>', given.except)
    .limit(5),
)
