import { openNewsletters, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import type { MeetingRef } from '../../core/option.ts'
import { isolate } from '../../core/text/direction/isolate.ts'
import { dayOf, type TimeReference, type TypedMoment } from '../../core/time/day.ts'
import { formatPeriod } from '../../core/time/period.ts'
import { instantBefore, readBefore, type TimeBefore } from '../../core/time/phrases/before.ts'
import { morningOf } from '../../core/time/quietHours.ts'
import { formatMoment } from '../../core/time/zone.ts'

/**
 * `1 hour before M1` and `the day before the deadline`; undefined for what says nothing of the kind. `meeting` reads the
 * name of a meeting. Raises `UserError`.
 */
export async function momentBefore(
  db: Db,
  text: string,
  { now, zone }: TimeReference,
  meeting: (name: string) => Promise<MeetingRef>,
): Promise<TypedMoment | undefined> {
  const said = readBefore(text)
  if (!said) return undefined
  if (/\b(?:deadline|closing|closes)\b/i.test(said.what)) return beforeClosing(db, said, { now, zone })
  const { id, title, startsAt, status } = await meeting(meetingName(said.what))
  if (status === 'cancelled')
    throw new UserError(`M${id} ${isolate(title)} is cancelled, so nothing comes before it. Give a time.`)
  return {
    at: instantBefore(startsAt, said.length, zone),
    zone,
    before: { named: said.what, title: `M${id} ${title}` },
    note: `M${id} ${isolate(title)} begins ${formatMoment(startsAt, zone)}. Should it be moved, this stays as it is.`,
  }
}

/** `M1` of `meeting M1`, `ETCIP` of `the ETCIP meeting`; the next one where no other is named. */
function meetingName(what: string): string {
  const name = what
    .replace(/^(?:the|my|our|this) /i, '')
    .replace(/^(?:next )?meeting (?=m\p{Nd})/iu, '')
    .replace(/^(?:next )?(?:meeting|call|session)(?: (?:of|for) (?:the |our )?)?/i, '')
    .replace(/ (?:starts|begins)$/i, '')
    .replace(/ (?:meeting|call|session)$/i, '')
  return /^(?:|it|next)$/i.test(name) ? 'next meeting' : name
}

/** Days before the last day of an issue end in the morning, so that there is time left. */
async function beforeClosing(
  db: Db,
  { length }: TimeBefore,
  { now, zone }: TimeReference,
): Promise<TypedMoment> {
  const open = (await openNewsletters(db)).filter(({ closesAt }) => closesAt > now)
  const found = open.map((issue) => {
    const before = instantBefore(issue.closesAt, length, zone)
    const byDays = length.days + length.months > 0 && length.minutes === 0
    const name = `${issue.kind === 'annual' ? 'The annual issue' : `No. ${issue.number}`}, ${formatPeriod(periodOf(issue))}`
    const closing = `${name}, closes ${formatMoment(issue.closesAt, zone)}`
    return { at: byDays ? morningOf(dayOf(before, zone), zone) : before, closing }
  })
  const [only, ...others] = found
  if (!only) throw new UserError('No issue of the newsletter is open, so there is no deadline. Give a time.')
  if (others.length === 0)
    return { at: only.at, zone, note: `${only.closing}. Should that be put off, this stays as it is.` }
  throw new UserError('Several issues are open. Which deadline?', {
    choices: found.map(({ at, closing }) => ({ label: closing, value: at.toISOString() })),
  })
}
