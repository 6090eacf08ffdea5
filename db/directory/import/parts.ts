import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** A part of an entity as a file has it: `UNCCT = UN Counter-Terrorism Centre`. */
export interface ImportedPart {
  readonly entityId: number
  readonly part: string
}

/** Sets the parts of an entity. */
export async function setParts(trx: Trx, entityId: number, parts: readonly string[]): Promise<void> {
  await gone(trx, { entityId })
  await addParts(
    trx,
    parts.map((part) => ({ entityId, part })),
  )
}

/** Adds parts to entities, in one statement. */
export async function addParts(trx: Trx, parts: readonly ImportedPart[]): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map(({ entityId, part }) => {
    const [acronym = '', ...name] = part.split('=').map((one) => one.trim())
    return { entityId, acronym, name: name.join(' = ') || acronym }
  })
  await added(trx, { parts: asRecords(rows) })
}

const gone = statement((db, given: Params<{ entityId: number }>) =>
  db.deleteFrom('entityParts').where('entityId', '=', given.entityId),
)

const added = statement((db, given: Params<{ parts: string }>) =>
  db
    .insertInto('entityParts')
    .columns(['entityId', 'acronym', 'name'])
    .expression((from) =>
      from
        .selectFrom(
          records<{ entityId: number; acronym: string; name: string }>(given.parts, {
            entityId: 'int',
            acronym: 'text',
            name: 'text',
          }),
        )
        .select(['entityId', 'acronym', 'name']),
    )
    .onConflict((conflict) => conflict.columns(['entityId', 'acronym']).doNothing()),
)
