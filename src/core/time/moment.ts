import { en } from 'chrono-node'
import { UserError } from '../errors.ts'
import type { TypedMoment } from '../option.ts'
import { addDays, type Day, dayFrom, dayOf, type Here, monthNames, tidy } from './day.ts'
import { readDuration } from './duration.ts'
import { onWeekday, takeDay } from './typedDay.ts'
import { formatMoment, instantAt, looseZones, readZone, type Wall, wallTime, zoneNamed } from './zone.ts'

const wanted =
  'wanted is a moment such as tomorrow 15:00, next Tuesday 10:00, 12 Dec 14:30 or 2026-12-12T14:30'

interface Clock {
  readonly hour: number
  readonly minute: number
}

/**
 * A moment as people type it, read in the zone that the text names, else in the caller's. With no year it is the
 * next such moment. Raises `UserError` for what is no moment, has no time of day, or does not exist.
 */
export function readMoment(text: string, here: Here): TypedMoment {
  const typed = tidy(text)
  const absolute = readOffset(typed, here.zone) ?? readCounted(typed, here)
  if (absolute) return absolute
  const { rest, zone } = takeZone(typed.replace(/(?<=:\d{2})Z$/i, ' UTC'), here.zone)
  return settle(readWall(rest, { now: here.now, zone }, typed), zone)
}

/** A day and a time that name their offset from UTC: no zone's clock has a say in it. */
function readOffset(typed: string, zone: string): TypedMoment | undefined {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:T| |, | at )(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)? ?(?:Z|(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?)$/i.exec(
      typed,
    )
  if (!found) return undefined
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = found.slice(1, 6).map(Number)
  const ahead = Number(found[7] ?? 0) * 60 + Number(found[8] ?? 0)
  if (dayFrom(year, month, date) === undefined)
    throw new UserError(`There is no ${typed.slice(0, 40)} in the calendar.`)
  if (ahead > 14 * 60 || Number(found[8] ?? 0) > 59) throw nonsense(typed)
  onClock(hour, minute, `${found[4]}:${found[5]}`)
  const shift = found[6] === '-' ? ahead : -ahead
  return { at: new Date(Date.UTC(year, month - 1, date, hour, minute + shift)), zone }
}

/** Hours and minutes from now, which pass alike whatever the clocks do. */
function readCounted(typed: string, { now, zone }: Here): TypedMoment | undefined {
  if (/^now$/i.test(typed)) return { at: now, zone }
  const found = /^(?:in (.+)|(.+) (from now|ago))$/i.exec(typed)
  const length = found?.[1] ?? found?.[2] ?? ''
  const hours =
    /^(?:an?|one|half an|\d+(?:[.,]\d+)?) ?(?:h|hrs?|hours?|m|mins?|minutes?)(?:(?:,? (?:and )?)?\d+ ?(?:m|mins?|minutes?)?)?$/i
  if (!hours.test(length)) return undefined
  const minutes = readDuration(length) * (found?.[3]?.toLowerCase() === 'ago' ? -1 : 1)
  return { at: new Date(now.getTime() + minutes * 60_000), zone }
}

/** The zone named at the end of the text, and the text without it. Raises `UserError` for a loose name of one. */
function takeZone(typed: string, fallback: string): { rest: string; zone: string } {
  const parts = typed
    .replace(/[()]/g, '')
    .replace(/ (?:local )?time$/i, '')
    .split(' ')
  for (let words = Math.min(4, parts.length - 1); words > 0; words--) {
    const name = parts.slice(-words).join(' ')
    const rest = parts
      .slice(0, -words)
      .join(' ')
      .replace(/(?: in|,)$/i, '')
    const zone = /^[a-z]/i.test(name) ? zoneNamed(name) : undefined
    if (zone !== undefined) return { rest, zone }
    const offset = /^(?:(?:UTC|GMT) ?[+-]?|[+-])\d{1,2}(?::?\d{2})?$/i.test(name)
    if (offset || (/^[a-z]/i.test(name) && looseZones(name).length > 0)) refuseZone(name, rest)
  }
  return { rest: parts.join(' '), zone: fallback }
}

