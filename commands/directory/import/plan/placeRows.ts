import type { TermFields } from '../../../../db/directory/import/terms.ts'
import type { Seat } from '../../../../db/directory/seats/seats.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../../src/directory/import/records.ts'
import { chairBefore, type createTimeline, type StandingTerm } from './chairs.ts'
import { clashWords, isSame, overlaps, shareADay } from './overlaps.ts'
import { type NamesKnown, readTerm } from './roleFields.ts'

/** A person in a seat, as a list has it. */
export interface SeatListed extends Pick<TermFields, 'groupId' | 'entityId' | 'from' | 'until'> {
  readonly row: number
  readonly seat: Seat
  readonly personId: number
}

/** Puts the terms of a list into the timeline, row by row, and tells what became of the rows that are in it already. */
export function placeRows(
  records: readonly ImportRecord[],
  { standing, add, change }: ReturnType<typeof createTimeline>,
  { known, acronyms, mapping, today }: Placing,
) {
  const problems: Problem[] = []
  const missingGroups: string[] = []
  const seats: SeatListed[] = []
  /** The terms on record that the list has. */
  const listed = new Set<number>()
  let [partaking, refused] = [0, 0]
  for (const { row, fields } of records) {
    const read = readTerm({ row, fields }, known)
    if (read.kind === 'refused') {
      problems.push(...read.problems)
      if (read.missingGroup !== undefined) missingGroups.push(read.missingGroup)
      refused += 1
      continue
    }
    seats.push(...seatOf(row, read))
    const found = compare(standing, read, fields['from'] === undefined, today)
    if (found.stands !== undefined) listed.add(found.stands)
    switch (found.kind) {
      case 'partaking':
        partaking += 1
        break
      case 'unchanged':
        break
      case 'clash':
        problems.push(clashProblem(row, found.with, mapping, acronyms))
        refused += 1
        break
      case 'changed':
        change(row, found.same, found.wanted)
        break
      case 'added':
        add(row, read.term, found.before)
        break
    }
  }
  return { problems, missingGroups, seats, listed, partaking, refused }
}

interface Placing {
  readonly known: NamesKnown
  readonly acronyms: ReadonlyMap<number, string>
  readonly mapping: Mapping
  readonly today: Day
}

type TermRead = Exclude<ReturnType<typeof readTerm>, { readonly kind: 'refused' }>

/** What a term of a list means beside those that stand; `stands` is the number of the one on record that it is. */
type Compared = { readonly stands?: number | undefined } & (
  | { readonly kind: 'unchanged' }
  /** The entity takes part already, and the row names a seat. */
  | { readonly kind: 'partaking' }
  | { readonly kind: 'clash'; readonly with: StandingTerm }
  | { readonly kind: 'changed'; readonly same: StandingTerm; readonly wanted: TermFields }
  /** A new term; `before` is the chair whose term it ends. */
  | { readonly kind: 'added'; readonly before: StandingTerm | undefined }
)

function compare(
  standing: readonly StandingTerm[],
  { term, seat, to }: TermRead,
  isUndated: boolean,
  today: Day,
): Compared {
  const partakes =
    seat === undefined ? undefined : standing.find((one) => isOf(one, term) && shareADay(one, term))
  if (partakes) return { kind: 'partaking', stands: partakes.id }
  const same = standing.find((one) => isSame(one, term, isUndated, today))
  const before = same ? undefined : chairBefore(standing, term)
  const wanted = same && {
    ...term,
    from: same.from,
    until: to === null ? same.until : term.until,
    holder: same.personId === null ? (term.holder ?? same.holder) : same.holder,
  }
  const stands = same?.id
  if (same && wanted?.until === same.until && wanted.holder === same.holder)
    return { kind: 'unchanged', stands }
  const clash = standing.find((one) => one !== same && one !== before && overlaps(one, wanted ?? term))
  if (clash) return { kind: 'clash', with: clash, stands }
  return same && wanted ? { kind: 'changed', same, wanted, stands } : { kind: 'added', before }
}

function seatOf(row: number, { term, seat, seated }: TermRead): readonly SeatListed[] {
  const { groupId, entityId, from, until } = term
  return seat === undefined || seated === undefined
    ? []
    : [{ row, seat, groupId, entityId, personId: seated, from, until }]
}

function clashProblem(
  row: number,
  standing: StandingTerm,
  mapping: Mapping,
  acronyms: ReadonlyMap<number, string>,
): Problem {
  const text = clashWords(standing, acronyms.get(standing.entityId) ?? 'Another entity')
  return { row, column: columnOf(mapping, mapping.fixed ? 'entity' : 'from'), text }
}

function isOf(one: TermFields, { groupId, entityId }: TermFields): boolean {
  return one.groupId === groupId && one.entityId === entityId
}
