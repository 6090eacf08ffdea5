import type { TermFields } from '../../../db/directory/import/terms.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Mapping } from '../../../src/directory/import/columns.ts'
import { columnOf, type Problem } from '../../../src/directory/import/records.ts'
import type { Planned } from './plan.ts'

/** A term on record, or one of the list, which has no number yet. */
export type StandingTerm = TermFields & { readonly id: number | undefined }

/** The chair on record, without a last day, whose term ends where this one begins. */
export function chairBefore(
  standing: readonly StandingTerm[],
  { groupId, role, from }: TermFields,
): StandingTerm | undefined {
  if (role !== 'chair' || from === null) return undefined
  return standing.find(
    (one) =>
      one.id !== undefined &&
      one.role === 'chair' &&
      one.groupId === groupId &&
      one.until === null &&
      (one.from ?? '') < from,
  )
}

/** Says when the chair before ends: `UNOCT is chair until 31 Dec 2026 then.` */
function endsWords(
  { entityId, holder }: TermFields,
  from: Day,
  acronyms: ReadonlyMap<number, string>,
): string {
  const name = acronyms.get(entityId) ?? 'Whoever chairs'
  return `${name}${holder === null ? '' : ` (${holder})`} is chair until ${formatDay(addDays(from, -1))} then.`
}

/** A term to be added that no longer ends the one on record. */
export function withoutEnd({ row, patch }: Planned, id: number | undefined): Planned {
  return patch.ends === undefined
    ? { row, patch }
    : { row, patch: { ...patch, ends: patch.ends.filter((one) => one !== id) } }
}

/** Says which chairs on record end where a new one begins. */
export function successions(
  onRecord: readonly StandingTerm[],
  { row, patch: { ends = [], from } }: Planned,
  mapping: Mapping,
  acronyms: ReadonlyMap<number, string>,
): readonly Problem[] {
  if (!from) return []
  const ended = onRecord.filter(({ id }) => id !== undefined && ends.includes(id))
  return ended.map((one) => ({
    row,
    column: columnOf(mapping, 'role'),
    text: endsWords(one, from, acronyms),
  }))
}
