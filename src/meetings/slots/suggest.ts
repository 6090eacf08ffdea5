import { createWallClock, type WallClock } from './wallClock.ts'
import { type Stretch, type WorkingHours, workingStretches } from './workingHours.ts'

/** Somebody whom a meeting is to suit. */
export interface Attendee {
  readonly id: number
  readonly hours: WorkingHours
  /** When they cannot, whatever the hour. */
  readonly busy: readonly Stretch[]
  /** How often they sat outside their hours in the last meetings: the more often, the dearer another time. */
  readonly unsocial: number
}

export interface SlotRequest {
  readonly attendees: readonly Attendee[]
  readonly window: Stretch
  readonly minutes: number
  /** When none may begin or go on: other meetings of the group's own. */
  readonly closed: readonly Stretch[]
  readonly limit: number
}

export interface Slot {
  readonly at: Date
  /** How many are within their own working hours, and free. */
  readonly within: number
  /** Who would be outside their working hours, in the order of the attendees. */
  readonly outside: readonly number[]
  /** Who of them would sit there at night, more than three hours from their working time. */
  readonly atNight: readonly number[]
  /** Who has something else at that time. */
  readonly busy: readonly number[]
}

/** Dearer than any number of attendees. */
const closedCost = 2 ** 40
const stepMs = 30 * 60_000
/** How far from the working hours a day still is not night, in minutes. */
const awake = 180
/** Two suggestions of one stretch of a day would be one suggestion. */
const apartMs = 3 * 3_600_000

/**
 * The best slots of a window, best first: those in which the fewest are outside their hours, a night and a repeated
 * sacrifice counting more. All lie in the window, on the half hour, and outside what is closed. The same request
 * gives the same slots. Its work grows with attendees × days + slots.
 */
export function suggestSlots(request: SlotRequest): readonly Slot[] {
  const { attendees, window, minutes, closed, limit } = request
  const first = Math.ceil(window.from / stepMs)
  const last = Math.floor((window.to - minutes * 60_000) / stepMs)
  if (last < first || attendees.length === 0) return []
  const grid: Grid = { first, count: last - first + 1, lengthMs: minutes * 60_000 }
  const availability = availabilities(request)
  const cost = costs(grid, attendees, availability, closed)
  return chosen(grid, cost, limit).map((at) => slotAt(at, grid, attendees, availability))
}

interface Grid {
  /** Number of the first half hour since the epoch. */
  readonly first: number
  readonly count: number
  readonly lengthMs: number
}

interface Availability {
  /** Working time. */
  readonly working: readonly Stretch[]
  /** Working time and the hours around it. */
  readonly waking: readonly Stretch[]
  readonly busy: readonly Stretch[]
}

/** Those whose hours are of one kind are worked out once, and so is what a zone's clock shows on a day. */
function availabilities({ attendees, window }: SlotRequest): readonly Availability[] {
  const known = new Map<string, Omit<Availability, 'busy'>>()
  const clocks = new Map<string, WallClock>()
  return attendees.map(({ hours, busy }) => {
    const { zone, from, to, days, holidays } = hours
    const kind = [zone, from, to, days.join(), [...holidays].join()].join('|')
    const clock = clocks.get(zone) ?? createWallClock(zone)
    clocks.set(zone, clock)
    const found = known.get(kind) ?? {
      working: workingStretches(hours, window, 0, clock),
      waking: workingStretches(hours, window, awake, clock),
    }
    known.set(kind, found)
    return { ...found, busy }
  })
}

/** Sums up what each slot costs: nothing for an attendee within their hours, two outside them, three at night or busy. */
function costs(
  grid: Grid,
  attendees: readonly Attendee[],
  availability: readonly Availability[],
  closed: readonly Stretch[],
): Float64Array {
  const change = new Float64Array(grid.count + 1)
  const add = (from: number, to: number, amount: number) => {
    if (from > to) return
    change[from] = (change[from] ?? 0) + amount
    change[to + 1] = (change[to + 1] ?? 0) - amount
  }
  attendees.forEach(({ unsocial }, at) => {
    const weight = weightOf(unsocial)
    const { working, waking, busy } = availability[at] ?? { working: [], waking: [], busy: [] }
    add(0, grid.count - 1, weight * 3)
    for (const stretch of waking) add(...slotsInside(stretch, grid), -weight)
    for (const stretch of working) add(...slotsInside(stretch, grid), -weight * 2)
    for (const stretch of busy) add(...slotsTouching(stretch, grid), weight * 3)
  })
  for (const stretch of closed) add(...slotsTouching(stretch, grid), closedCost)
  return runningSum(change).slice(0, grid.count)
}

/** An unsocial hour in the last meetings makes the next one dearer, and five of them twice as dear; whole numbers add up alike in any order. */
function weightOf(unsocial: number): number {
  return 5 + Math.min(Math.trunc(unsocial), 5)
}

function runningSum(change: Float64Array): Float64Array {
  let sum = 0
  return change.map((amount) => {
    sum += amount
    return sum
  })
}

/** First and last slot that lie wholly inside a stretch. */
function slotsInside({ from, to }: Stretch, { first, count, lengthMs }: Grid): [number, number] {
  const begin = Math.ceil(from / stepMs) - first
  const end = Math.floor((to - lengthMs) / stepMs) - first
  return [Math.max(begin, 0), Math.min(end, count - 1)]
}

/** First and last slot that share time with a stretch. */
function slotsTouching({ from, to }: Stretch, { first, count, lengthMs }: Grid): [number, number] {
  const begin = Math.floor((from - lengthMs) / stepMs) + 1 - first
  const end = Math.ceil(to / stepMs) - 1 - first
  return [Math.max(begin, 0), Math.min(end, count - 1)]
}

/** The cheapest slots, the earlier first where two cost the same, none beside another one of the same day. */
function chosen(grid: Grid, cost: Float64Array, limit: number): readonly number[] {
  const order = Array.from(cost.keys())
    .filter((at) => (cost[at] ?? 0) < closedCost)
    .sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0) || a - b)
  const taken: number[] = []
  for (const at of order) {
    if (taken.length >= limit) break
    if (taken.every((other) => Math.abs(other - at) * stepMs >= apartMs)) taken.push(at)
  }
  return taken.map((at) => grid.first + at)
}

function slotAt(
  slot: number,
  { lengthMs }: Grid,
  attendees: readonly Attendee[],
  availability: readonly Availability[],
): Slot {
  const from = slot * stepMs
  const to = from + lengthMs
  const covered = (stretches: readonly Stretch[]) => stretches.some((one) => one.from <= from && to <= one.to)
  const touched = (stretches: readonly Stretch[]) => stretches.some((one) => one.from < to && from < one.to)
  const ids = (wanted: (of: Availability) => boolean) =>
    attendees.flatMap(({ id }, at) => (availability[at] && wanted(availability[at]) ? [id] : []))
  const outside = ids(({ working }) => !covered(working))
  const busy = ids((of) => touched(of.busy))
  return {
    at: new Date(from),
    within: ids((of) => covered(of.working) && !touched(of.busy)).length,
    outside,
    atNight: ids(({ waking }) => !covered(waking)),
    busy,
  }
}
