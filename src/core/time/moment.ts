import { orUserError, UserError } from '../errors.ts'
import { shorten } from '../text/text.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  monthNames,
  partsOf,
  type TimeReference,
  type TypedMoment,
} from './day.ts'
import { aYearOn, lacksTime, looseZone, within } from './momentChoices.ts'
import { lastDay, tooFar, unreadable } from './phrases/unreadable.ts'
import { refuseVagueDay } from './phrases/vague/vagueDay.ts'
import { firstOrSecond, partWhich } from './phrases/whichOfTwo.ts'
import { type ClockMeant, clockMeant } from './reading/clocks/clockMeant.ts'
import { dayMeant, noteOfNext, refuseLacking } from './reading/dates/dayMeant.ts'
import { respelled, tidy } from './reading/tidy.ts'
import { partsIn, type TimeParts } from './reading/timeParts.ts'
import { type Token, tokenize } from './reading/token.ts'
import { repeatedHourNote } from './repeatedHourNote.ts'
import { yearInFull } from './words/year.ts'
import { formatMoment, instantAt, type WallFields, wallTime } from './zone.ts'
import { besideOffset } from './zones/besideOffset.ts'

const isNow = /^(?:now|in (?:0|zero) ?(?:[smh]|secs?|seconds?|mins?|minutes?|hrs?|hours?))$/i

/**
 * A moment as people type it, read in the zone that the text names, else in the caller's. With no year it is the
 * next such moment. Raises `UserError` for what is not a moment, has no time of day, does not exist, or may be one of
 * two, with each of them as a choice.
 */
export function readMoment(text: string, here: TimeReference): TypedMoment {
  const which = partWhich(text)
  const found = which && firstOrSecond(which, readMoment(which.text, here))
  if (found) return found
  const today = dayOf(here.now, here.zone)
  const typed = yearInFull(tidy(text), today)
  if (isNow.test(typed)) return { at: here.now, zone: here.zone }
  if (/^in ?\p{Pd}\s?\p{Nd}/u.test(typed)) throw unreadable(typed)
  if (!here.base && lengthBelowZero.test(typed)) throw belowZero(typed, here)
  refuseVagueDay(typed, today, (day) => partsIn(day, tokenize(day), today).left.length === 0)
  const tokens = tokenize(typed)
  const parts = partsIn(typed, tokens, today, here.base !== undefined)
  const better = parts.left.length > 0 ? respelled(typed) : undefined
  if (better) return momentOf(typed, better, partsIn(typed, better, today, here.base !== undefined), here)
  return momentOf(typed, tokens, parts, here)
}

function momentOf(
  typed: string,
  tokens: readonly Token[],
  first: TimeParts,
  here: TimeReference,
): TypedMoment {
  const read = (text: string) => readMoment(text, here)
  if (first.zone?.kind === 'loose') throw looseZone(typed, tokens, first, read)
  const kept = keepsTime(first) ? here.base : undefined
  const zone = first.zone?.kind === 'zone' ? first.zone.zone : (kept?.zone ?? here.zone)
  const shift = first.zone?.kind === 'offset' ? first.zone.minutes : undefined
  if (shift !== undefined && first.beside) return besideOffset(typed, tokens, first, read)
  // At an offset it is the day that it is there.
  const now = shift === undefined ? wallTime(here.now, zone) : atOffset(here.now, shift)
  const today = dayOfWall(now)
  const parts =
    today === dayOf(here.now, here.zone) ? first : partsIn(typed, tokens, today, here.base !== undefined)
  refuseLeft(typed, parts)
  if (parts.length) return counted(typed, parts, { ...here, zone })
  const base =
    here.base && dayOfWall(shift === undefined ? wallTime(here.base.at, zone) : atOffset(here.base.at, shift))
  const meant = clockMeant(typed, tokens, parts, read, here) ?? (kept && timeOf(kept.at, zone))
  if (!meant) {
    refuseLacking(parts.date, today)
    if (parts.date?.kind === 'fixed' && parts.date.from > lastDay) throw tooFar(typed)
    if (here.offersNothing) throw new UserError(`“${shorten(typed, 60)}” has no time of day.`)
    throw lacksTime(typed, tokens, parts, read, here.ahead ? here.now : undefined)
  }
  const mayBe = (text: string) => {
    const moment = here.ahead ? orUserError(() => read(text)) : undefined
    return moment === undefined || moment instanceof UserError || moment.at > here.now
  }
  const meantDay = () => dayMeant(parts, { today, now, base }, meant.from, meant.later)
  const day = within(typed, tokens, parts, meantDay, mayBe)
  if (day > lastDay) throw tooFar(typed)
  const [year, month, date] = partsOf(day)
  const wall = { year, month, day: date, hour: meant.from.hour, minute: meant.from.minute }
  const settled: TypedMoment =
    shift === undefined
      ? settle(wall, zone, here)
      : { at: new Date(Date.UTC(year, month - 1, date, wall.hour, wall.minute - shift)), zone }
  const notes = [settled.note, meant.note, noteOfNext(parts, day)].filter((note) => note !== undefined)
  const yearOn = settled.at <= here.now ? aYearOn(typed, tokens, parts, day) : undefined
  return {
    ...settled,
    ...(yearOn !== undefined && { yearOn }),
    ...(meant.minutes !== undefined && { minutes: meant.minutes }),
    ...(notes.length > 0 && { note: notes.join(' ') }),
  }
}

