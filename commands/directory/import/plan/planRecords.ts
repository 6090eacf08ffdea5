import { difference } from '../../../../db/directory/edit/changes.ts'
import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { entitiesOf, groupsOf, othersThan, peopleOf } from '../../../../db/directory/import/current.ts'
import { takenBack } from '../../../../db/directory/import/undo/takenBack.ts'
import type { Db } from '../../../../db/store/db.ts'
import { fold } from '../../../../src/core/text/nearest.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import type { RecordKind } from '../../../../src/directory/import/recordKind.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../../src/directory/import/records.ts'
import { zoneOfStation } from '../../../../src/directory/import/zoneOfStation.ts'
import { daysAhead } from './daysAhead.ts'
import { departuresIn } from './departures.ts'
import { namesakesOf } from './namesakes.ts'
import type { ChangePlanned, Patch, Plan, Planned } from './plan.ts'
import { bearersOf, idNamed, idsByName, type Named, noEntity } from './recordNames.ts'

type Known = Patch & { readonly id: number }

type RecordsKind = Exclude<RecordKind, 'role'>

type RecordsMapping = Mapping & { readonly kind: RecordsKind }

/**
 * Holds people, entities or groups against the directory: four queries at most, however many records there are.
 * `listed` are the keys of all that the file lists, also of rows that cannot be read.
 */
export async function planRecords(
  db: Db,
  mapping: RecordsMapping,
  records: readonly ImportRecord[],
  { listed, today }: { readonly listed: readonly string[]; readonly today: Day },
): Promise<Plan> {
  const { kind } = mapping
  const standing = { ...(await standingOf(db, kind, records)), today }
  const compared = records.map((record) => compare(record, mapping, standing))
  const additions = compared.filter((one) => one.kind === 'added')
  const added = additions.map(({ planned }) => planned)
  const changed = compared.flatMap((one) => (one.kind === 'changed' ? [one.planned] : []))
  return {
    kind,
    added,
    changed,
    unchanged: compared.filter((one) => one.kind === 'unchanged').length,
    zonesByStation: additions.filter((one) => one.hasZoneOfStation).length,
    departures: departuresIn(records, standing, isRetired),
    problems: compared.flatMap((one) => (one.kind === 'refused' ? [one.problem] : [])),
    others: await othersThan(db, kind, listed),
    doubts:
      kind === 'person'
        ? await namesakesOf(db, mapping, added)
        : daysAhead([...added, ...changed], mapping, today),
  }
}

/** What the directory holds beside the records. */
interface Standing {
  readonly today: Day
  readonly current: ReadonlyMap<string, Known>
  readonly entities: readonly Named[]
  readonly entityIds: ReadonlyMap<string, number>
  /** The acronyms of entities or groups by their other names, folded. */
  readonly bearers: ReadonlyMap<string, string>
  /** Retired records that came with an import that was taken back: the mended file brings them again. */
  readonly returning: ReadonlySet<number>
}

async function standingOf(
  db: Db,
  kind: RecordsKind,
  records: readonly ImportRecord[],
): Promise<Omit<Standing, 'today'>> {
  const keys = records.map(({ key }) => key)
  const current = await currentOf(db, kind, keys)
  const entities = kind === 'person' ? await allKnownEntities(db) : []
  const bearers = await bearersOf(db, kind)
  const retired = [...current.values()].filter(isRetired).map(({ id }) => id)
  const returning = await takenBack(db, kind, retired)
  return { current, entities, entityIds: idsByName(entities), bearers, returning }
}

/** What becomes of one record. */
type Compared =
  /** Somebody who has left, and is not in the directory any more. */
  | { readonly kind: 'departed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'added'; readonly planned: Planned; readonly hasZoneOfStation: boolean }
  | { readonly kind: 'changed'; readonly planned: ChangePlanned }

function compare({ row, key, fields }: ImportRecord, mapping: RecordsMapping, standing: Standing): Compared {
  const { entities, entityIds, bearers, returning, today } = standing
  const refused = (field: string, problem: Pick<Problem, 'text' | 'missing'>): Compared => ({
    kind: 'refused',
    problem: { row, column: columnOf(mapping, field), ...problem },
  })
  const { entity, secretariat } = fields
  const entityId = typeof entity === 'string' ? idNamed(entityIds, entity) : undefined
  if (typeof entity === 'string' && entityId === undefined)
    return refused('entity', noEntity(entity, entities))
  const patch = patchOf(fields, entityId)
  const known = standing.current.get(key)
  // People who have left are not added; that a list knows of their retirement is no mistake.
  const hasLeft = typeof fields['until'] === 'string' && fields['until'] < today
  if (hasLeft && (known === undefined || isRetired(known))) return { kind: 'departed' }
  if (secretariat !== undefined && secretariat !== isSecretariat(known))
    return refused('secretariat', {
      text: 'Who is of the secretariat is set by /directory edit person, not by a file.',
    })
  if (!known) {
    const bearer = bearers.get(fold(key))
    return bearer === undefined
      ? additionOf(row, patch)
      : refused('acronym', {
          text: `It is another name of ${bearer}: give that one, or remove this from its other names first.`,
        })
  }
  if (isRetired(known) && !returning.has(known.id))
    return refused(keyField(mapping.kind), { text: 'It is retired; take the retirement back first.' })
  return changeOf(row, known, patch, mapping.kind)
}

function patchOf(fields: ImportRecord['fields'], entityId: number | undefined): Patch {
  const { entity: _, secretariat: __, until: ___, timezone, coordinator, ...rest } = fields
  // Each field was read as its kind of record has it.
  return {
    ...rest,
    ...(timezone === undefined ? {} : { zone: timezone }),
    ...(coordinator === undefined ? {} : { isCoordinator: coordinator }),
    ...(entityId === undefined ? {} : { entityId }),
  } as Patch
}

/** A new record; somebody without a time zone gets that of their duty station. */
function additionOf(row: number, patch: Patch): Compared {
  const zone = patch.zone === undefined ? zoneOfStation(patch.station) : undefined
  return {
    kind: 'added',
    planned: { row, patch: zone === undefined ? patch : { ...patch, zone } },
    hasZoneOfStation: zone !== undefined,
  }
}

function changeOf(row: number, known: Known, patch: Patch, kind: RecordsKind): Compared {
  // What came with an import that was taken back comes again with the mended file.
  const back = isRetired(known) ? { [kind === 'person' ? 'retiredOn' : 'retired']: null } : {}
  const moves = patch.entityId !== undefined && patch.entityId !== known.entityId
  // A coordinator of one entity does not become the coordinator of another by moving there.
  const leaves =
    moves && patch.isCoordinator === undefined && known.isCoordinator ? { isCoordinator: false } : {}
  const differs = difference<Patch>(known, { ...leaves, ...patch, ...back })
  if (!differs) return { kind: 'unchanged' }
  const { before, after } = differs
  return { kind: 'changed', planned: { row, patch: after, before, current: known, id: known.id } }
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
  kind: RecordsKind,
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