/** Raises what `readZone` says of the name, with the whole text to be typed instead for each zone meant. */
function refuseZone(name: string, rest: string): void {
  try {
    readZone(name)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const choices = error.choices.map(({ label, value }) => ({ label, value: `${rest} ${value}` }))
    throw new UserError(error.message, { choices })
  }
}

function readWall(typed: string, here: Here, original: string): Wall {
  const today = dayOf(here.now, here.zone)
  const named = takeDay(typed, today)
  const clock = takeClock(named ? named.rest : typed)
  const rest = clock ? clock.rest : (named?.rest ?? typed)
  const left = rest
    .replace(/\b(?:at|on|the|of|by)\b|[,;]|(?<!\d)\.|\.$/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const counted = left === '' || named ? undefined : readCountedDay(left, today)
  const days = named?.days ?? (counted === undefined ? undefined : [counted])
  if (left !== '' && counted === undefined) {
    if (!named && !clock) throw nonsense(original)
    throw new UserError(`I cannot read “${left.slice(0, 40)}” in “${original.slice(0, 60)}”; ${wanted}.`)
  }
  if (!clock) {
    if (!days) throw nonsense(original)
    throw new UserError(
      `No time of day found in “${original.slice(0, 60)}”; wanted is for instance ${original.slice(0, 30)} 14:30.`,
    )
  }
  const { hour, minute } = clock
  const now = wallTime(here.now, here.zone)
  const past = (day: Day) =>
    day < today || (day === today && hour * 60 + minute <= now.hour * 60 + now.minute)
  const meant = days ?? [today, addDays(today, 1)]
  // A day of the last weeks was meant and has passed; it is no early word for the same day of next year.
  const ahead = meant.find((one) => !past(one))
  const slipped = meant.find(
    (one) => past(one) && one > addDays(today, -60) && ahead !== undefined && ahead > addDays(one, 300),
  )
  const day = onWeekday(slipped ?? ahead ?? meant.at(-1) ?? today, named?.weekday)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date, hour, minute }
}

/** `in 3 days`, `next week`: counted by chrono from noon, so that no zone of the process moves the day. */
function readCountedDay(text: string, today: Day): Day | undefined {
  if (!/^[a-z\d ]*\b(?:days?|weeks?|fortnight|months?)\b[a-z ]*$/i.test(text)) return undefined
  const [found, second] = en.GB.parse(text, { instant: new Date(`${today}T12:00:00Z`), timezone: 0 })
  if (!found || second || found.text !== text || found.end) return undefined
  return dayFrom(found.start.get('year') ?? 0, found.start.get('month') ?? 0, found.start.get('day') ?? 0)
}

/** The time of day that a text names, and the rest of the text: `14:30`, `14h30`, `15.30`, `3 p.m.`, `at 10`. */
function takeClock(text: string): (Clock & { readonly rest: string }) | undefined {
  const word = /\b(noon|midday|midnight)\b/i.exec(text)
  const found =
    word ??
    /(?<![\d:.+-])(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)? ?([ap])\.?m\b\.?/i.exec(text) ??
    /(?<![\d:.+-])(\d{1,2})[:.h](\d{2})(?::\d{2})?(?![\d:]|\.\d)/i.exec(text) ??
    /(?<![\d:.+-])(\d{1,2}) ?(?:h|hrs|o['’]?clock)\b/i.exec(text) ??
    /\bat (\d{1,2})(?![\d:.])\b/i.exec(text)
  if (!found) return undefined
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  if (word) return { hour: /^midnight$/i.test(word[0]) ? 0 : 12, minute: 0, rest }
  const [typed, half] = [Number(found[1]), found[3]?.toLowerCase()]
  const minute = Number(found[2] ?? 0)
  if (half && (typed < 1 || typed > 12)) throw new UserError(`There is no ${found[0]} on the clock.`)
  const hour = half ? (typed % 12) + (half === 'p' ? 12 : 0) : typed
  return { ...onClock(hour, minute, found[0].replace(/^at /i, '')), rest }
}

function onClock(hour: number, minute: number, typed: string): Clock {
  if (hour <= 23 && minute <= 59) return { hour, minute }
  throw new UserError(`There is no ${typed} on the clock.`)
}

function settle(wall: Wall, zone: string): TypedMoment {
  const date = `${wall.day} ${monthNames[wall.month - 1]} ${wall.year}`
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
