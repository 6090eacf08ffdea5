import { offsetAt } from '../core/time/zones/offset.ts'
import { component } from './ics.ts'

const weekMs = 7 * 86_400_000

/** The rules of a zone's clock between two instants, each change of it by itself, as the laws have it. */
export function vtimezone(zone: string, from: Date, to: Date): string {
  const first = from.getTime() - 53 * weekMs
  const changes = changesOf(zone, first, to.getTime() + 53 * weekMs)
  const begin = offsetAt(first, zone)
  const least = Math.min(begin, ...changes.map(({ after }) => after))
  const start = { at: first, before: begin, after: begin }
  const inside = [start, ...changes]
    .map(({ at, before, after }) =>
      component(after > least ? 'DAYLIGHT' : 'STANDARD', [
        // The clock as it stood before the change.
        ['DTSTART', new Date(at + before).toISOString().slice(0, 19).replace(/[-:]/g, '')],
        ['TZOFFSETFROM', offsetValue(before)],
        ['TZOFFSETTO', offsetValue(after)],
      ]),
    )
    .join('')
  return component('VTIMEZONE', [['TZID', zone]], inside)
}

interface Change {
  readonly at: number
  /** How far the clock was ahead of UTC, in milliseconds. */
  readonly before: number
  readonly after: number
}

function changesOf(zone: string, from: number, to: number): readonly Change[] {
  const found: Change[] = []
  for (let at = from; at < to; at += weekMs) {
    const [before, after] = [offsetAt(at, zone), offsetAt(at + weekMs, zone)]
    if (before !== after) found.push({ at: changeBetween(zone, at, at + weekMs), before, after })
  }
  return found
}

/** The first second at which the clock shows the offset of `to`. */
function changeBetween(zone: string, from: number, to: number): number {
  const after = offsetAt(to, zone)
  let [low, high] = [from, to]
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (offsetAt(middle, zone) === after) high = middle
    else low = middle
  }
  return high
}

function offsetValue(ms: number): string {
  const minutes = Math.abs(Math.round(ms / 60_000))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
