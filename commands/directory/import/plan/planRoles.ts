import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../../db/directory/groups.ts'
import { peopleOf } from '../../../../db/directory/import/current.ts'
import { termsOf } from '../../../../db/directory/import/terms.ts'
import type { Db } from '../../../../db/store/db.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../../src/directory/import/records.ts'
import { chairsInOrder, createTimeline, listedSuccessions, type StandingTerm, successions } from './chairs.ts'
import { termNames } from './overlaps.ts'
import { placeRows, type SeatListed } from './placeRows.ts'
import type { Plan } from './plan.ts'
import { idNamed, idsByName, idsByNumber } from './recordNames.ts'
import { isAlternate, type NamesKnown, text } from './roleFields.ts'
import { standForOthers } from './standFor.ts'

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
  const known = await namesKnown(db, mapping, records)
  const acronyms = new Map(known.entities.map(({ id, acronym }) => [id, acronym]))
  const meant = new Set(records.flatMap(({ fields }) => idNamed(known.groupIds, text(fields['group'])) ?? []))
  const onRecord: readonly StandingTerm[] = await termsOf(db, [...meant])
  const timeline = createTimeline(onRecord)
  const { problems, missingGroups, seats, partaking, refused, listed } = placeRows(
    chairsInOrder(records),
    timeline,
    { known, acronyms, mapping, today },
  )
  const { added, changed, succeeded } = timeline.planned()
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

/** What to mind about alternates without an address, in rows that have no mistake. */
function alternateDoubts(
  records: readonly ImportRecord[],
  problems: readonly Problem[],
  mapping: Mapping,
): readonly Problem[] {
  const text =
    'An alternate without an e-mail address is imported as somebody who takes part. Give the address to name them for the seat.'
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
