import { sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { FormerNames } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'

/** Whose name changes. */
export interface EntityOrGroup {
  readonly kind: 'entity' | 'group'
  readonly id: number
}

/**
 * From which day the new name holds; `always` where the old one was a mistake. `was` is the former name that the mistake
 * is: its acronym, its name, or both as `nameOf` says them.
 */
export type Renaming = { readonly from: Day } | { readonly always: true; readonly was?: string | undefined }

/** A name that is no longer in use. */
export interface FormerName extends Pick<FormerNames, 'id' | 'acronym' | 'name'> {
  /** First day; null where none is known. */
  readonly from: Day | null
  /** The first day under the next name. */
  readonly until: Day
}

interface Named {
  readonly acronym: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** A former name in one line, to be read and to be typed. */
export function nameOf({ acronym, name }: Pick<Named, 'acronym' | 'name'>): string {
  return `${acronym}, ${name}`
}

/**
 * The former name that is to leave the record as a mistake: the last one. Raises `UserError` where `was` is another, as
 * after a second press of the same button.
 */
export function mistakenName(last: FormerName | undefined, was: string | undefined): FormerName | undefined {
  if (was === undefined) return last
  const spellings = last ? [last.acronym, last.name, nameOf(last)] : []
  if (spellings.some((one) => one.toLowerCase() === was.trim().toLowerCase())) return last
  throw new UserError(
    `“${was}” is not its last former name; ${last ? `that is “${nameOf(last)}”` : 'it has none'}. Nothing was changed.`,
    { option: 'was' },
  )
}

/** Whether a name that is replaced from a day on was borne before; renamed twice on one day, the one between was not. */
export function wasBorne(last: FormerName | undefined, from: Day): boolean {
  return last?.until !== from
}

/**
 * A patch that renames, with the old acronym among the aliases where it was `borne`, so that it is still found and read
 * in texts.
 */
export function findableAsBefore<T extends Partial<Named>>(current: Named, patch: T, borne: boolean): T {
  const { acronym, aliases = current.aliases } = patch
  if (acronym === undefined || acronym.toLowerCase() === current.acronym.toLowerCase()) return patch
  const others = aliases.filter((one) => one.toLowerCase() !== acronym.toLowerCase())
  const known = !borne || others.some((one) => one.toLowerCase() === current.acronym.toLowerCase())
  return { ...patch, aliases: known ? others : [...others, current.acronym] }
}

/** The names that an entity or a working group had, the latest first. */
export async function formerNames(db: Db, bearer: EntityOrGroup): Promise<readonly FormerName[]> {
  return db
    .selectFrom('formerNames as f')
    .select(['f.id', 'f.acronym', 'f.name'])
    .select(({ ref }) => [
      firstDay(ref('f.during')).as('from'),
      sql<Day>`${dayAfter(ref('f.during'))}`.as('until'),
    ])
    .where(bearer.kind === 'entity' ? 'f.entityId' : 'f.groupId', '=', bearer.id)
    .where('f.supersededBy', 'is', null)
    .orderBy(({ ref }) => dayAfter(ref('f.during')), 'desc')
    .execute()
}

/**
 * Keeps the name that a change replaced, until the day from which the new one holds. Raises `UserError` for a day on
 * which the replaced name was not borne yet. Returns whether it was kept: a name never borne is not.
 */
export async function keepFormerName(
  trx: Trx,
  bearer: EntityOrGroup,
  {
    replaced,
    last,
  }: { readonly replaced: Pick<Named, 'acronym' | 'name'>; readonly last: FormerName | undefined },
  from: Day,
  change: number,
): Promise<boolean> {
  if (last && from < last.until) {
    throw new UserError(
      `It has had the name ${replaced.acronym} only since ${formatDay(last.until)}. Give a later day. Nothing was changed.`,
      { option: 'from' },
    )
  }
  if (!wasBorne(last, from)) return false
  await trx
    .insertInto('formerNames')
    .values({
      ...(bearer.kind === 'entity' ? { entityId: bearer.id } : { groupId: bearer.id }),
      acronym: replaced.acronym,
      name: replaced.name,
      during: sql<string>`daterange(${last?.until ?? null}::date, ${from}::date)`,
      changeId: change,
    })
    .execute()
  return true
}

/** Marks a former name as a mistake by a change: it was never in use. */
export async function supersedeName(trx: Trx, id: number, change: number): Promise<void> {
  await trx.updateTable('formerNames').set({ supersededBy: change }).where('id', '=', id).execute()
}

/** Whether a change kept a former name, or said that one was a mistake. */
export async function touchesNames(trx: Trx, change: number): Promise<boolean> {
  const row = await trx
    .selectFrom('formerNames')
    .select('id')
    .where((eb) => eb.or([eb('changeId', '=', change), eb('supersededBy', '=', change)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The changes that kept a former name, or said that one was a mistake. */
export async function namingChanges(trx: Trx, bearer: EntityOrGroup): Promise<ReadonlySet<number>> {
  const rows = await trx
    .selectFrom('formerNames')
    .select(['changeId', 'supersededBy'])
    .where(bearer.kind === 'entity' ? 'entityId' : 'groupId', '=', bearer.id)
    .execute()
  return new Set(
    rows.flatMap(({ changeId, supersededBy }) => [
      changeId,
      ...(supersededBy === null ? [] : [supersededBy]),
    ]),
  )
}

/**
 * Names as they were before a change that is taken back, given with the one that it took back itself, and so on: one that
 * made another hold again kept what that one had kept.
 */
export async function turnNamesBack(trx: Trx, chain: readonly number[], change: number): Promise<void> {
  const [reverted = 0] = chain
  const kept = chain.length % 2 === 1 ? (chain.at(-1) ?? reverted) : reverted
  await trx
    .updateTable('formerNames')
    .set({ supersededBy: change })
    .where('changeId', '=', kept)
    .where('supersededBy', 'is', null)
    .execute()
  await trx
    .updateTable('formerNames')
    .set({ supersededBy: null })
    .where('supersededBy', '=', reverted)
    .execute()
}
