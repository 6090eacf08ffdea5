import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../../db/directory/groups.ts'
import type { Db } from '../../../../db/store/db.ts'
import { fold, match, nearest } from '../../../../src/core/text/nearest.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import { guessedEntity } from '../../../../src/directory/import/names/guessedEntity.ts'
import type { RecordKind } from '../../../../src/directory/import/recordKind.ts'
import type { Problem } from '../../../../src/directory/import/records.ts'

export interface Named {
  readonly id: number
  readonly acronym: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** The acronyms of entities or groups by their other names, folded, so that none is added a second time. */
export async function bearersOf(db: Db, kind: RecordKind): Promise<ReadonlyMap<string, string>> {
  if (kind !== 'entity' && kind !== 'group') return new Map()
  const known: readonly Named[] = await (kind === 'entity' ? allKnownEntities(db) : allKnownGroups(db))
  return new Map(known.flatMap(({ acronym, aliases }) => aliases.map((one) => [fold(one), acronym] as const)))
}

/** Says that no entity has a name, and suggests the one that may be meant. */
export function noEntity(typed: string, entities: readonly Named[]): Pick<Problem, 'text' | 'missing'> {
  return notKnown(typed, entities, 'an entity')
}

/** As `noEntity`, of a group. */
export function noGroup(typed: string, groups: readonly Named[]): Pick<Problem, 'text' | 'missing'> {
  return notKnown(typed, groups, 'a working group')
}

function notKnown(typed: string, records: readonly Named[], what: string): Pick<Problem, 'text' | 'missing'> {
  const names = records.flatMap(({ acronym, name, aliases }) => [acronym, name, ...aliases])
  const [begun, ...others] = match(typed, names)
  const near = begun !== undefined && others.length === 0 ? begun : nearest(typed, names)
  const found = `“${shorten(typed)}” is not ${what} of the directory`
  return near === undefined
    ? { text: `${found}.`, missing: typed }
    : { text: `${found}; did you mean ${near}?` }
}

/** The records by each of their names, folded; an acronym goes before the alias of another. */
export function idsByName(records: readonly Named[]): ReadonlyMap<string, number> {
  const named = (of: (record: Named) => readonly string[]) =>
    records.flatMap((record) => of(record).map((name) => [fold(name), record.id] as const))
  return new Map([
    ...named(({ aliases }) => aliases),
    ...named(({ name }) => [name]),
    ...named(({ acronym }) => [acronym]),
  ])
}

/** Groups by their numbers, as lists write them: `WG1`, `WG 1` and `Working Group 1`. */
export function idsByNumber(
  groups: readonly { readonly id: number; readonly number: number }[],
): ReadonlyMap<string, number> {
  return new Map(
    groups.flatMap(({ id, number }) =>
      ['wg', 'wg ', 'group ', 'working group ', 'gt', 'gt '].map((word) => [`${word}${number}`, id] as const),
    ),
  )
}

/** The record of a name in a list, also where the list writes name and acronym together. */
export function idNamed(ids: ReadonlyMap<string, number>, typed: string): number | undefined {
  const id = ids.get(fold(typed))
  if (id !== undefined) return id
  const { acronym, name, alias } = guessedEntity(typed)
  const both = alias === '' ? undefined : ids.get(fold(acronym))
  return both !== undefined && ids.get(fold(name)) === both ? both : undefined
}
