import { findDates } from '../../../core/time/findDates.ts'
import { spotsIn } from '../../places/spots.ts'
import { wordsOf } from '../../words/words.ts'
import { partOpening } from '../courtesy/courtesies.ts'
import { readHeading } from '../list/headings.ts'
import { withoutBullet } from '../signs.ts'
import { isClosing } from './closings.ts'

/** The longest place with its day, and the shortest text below it. */
const longest = 60
const shortest = 25
const someYear = { from: '2024-01-01', to: '2024-12-31' }

/**
 * A day, or a place and a day, on a line of its own above its text, `Tashkent, 13 November 2026`, as the dateline of that
 * text.
 */
export function withDatelines(lines: readonly string[]): readonly string[] {
  const result: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    const below = (lines[at + 1] ?? '').trim() === '' ? at + 2 : at + 1
    const text = lines[below]?.trim() ?? ''
    if (!isPlaceAndDay(line) || !isText(text)) result.push(lines[at] ?? '')
    else {
      result.push(`${line} – ${text}`)
      at = below
    }
  }
  return result
}

function isPlaceAndDay(line: string): boolean {
  if (
    line.length > longest ||
    !/\p{Nd}/u.test(line) ||
    /[:.]$|[|]/.test(line) ||
    withoutBullet(line).bulleted
  )
    return false
  const [day, ...others] = findDates(line, { period: someYear, most: 2 })
  if (day === undefined || others.length > 0 || readHeading(line).kind !== 'day') return false
  return isPlaces(line.slice(0, day.start)) && isPlaces(line.slice(day.end))
}

/** Whether words name places and nothing else; none at all is such too. */
function isPlaces(text: string): boolean {
  // `Nyon, Switzerland,`: a town that no list has, by its State.
  const [, state = text] =
    /^\p{Lu}[\p{L}'’ -]{2,30}, (\p{Lu}.{2,40})$/u.exec(text.trim().replace(/,$/, '')) ?? []
  const words = wordsOf(
    [...spotsIn(wordsOf(state)).values()].some(({ kind, from }) => kind === 'state' && from < 2)
      ? state
      : text,
  )
  const spots = spotsIn(words)
  const inSpots = new Set(
    [...spots].flatMap(([from, { to }]) => words.slice(from, to).map((_, at) => from + at)),
  )
  return words.every(
    ({ text: word, key }, at) => inSpots.has(at) || !/[\p{L}\p{N}]/u.test(word) || besides.test(key),
  )
}

/** What stands beside a place and its day: a weekday, an article. */
const besides = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|on|le|el|au|en|in)$/

/** A text that begins with a dateline of its own. */
const hasOwn = /^\p{Lu}[^–—.;]{2,60}\p{Nd}{1,4}\)? ?(?:–|—|--?) \S/u

function isText(line: string): boolean {
  return (
    line.length >= shortest &&
    /^["“«]?[\p{Lu}\p{Lo}]/u.test(line) &&
    !withoutBullet(line).bulleted &&
    !isClosing(line.slice(0, 60)) &&
    !hasOwn.test(line.slice(0, 80)) &&
    !/^\p{Lu}[\p{L} ]{2,30} ?: /u.test(line) &&
    partOpening(line).courtesies.length === 0 &&
    !isPlaceAndDay(line)
  )
}
