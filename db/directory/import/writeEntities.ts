import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { EntityFields } from '../edit/entity.ts'
import { addParts } from './parts.ts'
import { recordBatch } from './recordBatch.ts'
import type { ImportStamp } from './writePeople.ts'

/** An entity with its parts, each as `UNCCT = UN Counter-Terrorism Centre`. */
export interface ImportedEntity {
  readonly fields: EntityFields
  readonly parts: readonly string[]
}

/**
 * Adds entities in a few statements, and records each of them as a change, whose number it gives. Raises an `Error`
 * where an acronym is taken.
 */
export async function insertEntities(
  trx: Trx,
  entities: readonly ImportedEntity[],
  recorded: ImportStamp,
): Promise<readonly number[]> {
  if (entities.length === 0) return []
  const rows = await inserted(trx, { rows: asRecords(entities.map(({ fields }) => fields)) })
  const idOf = new Map(rows.map(({ id, acronym }) => [acronym, id]))
  const known = entities.map(({ fields, parts }) => ({ id: idOf.get(fields.acronym) ?? 0, fields, parts }))
  await addParts(
    trx,
    known.flatMap(({ id, parts }) => parts.map((part) => ({ entityId: id, part }))),
  )
  return recordBatch(
    trx,
    known.map(({ id, fields }) => ({ kind: 'entity' as const, recordId: id, before: null, after: fields })),
    recorded,
  )
}

const columns = ['acronym', 'name', 'kind', 'type', 'joined', 'aliases', 'retired'] as const

const inserted = statement((db, { rows }: Params<{ rows: string }>) =>
  db
    .insertInto('entities')
    .columns([...columns])
    .expression((from) =>
      from
        .selectFrom(
          records<EntityFields>(rows, {
            acronym: 'text',
            name: 'text',
            kind: 'text',
            type: 'text',
            joined: 'date',
            aliases: 'text[]',
            retired: 'date',
          }),
        )
        .select([...columns]),
    )
    .returning(['id', 'acronym']),
)
