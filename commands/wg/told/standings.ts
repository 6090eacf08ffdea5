import type { HeldFor, Standing } from '../../../db/directory/terms/standings.ts'
import type { Day } from '../../../src/core/time/day.ts'

/** One thing that somebody is in a group: that they lead it, or a role for an entity. */
export type Part =
  | { readonly kind: 'leads' }
  | ({ readonly kind: 'role' } & Partial<HeldFor> & Pick<HeldFor, 'role'>)

/** That somebody comes to be something in a group, or is it no more. */
export interface StandingChange {
  readonly part: Part
  readonly gained: boolean
  readonly from: Day
  /** The first day on which it is the other way about again; null for good. */
  readonly until: Day | null
  /** Whether they are it on the day before, as far as that is known. */
  readonly before: boolean
  /** Whether what ended it on the day of the change is taken back. */
  readonly again: boolean
  /** Whether the entity holds the role all the same, for which another person stands or stood on that day. */
  readonly passes: boolean
}

export interface ChangedPerson {
  readonly personId: number
  readonly name: string
  readonly changes: readonly StandingChange[]
}

/**
 * Whose standing in a group is another one from a day on after a change, and how; both lists begin with the day before
 * that one.
 */
export function changedStandings(
  before: readonly Standing[],
  after: readonly Standing[],
  today: Day,
): readonly ChangedPerson[] {
  const [was, is] = [timeOf(before), timeOf(after)]
  const days = [...new Set([...was.days, ...is.days])].sort()
  const people = new Map<number, string>()
  for (const { personId, name } of [...after, ...before])
    if (personId !== null) people.set(personId, name ?? '')
  return [...people]
    .map(([personId, name]) => ({ personId, name, changes: changesOf(personId, { was, is, days, today }) }))
    .filter(({ changes }) => changes.length > 0)
}

type Parts = ReadonlyMap<string, Part>

/** A group's people over time: from each of its days to the next one nothing changes. */
interface Time {
  readonly days: readonly Day[]
  partsOf(personId: number, day: Day): Parts
  isHeld(part: Part, day: Day, byName?: boolean): boolean
}

const nothing: Parts = new Map()

function timeOf(standings: readonly Standing[]): Time {
  const byDay = Map.groupBy(standings, ({ day }) => day)
  const days = [...byDay.keys()].sort()
  const parts = new Map(
    [...byDay].map(([day, rows]) => [
      day,
      new Map(
        [...Map.groupBy(rows, ({ personId }) => personId)].map(([id, own]) => [
          id,
          new Map(own.flatMap(partsIn).map((part) => [JSON.stringify(part), part])),
        ]),
      ),
    ]),
  )
  const peopleOn = (day: Day) => parts.get(days.findLast((one) => one <= day) ?? '')
  return {
    days,
    partsOf: (personId, day) => peopleOn(day)?.get(personId) ?? nothing,
    isHeld: (part, day, byName = false) =>
      [...(peopleOn(day)?.values() ?? [])].some((own) =>
        [...own.values()].some(
          (one) => isSame(one, part) && (!byName || (one.kind === 'role' && one.byName)),
        ),
      ),
  }
}

function isOfColleague(time: Time, part: Part, day: Day): boolean {
  return part.kind === 'role' && !part.byName && time.isHeld(part, day, true)
}

/** Whether two people are the same for one entity, whichever of them is named for it. */
export function isSame(one: Part, other: Part): boolean {
  return (
    one.kind === 'role' &&
    other.kind === 'role' &&
    one.entity !== undefined &&
    one.role === other.role &&
    one.entity === other.entity
  )
}

function partsIn({ as, roles }: Standing): readonly Part[] {
  if (as === null) return []
  const held = (roles ?? []).map(({ role, entity, byName }): Part => ({ kind: 'role', role, entity, byName }))
  if (as === 'leads') return [{ kind: 'leads' }, ...held]
  return held.length > 0 ? held : [{ kind: 'role', role: as }]
}

function changesOf(
  personId: number,
  {
    was,
    is,
    days,
    today,
  }: { readonly was: Time; readonly is: Time; readonly days: readonly Day[]; readonly today: Day },
): readonly StandingChange[] {
  const states = days.map((day) => ({ day, was: was.partsOf(personId, day), is: is.partsOf(personId, day) }))
  const all = new Map(states.flatMap((state) => [...state.was, ...state.is]))
  return [...all].flatMap(([key, part]) => {
    const signs = states.map((state) => Number(state.is.has(key)) - Number(state.was.has(key)))
    return signs.flatMap((sign, at): StandingChange[] => {
      const [state, previous] = [states[at], states[at - 1]]
      if (state === undefined || sign === 0 || state.day < today) return []
      if (state.day > today && sign === signs[at - 1]) return []
      const gained = sign > 0
      const next = states.find((_, place) => place > at && signs[place] !== sign)
      const until = next !== undefined && next.is.has(key) !== gained ? next.day : null
      const isToday = state.day === today
      // What is lost today was had today, and what was recorded of earlier days only now is no news of the day before.
      const isKnown = previous && signs[at - 1] !== sign && !(isToday && !gained)
      const before = isKnown ? previous.is.has(key) : !gained
      const passes = (gained ? was : is).isHeld(part, state.day)
      // What a colleague holds by name for an entity that keeps it is nobody else’s news.
      if (passes && isOfColleague(gained ? is : was, part, state.day)) return []
      return [{ part, gained, from: state.day, until, before, again: gained && before && isToday, passes }]
    })
  })
}
