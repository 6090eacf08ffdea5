import { night } from '../feature/arrivalTime.ts'
import { counted } from '../text/counted.ts'
import { quietUntil } from '../time/quietHours.ts'
import { formatMoment, wallTime } from '../time/zone.ts'
import type { Reader } from './whom.ts'

const mostClocks = 8

type Where = Pick<Reader, 'zone'>

/** What the clocks of people show, each at an instant of their own: the most common first, and which lie in their night. */
export function clocks<P extends Where>(
  people: readonly P[],
  at: (person: P) => Date,
  nightIsSaid = false,
): readonly string[] {
  const shown = Map.groupBy(people, (one) => {
    const asleep = nightIsSaid && quietUntil(at(one), one.zone, night) ? ', in the night' : ''
    return `${formatMoment(at(one), one.zone).replace(/ \(.*/, '')}${asleep}`
  })
  const sorted = [...shown].sort(([, one], [, other]) => other.length - one.length)
  const lines = sorted.slice(0, mostClocks).map(([clock, there]) => {
    const zones = [...new Set(there.map(({ zone }) => zone))]
    const where = zones.length > 3 ? `${zones.slice(0, 2).join(', ')} and elsewhere` : zones.join(', ')
    return `${clock}: ${counted(there.length, 'person', 'people')} (${where})`
  })
  const more = sorted.slice(mostClocks).flatMap(([, there]) => there).length
  return more === 0 ? lines : [...lines, `At other hours: ${counted(more, 'person', 'people')}`]
}

/** From the earliest to the latest that clocks of people show at an instant: `08:30 (America/New_York) to 16:30 (Asia/Baghdad)`. */
export function clockSpan(at: Date, people: readonly Where[], zone: string): string {
  const zones = [...new Set(people.map((one) => one.zone))].sort(
    (one, other) => shownAt(at, one) - shownAt(at, other),
  )
  const [first = zone, last = first] = [zones.at(0), zones.at(-1)]
  const day = dayIn(at, zone)
  const clock = (there: string) => {
    const shown = formatMoment(at, there)
    return dayIn(at, there) === day ? shown.slice(shown.indexOf(',') + 2) : shown
  }
  return first === last ? clock(first) : `${clock(first)} to ${clock(last)}`
}

function dayIn(at: Date, zone: string): string {
  return formatMoment(at, zone).split(',')[0] ?? ''
}

function shownAt(at: Date, zone: string): number {
  const { year, month, day, hour, minute } = wallTime(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute)
}
