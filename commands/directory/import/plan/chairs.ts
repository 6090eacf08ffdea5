import type { TermFields } from '../../../../db/directory/import/terms.ts'
import { addDays, type Day, formatDay } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../../src/directory/import/records.ts'
import type { ChangePlanned, Planned } from './plan.ts'
import { day } from './roleFields.ts'

/** A term on record, or one of the list, which has no number yet but a row. */
export type StandingTerm = TermFields & { readonly id: number | undefined; readonly row?: number }

/** The rows of a list with its chairs in the order of their first days: each may end the one before it. */
export function chairsInOrder(records: readonly ImportRecord[]): readonly ImportRecord[] {
  const isChair = ({ fields }: ImportRecord) => fields['role'] === 'chair'
  const chairs = records
    .filter(isChair)
    .toSorted((one, other) => (day(one.fields['from']) ?? '').localeCompare(day(other.fields['from']) ?? ''))
    .values()
  return records.map((record) => (isChair(record) ? (chairs.next().value ?? record) : record))
}

/** The chair on record or in the list, without a last day, whose term ends where this one begins. */
export function chairBefore(
  standing: readonly StandingTerm[],
  { groupId, role, from }: TermFields,
): StandingTerm | undefined {
  if (role !== 'chair' || from === null) return undefined
  return standing.find(
    (one) => one.role === 'chair' && one.groupId === groupId && one.until === null && (one.from ?? '') < from,
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
function withoutEnd({ row, patch }: Planned, id: number | undefined): Planned {
  return patch.ends === undefined
    ? { row, patch }
    : { row, patch: { ...patch, ends: patch.ends.filter((one) => one !== id) } }
}

/** A chair of the list that ends where one in a later row of it begins. */
export interface Succession {
  readonly row: number
  readonly before: TermFields
  readonly from: Day
}

/** The terms to be added, with that of a row ended. */
function endedAt(added: readonly Planned[], row: number | undefined, until: Day): Planned[] {
  return added.map((one) => (one.row === row ? { row, patch: { ...one.patch, until } } : one))
}

/** Terms in the order in which a list changes them, and what is to be added to the record and changed on it for that. */
export function createTimeline(onRecord: readonly StandingTerm[]) {
  const standing = [...onRecord]
  let added: Planned[] = []
  const changed: ChangePlanned[] = []
  const succeeded: Succession[] = []

  function replace(one: StandingTerm, by: StandingTerm): void {
    standing.splice(standing.indexOf(one), 1, by)
  }

  return {
    standing,
    planned: () => ({ added, changed, succeeded }),
    /** A term on record that the list has otherwise; of two rows of the list for one term the first holds. */
    change(row: number, same: StandingTerm, wanted: TermFields): void {
      const { id } = same
      if (id === undefined) return
      const { until, holder } = wanted
      // It ends as its own row says, before the chair that an earlier row puts in its place.
      if (until !== same.until) added = added.map((other) => withoutEnd(other, id))
      const before = { until: same.until, holder: same.holder }
      changed.push({ row, id, patch: { until, holder }, before, current: wanted })
      replace(same, { ...wanted, id })
    },
    /** A new term; where it is a chair's, the chair before ends where it begins. */
    add(row: number, term: TermFields, before: StandingTerm | undefined): void {
      const { from } = term
      const ends = before?.id === undefined || from === null ? {} : { ends: [before.id] }
      if (before && from !== null) {
        replace(before, { ...before, until: from })
        if (before.id === undefined && before.row !== undefined) {
          added = endedAt(added, before.row, from)
          succeeded.push({ row, before, from })
        }
      }
      added.push({ row, patch: { ...term, ...ends } })
      standing.push({ ...term, id: undefined, row })
    },
  }
}

/** Says which chairs of the list end where another one of it begins. */
export function listedSuccessions(
  found: readonly Succession[],
  mapping: Mapping,
  acronyms: ReadonlyMap<number, string>,
): readonly Problem[] {
  return found.map(({ row, before, from }) => ({
    row,
    column: columnOf(mapping, 'role'),
    text: endsWords(before, from, acronyms),
  }))
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
