import { type StandingSeat, seatsIn } from '../../../db/directory/import/seats.ts'
import type { Db } from '../../../db/store/db.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Mapping } from '../../../src/directory/import/columns.ts'
import { columnOf, type Problem } from '../../../src/directory/import/records.ts'
import { atOnce } from './overlaps.ts'
import type { ChangePlanned, Plan, Planned } from './plan.ts'
import type { SeatListed } from './planRoles.ts'

/**
 * Holds the seats of a list against those on record. Whoever holds a seat without a last day ends the day before the
 * next one begins; any other overlap is named.
 */
export async function planSeats(
  db: Db,
  mapping: Mapping,
  seats: readonly SeatListed[],
  today: Day,
): Promise<Plan> {
  const problems: Problem[] = []
  const doubts: Problem[] = []
  let added: Planned[] = []
  const changed: ChangePlanned[] = []
  const standing: (StandingSeat | (SeatListed & { readonly id: undefined; readonly name: string }))[] = [
    ...(await seatsIn(db, [...new Set(seats.map(({ groupId }) => groupId))])),
  ]
  let unchanged = 0
  for (const one of seats) {
    const { row, seat, groupId, entityId, personId, until } = one
    const ofEntity = standing.filter((other) => other.groupId === groupId && other.entityId === entityId)
    const same = ofEntity.find(
      (other) =>
        other.seat === seat &&
        other.personId === personId &&
        (one.from === null
          ? atOnce(other, { from: today, until: addDays(today, 1) })
          : other.from === one.from),
    )
    const from = same ? same.from : (one.from ?? today)
    if (until !== null && from !== null && until <= from) {
      problems.push({
        row,
        column: columnOf(mapping, 'to'),
        text: `The seat begins on ${formatDay(from)} and would have ended before. Give its first day, or another last one.`,
      })
      continue
    }
    if (same?.id !== undefined && until !== null && until !== same.until) {
      const lengthened = { from: same.from, until }
      const other = ofEntity.find((each) => each !== same && isRival(each, one) && atOnce(each, lengthened))
      if (other) {
        problems.push({ row, column: columnOf(mapping, 'to'), text: held(other) })
        continue
      }
      standing.splice(standing.indexOf(same), 1, { ...same, until })
      // It ends as its own row says, before the seat that an earlier row puts in its place.
      added = added.map((other) => ({
        ...other,
        patch: { ...other.patch, ends: (other.patch.ends ?? []).filter((id) => id !== same.id) },
      }))
      changed.push({
        row,
        id: same.id,
        patch: { until },
        before: { until: same.until },
        current: { groupId, entityId, personId },
      })
      continue
    }
    if (same) {
      unchanged += 1
      continue
    }
    const begins = one.from ?? today
    const wanted = { from: begins, until }
    const clashes = ofEntity.filter((other) => isRival(other, one) && atOnce(other, wanted))
    const lasting = clashes.find(
      (other) =>
        other.id === undefined || other.until !== null || until !== null || (other.from ?? '') >= begins,
    )
    if (lasting) {
      problems.push({
        row,
        column: columnOf(mapping, one.from === null ? 'role' : 'from'),
        text: held(lasting),
      })
      continue
    }
    for (const other of clashes) {
      doubts.push({
        row,
        column: columnOf(mapping, 'role'),
        text: `${other.name} holds the ${other.seat} seat until ${formatDay(addDays(begins, -1))} then.`,
      })
      standing.splice(standing.indexOf(other), 1, { ...other, until: begins } as StandingSeat)
    }
    const ends = clashes.flatMap(({ id }) => (id === undefined ? [] : [id]))
    added.push({ row, patch: { seat, groupId, entityId, personId, from: begins, until, ends } })
    standing.push({ ...one, from: begins, id: undefined, name: `The person in row ${row}` })
  }
  return { kind: 'seat', added, changed, unchanged, problems, doubts, others: { count: 0, some: [] } }
}

type Held = Pick<SeatListed, 'seat' | 'personId'>

/** Of one entity in one group, a seat has one holder at a time, and a person one seat. */
function isRival(one: Held, other: Held): boolean {
  return one.seat === other.seat || one.personId === other.personId
}

function held({ name, seat }: { readonly name: string; readonly seat: string }): string {
  return `${name} holds the ${seat} seat on some of these days. End that first, or give other days.`
}
