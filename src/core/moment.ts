import { en } from 'chrono-node'

import { dayFrom, type Here, monthNames, monthNumber, tidy } from './day.ts'
import { UserError } from './errors.ts'
import type { TypedMoment } from './option.ts'
import { formatMoment, instantAt, readZone, type Wall, wallTime, zoneNamed } from './zone.ts'

const wanted =
  'wanted is a moment such as tomorrow 15:00, next Tuesday 10:00, 12 Dec 14:30 or 2026-12-12T14:30'

/**
 * A moment as people type it, read in the zone that the text names, else in the caller's. With no year it is the
 * next such moment. Raises `UserError` for what is no moment, has no time of day, or does not exist.
 */
export function readMoment(text: string, here: Here): TypedMoment {
  const typed = tidy(text)
  const absolute = readAbsolute(typed, here)
  if (absolute) return absolute
  const { rest, zone } = takeZone(normalize(typed), here.zone)
  const wall = readIso(rest) ?? readWords(rest, { now: here.now, zone }, typed)
  return settle(wall, zone)
}

/** An instant that names its offset, or one counted from now: no wall clock has a say in it. */
function readAbsolute(typed: string, { now, zone }: Here): TypedMoment | undefined {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(typed)) {
    checkDay(Number(typed.slice(0, 4)), Number(typed.slice(5, 7)), Number(typed.slice(8, 10)), typed)
    const at = new Date(typed)
    if (Number.isNaN(at.getTime())) throw nonsense(typed)
    return { at, zone }
  }
  const from =
    /^in (an?|one|\d{1,5}) ?(min|mins|minutes?|h|hrs?|hours?)(?: and (\d{1,2}) ?(?:min|mins|minutes?))?$/i.exec(
      typed,
    )
  if (!from) return undefined
  const count = /^\d/.test(from[1] ?? '') ? Number(from[1]) : 1
  const minutes = count * (/^h/i.test(from[2] ?? '') ? 60 : 1) + Number(from[3] ?? 0)
  return { at: new Date(now.getTime() + minutes * 60_000), zone }
}

/** Ways of writing that are one to people: `14h30`, `15.30`, `12.12.2026`, `3 p.m.`. */
function normalize(typed: string): string {
  return (
    typed
      .replace(
        /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g,
        (_, day, month, year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      )
      .replace(/\b(\d{1,2})[hH](\d{2})\b/g, '$1:$2')
      .replace(/\b([01]?\d|2[0-3])h\b/gi, '$1:00')
      .replace(/\b([01]?\d|2[0-3])\.([0-5]\d)\b(?!\.)/g, '$1:$2')
      .replace(/\b([ap])\.m\./gi, '$1m')
      // Chrono takes the number after a month's name for a year.
      .replace(/\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?![:.]\d|\s*[ap]m\b)/gi, (all, word, day) =>
        monthNumber(word) === undefined ? all : `${day} ${word}`,
      )
      .replace(/\bmidday\b/gi, 'noon')
  )
}

/** The zone named at the end of the text, and the text without it. */
function takeZone(typed: string, fallback: string): { rest: string; zone: string } {
  const bare = typed.replace(/ (?:local )?time$/i, '').replace(/[()]/g, '')
  for (let words = Math.min(3, bare.split(' ').length - 1); words > 0; words--) {
    const parts = bare.split(' ')
    const name = parts
      .slice(-words)
      .join(' ')
      .replace(/^(in|at) /i, '')
    const zone = /^[a-z]/i.test(name) ? zoneNamed(name) : undefined
    if (zone !== undefined)
      return {
        rest: parts
          .slice(0, -words)
          .join(' ')
          .replace(/ (in|at)$/i, ''),
        zone,
      }
  }
  const last = /(?<=[\d:apm] ?)\b(?!AM$|PM$)([A-Z]{2,5}|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?)$/.exec(bare)?.[1]
  const isMonth = last !== undefined && monthNumber(last) !== undefined
  if (last !== undefined && !isMonth && !/^(MON|TUE|WED|THU|FRI|SAT|SUN|NOON)$/.test(last)) readZone(last)
  return { rest: typed, zone: fallback }
}

function readIso(typed: string): Wall | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T| |, | at )(\d{1,2}):(\d{2})(?::\d{2})?$/i.exec(typed)
  if (!found) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number)
  checkDay(year, month, day, typed)
  if (hour > 23 || minute > 59) throw new UserError(`There is no ${found[4]}:${found[5]} on the clock.`)
  return { year, month, day, hour, minute }
}

