import { difference } from '../../../db/directory/edit/changes.ts'
import type { EntityFields } from '../../../db/directory/edit/entity.ts'
import type { GroupFields } from '../../../db/directory/edit/group.ts'
import type { PersonFields } from '../../../db/directory/edit/person.ts'
import { allKnownEntities } from '../../../db/directory/entities.ts'
import { entitiesOf, groupsOf, peopleOf } from '../../../db/directory/import/current.ts'
import type { Db } from '../../../db/store/db.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { RecordKind } from '../../../src/directory/import/columns.ts'
import type { ImportRecord, Problem } from '../../../src/directory/import/records.ts'

/** What taking a file over would do, record by record. */
export interface Plan {
  readonly kind: RecordKind
  readonly added: readonly Planned[]
  readonly changed: readonly (Planned & { readonly id: number })[]
  readonly unchanged: number
  readonly problems: readonly Problem[]
}

export interface Planned {
  readonly row: number
  readonly key: string
  /** The columns that are written, as the database calls them. */
  readonly patch: Patch
}

export type Patch = Partial<PersonFields> & Partial<EntityFields> & Partial<GroupFields>

/** Holds the records against what stands in the directory: two or three queries, however many records there are. */
export async function planImport(db: Db, kind: RecordKind, records: readonly ImportRecord[]): Promise<Plan> {
  const problems: Problem[] = []
  const current = await currentOf(
    db,
    kind,
    records.map(({ key }) => key),
  )
  const entityIds = kind === 'person' ? await entityIdsByName(db) : new Map<string, number>()
  const added: Planned[] = []
  const changed: (Planned & { id: number })[] = []
  let unchanged = 0
  for (const { row, key, fields } of records) {
    const { entity, timezone, ...rest } = fields
    const entityId = typeof entity === 'string' ? entityIds.get(fold(entity)) : undefined
    if (typeof entity === 'string' && entityId === undefined) {
      problems.push({
        row,
        column: 'entity',
        text: `“${entity.slice(0, 40)}” is no entity of the directory.`,
      })
      continue
    }
    // Each field was read as its kind of record has it.
    const patch = {
      ...rest,
      ...(timezone === undefined ? {} : { zone: timezone }),
      ...(entityId === undefined ? {} : { entityId }),
    } as Patch
    const known = current.get(key)
    if (!known) added.push({ row, key, patch })
    else if ('retiredOn' in known && known.retiredOn !== null) {
      problems.push({ row, column: 'email', text: 'This person is retired; take the retirement back first.' })
    } else {
      const differs = difference<Patch>(known, patch)
      if (differs) changed.push({ row, key, patch: differs.after, id: known.id })
      else unchanged += 1
    }
  }
  return { kind, added, changed, unchanged, problems }
}

type Known = Patch & { readonly id: number }

async function currentOf(
  db: Db,
  kind: RecordKind,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  switch (kind) {
    case 'person':
      return new Map((await peopleOf(db, keys)).map((one) => [one.email ?? '', one]))
    case 'entity':
      return new Map((await entitiesOf(db, keys)).map((one) => [one.acronym.toLowerCase(), one]))
    case 'group':
      return new Map((await groupsOf(db, keys)).map((one) => [one.acronym.toLowerCase(), one]))
  }
}

async function entityIdsByName(db: Db): Promise<ReadonlyMap<string, number>> {
  const entities = await allKnownEntities(db)
  const names = entities.flatMap(({ id, acronym, name, aliases }) =>
    [...aliases, name, acronym].map((one) => [fold(one), id] as const),
  )
  return new Map(names)
}
