import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../../db/directory/groups.ts'
import { namesOfPeople } from '../../../../db/directory/import/current.ts'
import type { Db } from '../../../../db/store/db.ts'
import { addDays } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf } from '../../../../src/directory/import/records.ts'
import { labelOf, valueWords } from '../../edit/shown.ts'
import type { ChangePlanned, Patch, Plan } from '../plan/plan.ts'

/** What would become of one record, or of one field of it, as the preview of an import names it. */
export interface PlanLine {
  readonly row: number
  readonly what: 'new' | 'changed'
  readonly record: string
  /** What changes, in the words of the file, and what it was and would be; of a new record, all that was read. */
  readonly column: string
  readonly was: string
  readonly is: string
}

/** Tells record by record what a plan adds and changes, by row. */
export async function linesOf(db: Db, mapping: Mapping, plan: Plan): Promise<readonly PlanLine[]> {
  const planned = [...plan.added, ...plan.changed]
  if (planned.length === 0) return []
  const entities = new Map((await allKnownEntities(db)).map(({ id, acronym }) => [id, acronym]))
  const groups = new Map((await allKnownGroups(db)).map(({ id, acronym }) => [id, acronym]))
  const holders = plan.changed.map(({ current }) => current).concat(planned.map(({ patch }) => patch))
  const people = await namesOfPeople(
    db,
    holders.flatMap(({ personId }) => personId ?? []),
  )
  const names: Names = { entities, groups, people }
  return [
    ...plan.added.map(
      ({ row, patch }): PlanLine => ({
        ...{ row, what: 'new', record: called(patch, names) },
        ...{ column: '', was: '', is: fieldsRead(patch, mapping, names) },
      }),
    ),
    ...plan.changed.flatMap((one) => changesOf(one, mapping, names)),
  ].toSorted((one, other) => one.row - other.row)
}

interface Names {
  readonly entities: ReadonlyMap<number, string>
  readonly groups: ReadonlyMap<number, string>
  readonly people: ReadonlyMap<number, string>
}

function changesOf(
  { row, patch, before, current }: ChangePlanned,
  mapping: Mapping,
  names: Names,
): readonly PlanLine[] {
  const record = called({ ...current, ...patch, ...before }, names)
  return fieldsOf(before).map((column) => ({
    ...{ row, what: 'changed', record },
    column: columnNamed(mapping, column),
    was: words(column, before, names),
    is: words(column, patch, names),
  }))
}

/** `Nom complet: River Board; Adhésion: 12 Nov 2024`, as it was read from the row. */
function fieldsRead(patch: Patch, mapping: Mapping, names: Names): string {
  return fieldsOf(patch)
    .filter((column) => !alreadyCalled.includes(column))
    .map((column) => ({ column, read: words(column, patch, names) }))
    .filter(({ read }) => read !== 'none')
    .map(({ column, read }) => `${columnNamed(mapping, column)}: ${read}`)
    .join('; ')
}

/** What the name of a record says already, or is a number of the store. */
const alreadyCalled: readonly (keyof Patch)[] = ['acronym', 'groupId', 'personId', 'role', 'seat', 'ends']

function fieldsOf(patch: Patch): readonly (keyof Patch)[] {
  // It is what the object was made of.
  return Object.keys(patch) as (keyof Patch)[]
}

/** `Ana Nandu (WHO)`, `WHO`, `WHO (Ana Nandu), chair of ETCIP`. */
function called(patch: Patch, { entities, groups, people }: Names): string {
  const { acronym, name, groupId, entityId, personId, role, seat, holder } = patch
  const entity = entityId == null ? '' : (entities.get(entityId) ?? '')
  const aside = (text: string) => (text === '' ? '' : ` (${text})`)
  if (groupId === undefined) return acronym ?? `${name ?? ''}${aside(entity)}`
  const who = (personId == null ? holder : people.get(personId)) ?? ''
  const what = seat === undefined ? (role ?? '') : `${seat} seat`
  return `${entity}${aside(who)}, ${what} of ${groups.get(groupId) ?? ''}`
}

/** What the fields of the store are called in files, where that is another name. */
const fileFields: Readonly<Partial<Record<keyof Patch, string>>> = {
  entityId: 'entity',
  zone: 'timezone',
  isCoordinator: 'coordinator',
  until: 'to',
}

function columnNamed(mapping: Mapping, column: keyof Patch): string {
  const field = fileFields[column] ?? column
  const named = columnOf(mapping, field)
  return named === field ? labelOf(column) : named
}

function words(column: keyof Patch, patch: Patch, { entities }: Names): string {
  if (column === 'entityId') return entities.get(patch.entityId ?? 0) ?? 'none'
  if (column === 'until' && patch.until != null) return valueWords(addDays(patch.until, -1))
  return valueWords(patch[column])
}