function readWords(typed: string, { now, zone }: Here, original: string): Wall {
  refuseUnclear(typed)
  const today = wallTime(now, zone)
  // Chrono reads words against a calendar of its own: it is given the zone's wall clock as if that were UTC.
  const reference = new Date(
    Date.UTC(today.year, today.month - 1, today.day, today.hour, today.minute, today.second),
  )
  const [found, second] = en.GB.parse(
    typed.replace(/^(\d{4}-\d{2}-\d{2}),? /, '$1 at '),
    { instant: reference, timezone: 0 },
    { forwardDate: true },
  )
  if (!found || second) throw nonsense(original)
  const unread = typed
    .replace(found.text, ' ')
    .replace(/^(\d{4}-\d{2}-\d{2}),? /, '')
    .replace(/\b(at|on|the|of|in|by|and)\b|[,;.]/gi, ' ')
    .trim()
  if (unread !== '' && !found.text.includes(' at ')) {
    throw new UserError(`I cannot read “${unread.slice(0, 40)}” in “${original.slice(0, 60)}”; ${wanted}.`)
  }
  const get = (field: 'year' | 'month' | 'day' | 'hour' | 'minute') => found.start.get(field) ?? 0
  if (!found.start.isCertain('hour')) {
    throw new UserError(
      `No time of day found in “${original.slice(0, 60)}”; wanted is for instance ${original.slice(0, 30)} 14:30.`,
    )
  }
  const wall = {
    year: get('year'),
    month: get('month'),
    day: get('day'),
    hour: get('hour'),
    minute: get('minute'),
  }
  const past = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) <= reference.getTime()
  if (!past || found.start.isCertain('year')) return wall
  // A day of the year that has passed means next year's; a mere time of day that has passed means tomorrow's.
  if (found.start.isCertain('month') && !/\b(today|now|tonight|this)\b/i.test(typed))
    return { ...wall, year: wall.year + 1 }
  const dayNamed = found.start.isCertain('day') || found.start.isCertain('weekday')
  return dayNamed ? wall : dayAfter(wall)
}

function dayAfter(wall: Wall): Wall {
  const next = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 1))
  return { ...wall, year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() }
}

/** What chrono would read one way or the other, or make a neighbouring day of. */
function refuseUnclear(typed: string): void {
  const slashed = /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?\b/.exec(typed)
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    if (first <= 12 && second <= 12 && first !== second) {
      throw new UserError(
        `“${slashed[0]}” may be ${first} ${monthNames[second - 1]} or ${second} ${monthNames[first - 1]}; please name the month.`,
      )
    }
  }
  for (const [, day, month, year] of typed.matchAll(
    /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\b\.?,?(?: (\d{4}))?/gi,
  )) {
    checkNamed(Number(day), month ?? '', year)
  }
  for (const [, month, day, year] of typed.matchAll(
    /\b([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,? (\d{4}))?/gi,
  )) {
    checkNamed(Number(day), month ?? '', year)
  }
  const clock = /\b(\d{1,2}):(\d{2})\b/.exec(typed)
  if (clock && (Number(clock[1]) > 23 || Number(clock[2]) > 59))
    throw new UserError(`There is no ${clock[0]} on the clock.`)
}

function checkNamed(day: number, word: string, year: string | undefined): void {
  const month = monthNumber(word)
  // With no year a leap day may be meant.
  if (month !== undefined)
    checkDay(Number(year ?? 2024), month, day, `${day} ${monthNames[month - 1]}${year ? ` ${year}` : ''}`)
}

function checkDay(year: number, month: number, day: number, typed: string): void {
  if (dayFrom(year, month, day) === undefined)
    throw new UserError(`There is no ${typed.slice(0, 40)} in the calendar.`)
}

function settle(wall: Wall, zone: string): TypedMoment {
  const date = `${wall.day} ${monthNames[wall.month - 1]} ${wall.year}`
  checkDay(wall.year, wall.month, wall.day, date)
  const found = instantAt(wall, zone)
  if (found.kind === 'one') return { at: found.at, zone }
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
  if (found.kind === 'skipped') {
    throw new UserError(
      `${time} on ${date} does not exist in ${zone}: the clocks go forward over it. The nearest after it is ${formatMoment(found.after, zone)}.`,
      { choices: [{ label: formatMoment(found.after, zone), value: found.after.toISOString() }] },
    )
  }
  const other = found.second.toISOString().slice(0, 16)
  return {
    at: found.first,
    zone,
    note: `${time} on ${date} comes twice in ${zone}, as the clocks go back over it; the first is taken. The second is ${other}Z.`,
  }
}

function nonsense(typed: string): UserError {
  return new UserError(`“${typed.slice(0, 60)}” is no moment that I can read; ${wanted}.`)
}
