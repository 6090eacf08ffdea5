import { difference } from '../../../db/directory/edit/changes.ts'
import type { EntityFields } from '../../../db/directory/edit/entity.ts'
import type { GroupFields } from '../../../db/directory/edit/group.ts'
import { allKnownEntities } from '../../../db/directory/entities.ts'
import {
  addressesByName,
  entitiesOf,
  groupsOf,
  othersThan,
  peopleOf,
} from '../../../db/directory/import/current.ts'
import type { TermFields } from '../../../db/directory/import/terms.ts'
import { takenBack } from '../../../db/directory/import/undo/takenBack.ts'
import type { ImportedPerson } from '../../../db/directory/import/writePeople.ts'
import type { Seat } from '../../../db/directory/seats/seats.ts'
import type { Db } from '../../../db/store/db.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { Mapping } from '../../../src/directory/import/columns.ts'
import type { RecordKind } from '../../../src/directory/import/recordKind.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../src/directory/import/records.ts'
import { zoneOfStation } from '../../../src/directory/import/zoneOfStation.ts'
import { bearersOf, idNamed, idsByName, noEntity } from './recordNames.ts'

/** What taking a sheet over would do, record by record. */
export interface Plan {
  readonly kind: PlanKind
  readonly added: readonly Planned[]
  readonly changed: readonly ChangePlanned[]
  readonly unchanged: number
  /** How many of the directory the sheet does not list, and some of them; they stay as they are. */
  readonly others: { readonly count: number; readonly some: readonly string[] }
  readonly problems: readonly Problem[]
  /** What is no mistake, but may be one. */
  readonly doubts: readonly Problem[]
  /** How many new people have the time zone of their duty station. */
  readonly zonesByStation?: number
  /** Rows of new roles that name no role: they are taken as members, or as observers where the entity observes. */
  readonly assumed?: readonly number[]
  /** Groups that the sheet names and the directory lacks, also of rows that have another mistake. */
  readonly missingGroups?: readonly string[]
}

/** Seats stand in lists of roles, and are written apart. */
export type PlanKind = RecordKind | 'seat'

export interface Planned {
  readonly row: number
  readonly patch: Patch
}

export interface ChangePlanned extends Planned {
  readonly id: number
  /** The current values of the fields that are written. */
  readonly before: Patch
  /** All current values. */
  readonly current: Patch
}

/** The columns that are written, as the database calls them. */
export type Patch = Partial<ImportedPerson> &
  Partial<EntityFields> &
  Partial<GroupFields> &
  Partial<Omit<TermFields, 'entityId'>> & {
    readonly parts?: readonly string[]
    readonly seat?: Seat
    /** Seats that end the day before. */
    readonly ends?: readonly number[]
  }

type Known = Patch & { readonly id: number }

/**
 * Holds people, entities or groups against the directory: four queries at most, however many records there are.
 * `listed` are the keys of all that the file lists, also of rows that cannot be read.
 */
export async function planRecords(
  db: Db,
  mapping: Mapping & { readonly kind: Exclude<RecordKind, 'role'> },
  records: readonly ImportRecord[],
  listed: readonly string[],
): Promise<Plan> {
  const { kind } = mapping
  const problems: Problem[] = []
  const refuse = (row: number, field: string, text: string) => {
    problems.push({ row, column: columnOf(mapping, field), text })
  }
  const keys = records.map(({ key }) => key)
  const current = await currentOf(db, kind, keys)
  const entities = kind === 'person' ? await allKnownEntities(db) : []
  const entityIds = idsByName(entities)
  const bearers = await bearersOf(db, kind)
  const gone = [...current.values()].filter(isRetired).map(({ id }) => id)
  const returning = await takenBack(db, kind, gone)
  const added: Planned[] = []
  const changed: ChangePlanned[] = []
  let unchanged = 0
  let zonesByStation = 0
  for (const { row, key, fields } of records) {
    const { entity, timezone, coordinator, secretariat, ...rest } = fields
    const entityId = typeof entity === 'string' ? idNamed(entityIds, entity) : undefined
    if (typeof entity === 'string' && entityId === undefined) {
      problems.push({ row, column: columnOf(mapping, 'entity'), ...noEntity(entity, entities) })
      continue
    }
    // Each field was read as its kind of record has it.
    const patch = {
      ...rest,
      ...(timezone === undefined ? {} : { zone: timezone }),
      ...(coordinator === undefined ? {} : { isCoordinator: coordinator }),
      ...(entityId === undefined ? {} : { entityId }),
    } as Patch
    const known = current.get(key)
    if (secretariat !== undefined && secretariat !== isSecretariat(known)) {
      refuse(row, 'secretariat', 'Who is of the secretariat is set by /directory edit person, not by a file.')
    } else if (!known && bearers.has(fold(key))) {
      refuse(
        row,
        'acronym',
        `It is another name of ${bearers.get(fold(key))}: give that one, or remove this from its other names first.`,
      )
    } else if (!known) {
      const zone = patch.zone === undefined ? zoneOfStation(patch.station) : undefined
      if (zone !== undefined) zonesByStation += 1
      added.push({ row, patch: zone === undefined ? patch : { ...patch, zone } })
    } else if (isRetired(known) && !returning.has(known.id)) {
      refuse(row, keyField(kind), 'It is retired; take the retirement back first.')
    } else {
      // What came with an import that was taken back comes again with the mended file.
      const back = isRetired(known) ? { [kind === 'person' ? 'retiredOn' : 'retired']: null } : {}
      const moves = entityId !== undefined && entityId !== known.entityId
      // Whoever looked after the people of one entity does not look after another’s by that.
      const leaves = moves && coordinator === undefined && known.isCoordinator ? { isCoordinator: false } : {}
      const differs = difference<Patch>(known, { ...leaves, ...patch, ...back })
      if (differs)
        changed.push({ row, patch: differs.after, before: differs.before, current: known, id: known.id })
      else unchanged += 1
    }
  }
  return {
    kind,
    added,
    changed,
    unchanged,
    zonesByStation,
    problems,
    others: await othersThan(db, kind, listed),
    doubts: kind === 'person' ? await namesakesOf(db, mapping, added) : [],
  }
}

function keyField(kind: RecordKind): string {
  return kind === 'person' ? 'email' : 'acronym'
}

function isSecretariat(known: Known | undefined): boolean {
  return known !== undefined && 'isSecretariat' in known && known.isSecretariat === true
}

function isRetired(known: Known): boolean {
  const { retired } = known
  const retiredOn = 'retiredOn' in known ? known.retiredOn : null
  return (retired ?? retiredOn ?? null) !== null
}

async function currentOf(
  db: Db,
  kind: Exclude<RecordKind, 'role'>,
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

/** Somebody new who bears the name of somebody with another address, in the directory or in the file itself. */
async function namesakesOf(db: Db, mapping: Mapping, added: readonly Planned[]): Promise<readonly Problem[]> {
  const names = added.map(({ patch }) => patch.name ?? '')
  const known = Map.groupBy(await addressesByName(db, names), ({ name }) => fold(name))
  const column = columnOf(mapping, 'name')
  const seen = new Map<string, number>()
  return added.flatMap(({ row, patch: { name = '' } }): readonly Problem[] => {
    const key = fold(name)
    const others = known.get(key)?.map(({ email }) => email) ?? []
    const before = seen.get(key)
    seen.set(key, before ?? row)
    if (others.length > 0) {
      return [{ row, column, text: `${name} is in the directory already, as ${others.join(', ')}.` }]
    }
    return before === undefined
      ? []
      : [{ row, column, text: `${name} stands in row ${before} too, with another address.` }]
  })
}
