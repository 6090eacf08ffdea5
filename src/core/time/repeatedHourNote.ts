import { monthNames } from './day.ts'
import { instantAt, wallTime } from './zone.ts'

/** What is said of a moment whose time the clocks of its zone show twice; undefined for any other. */
export function repeatedHourNote(at: Date, zone: string): string | undefined {
  const { year, month, day, hour, minute } = wallTime(at, zone)
  const found = instantAt({ year, month, day, hour, minute }, zone)
  if (found.kind !== 'repeated') return undefined
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const [taken, left, other] =
    at < found.second
      ? (['first', 'second', found.second] as const)
      : (['second', 'first', found.first] as const)
  return `${time} on ${day} ${monthNames[month - 1]} ${year} comes twice in ${zone}, as the clocks go back over it; the ${taken} is taken. The ${left} is ${other.toISOString().slice(0, 16)}Z.`
}
