import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { UserError } from '../../../src/core/errors.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Day, dayOf, formatDay, partsOf, type TimeReference } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { endOfTyped } from '../../../src/core/time/typedDay.ts'
import { formatMoment, instantAt } from '../../../src/core/time/zone.ts'
import { commonWorkingDay } from '../../../src/meetings/slots/commonDays.ts'
import type { Context } from '../../define.ts'
import { considered } from '../plan/considered.ts'

const closingHour = 18
const mostDays = 60
const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/**
 * A moment as it was typed, or the end of a number of days on which everybody works. What is said of it: where that day
 * ends last, and whether the members have no whole working day to object. Raises `UserError`.
 */
export async function deadline(
  context: Context,
  groupId: number,
  text: string,
): Promise<{ readonly at: Date; readonly note?: string }> {
  const { now, zone } = context
  const count = workingDays(text)
  if (count === undefined) {
    const at = momentTyped(text, now, zone)
    const first = await endOfWorkingDays(context, groupId, 1)
    if (first && at >= first.at) return { at }
    const end = first ? ` The first ends on ${formatMoment(first.at, zone)}.` : ''
    return { at, note: `The members have no whole working day in common until then.${end}` }
  }
  const last = await endOfWorkingDays(context, groupId, count)
  if (last === undefined)
    throw new UserError('The members do not have that many working days in common. Give a date and time.', {
      option: 'until',
    })
  return last.zone === zone
    ? { at: last.at }
    : { at: last.at, note: `That is the end of ${formatDay(last.day)} in ${last.zone}, where it ends last.` }
}

/** Raises `UserError` for what is neither a moment nor a number of working days, whichever group it is for. */
export function checkDeadline(text: string, { now, zone }: TimeReference): void {
  if (workingDays(text) === undefined) momentTyped(text, now, zone)
}

/** A moment in words that mean the same on any day; undefined for a number of working days. Raises `UserError`. */
export function lastingDeadline(text: string, { now, zone }: TimeReference): string | undefined {
  return workingDays(text) === undefined ? formatMoment(momentTyped(text, now, zone), zone) : undefined
}

/** How many working days are typed; undefined for anything else. Raises `UserError` for none and for too many. */
function workingDays(text: string): number | undefined {
  const days = /^(?:in |after |for )?(\d{1,3}|[a-z]{1,6}) (?:working|business|work) ?days?$/i.exec(
    text.trim(),
  )?.[1]
  if (days === undefined) return undefined
  const word = counts.indexOf(days.toLowerCase())
  const count = word >= 0 ? word + 1 : Number(days)
  if (count >= 1 && count <= mostDays) return count
  throw new UserError(`Give 1 to ${mostDays} working days, not “${shorten(text)}”.`, { option: 'until' })
}

/** The evening of the last of `count` days on which everybody works, by the clock where that day ends last. */
async function endOfWorkingDays(
  { db, now, zone }: Context,
  groupId: number,
  count: number,
): Promise<{ readonly at: Date; readonly day: Day; readonly zone: string } | undefined> {
  const today = dayOf(now, zone)
  const guests = (await expectedInvitees(db, [groupId], today)).filter(({ as }) => as !== 'observer')
  const window = { from: now.getTime(), to: now.getTime() + 300 * 86_400_000 }
  // Working days are those of the duty stations; absences do not count.
  const { attendees } = await considered(db, { guests, groupIds: [groupId], window, now, absences: false })
  const day = commonWorkingDay(
    attendees.map(({ hours }) => hours),
    today,
    count,
  )
  if (day === undefined) return undefined
  const evenings = guests.map((guest) => ({ at: eveningOf(day, guest.zone), zone: guest.zone }))
  const last = evenings.reduce((one, other) => (other.at > one.at ? other : one), {
    at: eveningOf(day, zone),
    zone,
  })
  return { ...last, day }
}

function eveningOf(day: Day, zone: string): Date {
  const [year, month, date] = partsOf(day)
  const evening = instantAt({ year, month, day: date, hour: closingHour, minute: 0 }, zone)
  if (evening.kind === 'one') return evening.at
  return evening.kind === 'skipped' ? evening.after : evening.second
}

function momentTyped(text: string, now: Date, zone: string): Date {
  try {
    // A day alone ends in its evening, as working days do.
    const day = endOfTyped(text, { now, zone })
    return day ? eveningOf(dayOf(day.at, zone), zone) : readMoment(text, { now, zone, ahead: true }).at
  } catch (error) {
    if (error instanceof UserError) {
      const hint = isFewWords(text) ? ' Working days are given as “5 working days”.' : ''
      throw new UserError(`${error.message}${hint}`, { option: 'until', choices: error.choices })
    }
    throw error
  }
}

/** A bare number, or days that are not said to be working days. */
function isFewWords(text: string): boolean {
  return /^\p{Nd}{1,3}$|days?$/iu.test(text.trim())
}
