import { UserError } from '../errors.ts'
import { shorten } from '../text/text.ts'
import { type Day, dayOf, endOfDay, formatDay, type TimeReference, type TypedMoment } from './day.ts'
import { lastDay, tooFar } from './phrases/unreadable.ts'
import { refuseVagueDay } from './phrases/vague/vagueDay.ts'
import {
  candidatesOf,
  type DaySpan,
  firstFrom,
  nearestTo,
  nextOf,
  refuseWeekday,
} from './reading/candidates.ts'
import { tidy } from './reading/tidy.ts'
import type { DateText } from './reading/written.ts'
import { wholeDate } from './wholeDate.ts'

/**
 * Which day a month or a year means: a term begins with its first one, and is over with its last one. What is due lies
 * ahead: without a year it is the next such day. What ends something that comes again ends it then, however far off.
 */
export type DayReading = 'first' | 'last' | 'due' | 'end'

/**
 * A typed day: `2022-08-15`, `15 Aug 2022`, `today`, `next Tuesday`; of a month or a year, `August 2022`, its first or
 * its last day. A day with no year is the nearest to now, a due one the next. Raises `UserError`, also for a due one
 * that may be the one that passed lately.
 */
export function readDay(text: string, here: TimeReference, edge: DayReading = 'first'): Day {
  const day = dayTyped(text, here, edge)
  if (day !== undefined) return day
  throw new UserError(`I cannot read “${shorten(tidy(text))}” as a day. Try “15 Aug 2022” or “next Tuesday”.`)
}

/** The end of a typed day, as a deadline means it; undefined for what is not a day at all. */
export function endOfTyped(text: string, here: TimeReference): TypedMoment | undefined {
  const day = dayTyped(text, here, 'due')
  return day === undefined ? undefined : { at: endOfDay(day, here.zone), zone: here.zone }
}

/** As `readDay`, but undefined for what is not a day at all; one that the calendar lacks still raises `UserError`. */
export function dayTyped(
  text: string,
  { now, zone }: TimeReference,
  edge: DayReading = 'first',
): Day | undefined {
  const typed = withoutClose(tidy(text))
  const today = dayOf(now, zone)
  if (/^now$/i.test(typed)) return today
  refuseVagueDay(typed, today, (day) => fitsEdge(wholeDate(day, today), edge, today))
  const written = wholeDate(typed, today)
  if (!written) return undefined
  if (written.kind === 'fixed' && written.same !== undefined) return written.same
  const spans = candidatesOf(written, today)
  const isAhead = edge === 'due' || edge === 'end'
  // What need not lie ahead is the day of this month.
  const span = written.kind === 'fixed' && !isAhead ? spans[0] : spanOn(edge, spans, today)
  if (!span) return undefined
  const whole = written.kind === 'calendar' && written.first === written.last
  if (span.from !== span.to && !whole) return undefined
  if (written.kind === 'fixed' && span.to > lastDay) throw tooFar(typed)
  refuseWeekday(span.from, written.kind === 'calendar' ? written.weekday : undefined)
  return edge === 'first' ? span.from : span.to
}

/** Whether a date that is offered may be meant: what is due lies ahead. */
function fitsEdge(written: DateText | undefined, edge: DayReading, today: Day): boolean {
  if (!written) return false
  const isAhead = edge === 'due' || edge === 'end'
  return !isAhead || candidatesOf(written, today).some(({ to }) => to >= today)
}

function spanOn(edge: DayReading, spans: readonly DaySpan[], today: Day): DaySpan | undefined {
  const ahead = edge === 'end' ? firstFrom(spans, today) : edge === 'due' ? nextOf(spans, today) : undefined
  const nearest = nearestTo(today, spans)
  const next = firstFrom(spans, today)
  if (edge !== 'due' || ahead || !nearest || !next) return ahead ?? nearest
  const choices = [{ label: formatDay(next.to), value: next.to }]
  throw new UserError(`${formatDay(nearest.to)} has passed. If it is meant, type its year too.`, { choices })
}

/** `COB Friday` and `8 Jan EOB` as the day at whose end it is. */
function withoutClose(typed: string): string {
  const day = typed.replace(/^(?:by )?(?:COB|EOB|EOD),? (?:on |of )?|,? (?:by |at )?(?:COB|EOB|EOD)$/i, '')
  return day === '' ? typed : day
}
