import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Given, statement } from '../../store/statement.ts'

/** Sets the parts of an entity, each as `UNCCT = UN Counter-Terrorism Centre`. */
export async function setParts(trx: Trx, entityId: number, parts: readonly string[]): Promise<void> {
  const pairs = parts.map((part) => {
    const [acronym = '', ...name] = part.split('=').map((one) => one.trim())
    return { acronym, name: name.join(' = ') || acronym }
  })
  await gone(trx, { entityId })
  if (pairs.length > 0) {
    await added(trx, {
      entityId,
      parts: asRecords(pairs),
    })
  }
}

const gone = statement((db, given: Given<{ entityId: number }>) =>
  db.deleteFrom('entityParts').where('entityId', '=', given.entityId),
)

const added = statement((db, given: Given<{ entityId: number; parts: string }>) =>
  db
    .insertInto('entityParts')
    .columns(['entityId', 'acronym', 'name'])
    .expression((from) =>
      from
        .selectFrom(
          records<{ acronym: string; name: string }>(given.parts, { acronym: 'text', name: 'text' }),
        )
        .select([sql<number>`${given.entityId}::int`.as('entityId'), 'acronym', 'name']),
    )
    .onConflict((conflict) => conflict.columns(['entityId', 'acronym']).doNothing()),
)
