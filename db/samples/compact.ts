import type { Store } from '../store/connect.ts'
import { lockTables } from '../store/locks.ts'
import { statement } from '../store/statement.ts'
import { otherAcronyms } from './acronyms.ts'
import { entities, organizations } from './entities.ts'
import { figures } from './figures.ts'
import { groups } from './groups.ts'
import { load, secretariatEmail } from './load.ts'
import { seatOf } from './seats.ts'

/** All that the sample holds. */
export const sample = {
  entities,
  organizations,
  groups,
  figures,
  otherAcronyms,
  seats: entities.map(({ acronym }) => seatOf(acronym)),
}

/**
 * Loads the Compact into an empty store, in one transaction; false when the store has data. Safe when two
 * processes start at once.
 */
export async function loadSample({ kysely }: Store): Promise<boolean> {
  const [found] = await anything(kysely, {})
  if (found) return false
  return kysely.transaction().execute(async (trx) => {
    await lockTables(trx, ['entities', 'people'], 'exclusive')
    const [meanwhile] = await anything(trx, {})
    if (meanwhile) return false
    await load(trx)
    return true
  })
}

/** One row if the store holds any data, none if it is empty. */
const anything = statement((db) =>
  db
    .selectFrom('entities')
    .select('id')
    .unionAll((all) => all.selectFrom('people').select('id'))
    .unionAll((all) => all.selectFrom('audit').select('id'))
    .limit(1),
)

/** Whether the sample was loaded into the store, whatever was changed since. */
export async function holdsSample({ kysely }: Pick<Store, 'kysely'>): Promise<boolean> {
  const [found] = await bySampleAddress(kysely, {})
  return found !== undefined
}

const bySampleAddress = statement((db) =>
  db.selectFrom('people').select('id').where('email', '=', secretariatEmail).limit(1),
)