/** Whether what is moved keeps its time of day, in its own zone: it goes to another day, or so many days or weeks on. */
function keepsTime({ clocks, part, date, fromBase }: TimeParts): boolean {
  return !clocks && part === undefined && (date !== undefined || fromBase === true)
}

function timeOf(at: Date, zone: string): ClockMeant {
  const { hour, minute } = wallTime(at, zone)
  return { from: { hour, minute, bare: false, exact: true }, later: 0 }
}

function refuseLeft(typed: string, { left, date, clocks, length, part }: TimeParts): void {
  const [first] = left
  if (!first) return
  if (!date && !clocks && !length && part === undefined) throw unreadable(typed)
  const last = left.at(-1) ?? first
  const words = typed.slice(first.start, last.end)
  throw new UserError(
    `I cannot read “${shorten(words)}” in “${shorten(typed, 60)}”. Try “tomorrow 15:00” or “12 Dec 14:30”.`,
  )
}

/** `-2h`, which is no hour of the day. */
const lengthBelowZero = /^[\p{Pd}−]\s?\p{Nd}{1,4} ?(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)$/iu

/** Offers the length ahead of a moment that was typed as a length below zero. */
function belowZero(typed: string, here: TimeReference): UserError {
  const ahead = orUserError(() => readMoment(`in ${typed.replace(/^[\p{Pd}−]\s?/u, '')}`, here))
  if (ahead instanceof UserError) return ahead
  const shown = formatMoment(ahead.at, ahead.zone)
  return new UserError(`“${typed}” lies before now. Is it ahead that you mean?`, {
    choices: [{ label: shown, value: shown }],
  })
}

/** The wall clock at an offset from UTC in minutes. */
function atOffset(at: Date, minutes: number): WallFields {
  return wallTime(new Date(at.getTime() + minutes * 60_000), 'UTC')
}

/** Hours and minutes from now pass alike whatever the clocks do; days and months go by the calendar. */
function counted(
  typed: string,
  { length, sign = 1, fromBase = false, date, clocks }: TimeParts,
  here: TimeReference,
): TypedMoment {
  const { now: today, zone, base } = here
  if (!length || date || clocks) throw unreadable(typed)
  const now = (fromBase ? base?.at : undefined) ?? today
  const { months, days, minutes } = length
  const shown = wallTime(now, zone)
  const day = addDays(addMonths(dayOfWall(shown), sign * Math.round(months)), sign * days)
  const [year, month, date_] = partsOf(day)
  const wall = { ...shown, year, month, day: date_ }
  const { at: start, ...settled } = months === 0 && days === 0 ? { at: now, zone } : settle(wall, zone, here)
  const at = new Date(start.getTime() + sign * minutes * 60_000)
  if (Number.isNaN(at.getTime()) || dayOf(at, zone) > lastDay) throw tooFar(typed)
  if (now.getTime() - at.getTime() > 100 * 365 * 86_400_000) throw unreadable(typed)
  return { at, ...(minutes === 0 ? settled : { zone }) }
}

function settle(wall: WallFields, zone: string, { skipped }: TimeReference): TypedMoment {
  const date = `${wall.day} ${monthNames[wall.month - 1]} ${wall.year}`
  const found = instantAt(wall, zone)
  if (found.kind === 'one') return { at: found.at, zone }
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
  if (found.kind === 'skipped') {
    const none = `${time} on ${date} does not exist in ${zone}: the clocks go forward over it.`
    const skippedMinutes = wall.hour * 60 + wall.minute
    if (skipped === 'later')
      return { at: found.after, zone, skippedMinutes, note: `${none} It is moved as much later.` }
    throw new UserError(`${none} The nearest after it is ${formatMoment(found.after, zone)}.`, {
      choices: [{ label: formatMoment(found.after, zone), value: formatMoment(found.after, zone) }],
    })
  }
  const note = repeatedHourNote(found.first, zone)
  return { at: found.first, zone, second: found.second, ...(note !== undefined && { note }) }
}

function dayOfWall({ year, month, day }: WallFields): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
