import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../../db/directory/groups.ts'
import { peopleOf } from '../../../../db/directory/import/current.ts'
import { type TermFields, termsOf } from '../../../../db/directory/import/terms.ts'
import type { Seat } from '../../../../db/directory/seats/seats.ts'
import type { Db } from '../../../../db/store/db.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../../src/directory/import/records.ts'
import {
  chairBefore,
  chairsInOrder,
  createTimeline,
  listedSuccessions,
  type StandingTerm,
  successions,
} from './chairs.ts'
import { atOnce, clashWords, isSame, overlaps, termNames } from './overlaps.ts'
import type { Plan } from './plan.ts'
import { idNamed, idsByName, idsByNumber } from './recordNames.ts'
import { isAlternate, type NamesKnown, readTerm, text } from './roleFields.ts'
import { standForOthers } from './standFor.ts'

/** A person in a seat, as a list has it. */
export interface SeatListed extends Pick<TermFields, 'groupId' | 'entityId' | 'from' | 'until'> {
  readonly row: number
  readonly seat: Seat
  readonly personId: number
}

/**
 * Holds terms against those on record, and names those that would overlap with one of them or with each other; a chair
 * without a last day ends the day before the next one. Whoever has a seat makes their entity take part, and is given back
 * for `planSeats`.
 */
export async function planRoles(
  db: Db,
  mapping: Mapping,
  records: readonly ImportRecord[],
  today: Day,
): Promise<{ readonly plan: Plan; readonly seats: readonly SeatListed[] }> {
  const problems: Problem[] = []
  const known = await namesKnown(db, mapping, records)
  const acronyms = new Map(known.entities.map(({ id, acronym }) => [id, acronym]))
  const missingGroups: string[] = []
  const meant = new Set(records.flatMap(({ fields }) => idNamed(known.groupIds, text(fields['group'])) ?? []))
  const onRecord: readonly StandingTerm[] = await termsOf(db, [...meant])
  const { standing, add, change, planned } = createTimeline(onRecord)
  const seats: SeatListed[] = []
  let [partaking, refused] = [0, 0]
  const listed = new Set<number>()
  for (const { row, fields } of chairsInOrder(records)) {
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
  const { added, changed, succeeded } = planned()
  const others = onRecord.filter(({ id }) => id === undefined || !listed.has(id))
  const plan: Plan = {
    kind: 'role',
    added,
    changed,
    unchanged: records.length - partaking - added.length - changed.length - refused,
    problems: problems.toSorted((one, other) => one.row - other.row),
    doubts: [
      ...added.flatMap(({ row, patch }) => successions(onRecord, { row, patch }, mapping, acronyms)),
      ...listedSuccessions(succeeded, mapping, acronyms),
      ...alternateDoubts(records, problems, mapping),
      ...standForOthers(added, known, today),
    ],
    assumed: assumedRoles(records, added),
    missingGroups,
    others: { count: others.length, some: termNames(others, acronyms, known.groups) },
  }
  return { plan, seats }
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
    seat === undefined ? undefined : standing.find((one) => isOf(one, term) && atOnce(one, term))
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

/** What to mind about alternates without an address, in rows that have no mistake. */
function alternateDoubts(
  records: readonly ImportRecord[],
  problems: readonly Problem[],
  mapping: Mapping,
): readonly Problem[] {
  const text =
    'An alternate without an e-mail address is taken over as somebody who takes part. Give the address to name them for the seat.'
  return records
    .filter(({ row, fields }) => isAlternate(fields) && !fields['person'] && !isRefused(row, problems))
    .map(({ row }) => ({ row, column: columnOf(mapping, 'role'), text }))
}

function isRefused(row: number, problems: readonly Problem[]): boolean {
  return problems.some((one) => one.row === row)
}

/** The rows that say no role and were added as what is usual. */
function assumedRoles(records: readonly ImportRecord[], added: Plan['added']): readonly number[] {
  const withoutRole = new Set(
    records.filter(({ fields }) => fields['role'] === undefined).map(({ row }) => row),
  )
  return added.filter(({ row }) => withoutRole.has(row)).map(({ row }) => row)
}

/** What the list may name: groups and entities, and the people whose addresses stand in it. */
async function namesKnown(db: Db, mapping: Mapping, records: readonly ImportRecord[]): Promise<NamesKnown> {
  const groups = await allKnownGroups(db)
  const entities = await allKnownEntities(db)
  const emails = records.flatMap(({ fields: { person } }) => (typeof person === 'string' ? [person] : []))
  return {
    ...{ mapping, groups, entities },
    groupIds: new Map([...idsByNumber(groups), ...idsByName(groups)]),
    entityIds: idsByName(entities),
    observing: new Set(entities.filter(({ kind }) => kind === 'observer').map(({ id }) => id)),
    people: new Map((await peopleOf(db, emails)).map((one) => [one.email, one])),
  }
}

function isOf(one: TermFields, { groupId, entityId }: TermFields): boolean {
  return one.groupId === groupId && one.entityId === entityId
}
