import { type StandingSeat, seatsIn } from '../../../../db/directory/import/seats.ts'
import type { Db } from '../../../../db/store/db.ts'
import { addDays, type Day, formatDay } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type Problem } from '../../../../src/directory/import/records.ts'
import { shareADay } from './overlaps.ts'
import type { SeatListed } from './placeRows.ts'
import type { ChangePlanned, Plan, Planned } from './plan.ts'

type Standing = StandingSeat | (SeatListed & { readonly id: undefined; readonly name: string })

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
  let standing: readonly Standing[] = await seatsIn(db, [...new Set(seats.map(({ groupId }) => groupId))])
  let unchanged = 0
  const replace = (old: Standing, by: Standing) => {
    standing = standing.map((other) => (other === old ? by : other))
  }
  for (const one of seats) {
    const { row, seat, groupId, entityId, personId, until } = one
    const found = compare(standing, one, today)
    switch (found.kind) {
      case 'refused':
        problems.push({ row, column: columnOf(mapping, found.field), text: found.text })
        break
      case 'unchanged':
        unchanged += 1
        break
      case 'ended': {
        const { seat: ending } = found
        replace(ending, { ...ending, until })
        // It ends as its own row says, before the seat that an earlier row puts in its place.
        added = added.map((other) => withoutEnd(other, ending.id))
        changed.push({
          ...{ row, id: ending.id, patch: { until }, before: { until: ending.until } },
          current: { groupId, entityId, personId },
        })
        break
      }
      case 'added': {
        const { from, replaced } = found
        for (const other of replaced) {
          doubts.push({ row, column: columnOf(mapping, 'role'), text: endsThen(other, from) })
          replace(other, { ...other, until: from })
        }
        const ends = replaced.map(({ id }) => id)
        added.push({ row, patch: { seat, groupId, entityId, personId, from, until, ends } })
        standing = [...standing, { ...one, from, id: undefined, name: `The person in row ${row}` }]
        break
      }
    }
  }
  return { kind: 'seat', added, changed, unchanged, problems, doubts, others: { count: 0, some: [] } }
}

/** What a row of a list means beside the seats that stand. */
type Compared =
  | { readonly kind: 'refused'; readonly field: string; readonly text: string }
  | { readonly kind: 'unchanged' }
  /** A seat on record gets the last day of the row. */
  | { readonly kind: 'ended'; readonly seat: StandingSeat }
  /** A new seat, which ends those in its place. */
  | { readonly kind: 'added'; readonly from: Day; readonly replaced: readonly StandingSeat[] }

function compare(standing: readonly Standing[], one: SeatListed, today: Day): Compared {
  const { until } = one
  const ofEntity = standing.filter(
    ({ groupId, entityId }) => groupId === one.groupId && entityId === one.entityId,
  )
  const same = ofEntity.find((other) => isSameSeat(other, one, today))
  const from = same ? same.from : (one.from ?? today)
  if (until !== null && from !== null && until <= from) {
    const text = `The seat begins on ${formatDay(from)} and would have ended before. Give its first day, or another last one.`
    return { kind: 'refused', field: 'to', text }
  }
  const rivals = ofEntity.filter((other) => other !== same && isRival(other, one))
  if (same?.id !== undefined && until !== null && until !== same.until) {
    const held = rivals.find((other) => shareADay(other, { from: same.from, until }))
    return held ? { kind: 'refused', field: 'to', text: isHeld(held) } : { kind: 'ended', seat: same }
  }
  return same ? { kind: 'unchanged' } : begin(one, one.from ?? today, rivals)
}

/** A new seat among those of the same person or kind: it ends those without a last day, and has no room beside others. */
function begin(one: SeatListed, from: Day, rivals: readonly Standing[]): Compared {
  const { until } = one
  const clashes = rivals.filter((other) => shareADay(other, { from, until }))
  const replaced = clashes.filter(
    (other): other is StandingSeat =>
      other.id !== undefined && other.until === null && until === null && (other.from ?? '') < from,
  )
  const lasting = clashes.find((other) => !replaced.some((ended) => ended === other))
  return lasting
    ? { kind: 'refused', field: one.from === null ? 'role' : 'from', text: isHeld(lasting) }
    : { kind: 'added', from, replaced }
}

/** Whether a seat is the one of a row; without a first day, the one that is held today. */
function isSameSeat(other: Standing, { seat, personId, from }: SeatListed, today: Day): boolean {
  if (other.seat !== seat || other.personId !== personId) return false
  return from === null ? shareADay(other, { from: today, until: addDays(today, 1) }) : other.from === from
}

function withoutEnd(planned: Planned, ended: number): Planned {
  const ends = (planned.patch.ends ?? []).filter((id) => id !== ended)
  return { ...planned, patch: { ...planned.patch, ends } }
}

type Held = Pick<SeatListed, 'seat' | 'personId'>

/** Of one entity in one group, a seat has one holder at a time, and a person one seat. */
function isRival(one: Held, other: Held): boolean {
  return one.seat === other.seat || one.personId === other.personId
}

function endsThen({ name, seat }: Pick<StandingSeat, 'name' | 'seat'>, next: Day): string {
  return `${name} holds the ${seat} seat until ${formatDay(addDays(next, -1))} then.`
}

function isHeld({ name, seat }: Pick<StandingSeat, 'name' | 'seat'>): string {
  return `${name} holds the ${seat} seat on some of these days. End that first, or give other days.`
}
