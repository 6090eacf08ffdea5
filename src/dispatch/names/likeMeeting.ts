import { allKnownGroups } from '../../../db/directory/groups.ts'
import { findMeeting, meetingNumber } from '../../../db/meetings/find/findMeeting.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { orUserError, UserError } from '../../core/errors.ts'
import { type Caller, leads } from '../../core/feature/caller.ts'
import { button } from '../../core/message.ts'
import type { Options } from '../../core/option.ts'
import { shorten } from '../../core/text/text.ts'
import { dayOf } from '../../core/time/day.ts'
import { readMoment } from '../../core/time/moment.ts'
import { sameInSpan } from '../../core/time/phrases/sameInSpan.ts'
import { formatMoment } from '../../core/time/zone.ts'
import { whichMeeting } from './nearMeeting.ts'

type Fields = Readonly<Record<string, string>>

/**
 * Fills in what is left out from the meeting that `like` names: its place and link only if the caller leads it, its time
 * only for a repetition, and its hour where only a day was typed. No change without `like`. Raises `UserError`.
 */
export async function withLikeMeeting(
  db: Db,
  options: Options,
  fields: Fields,
  { caller, now }: { readonly caller: Caller | null; readonly now: Date },
): Promise<Fields> {
  const typed = options['like']?.kind === 'meeting' ? fields['like'] : undefined
  if (typed === undefined) return fields
  const found = await findMeeting(db, typed, now)
  const id = meetingNumber(typed)
  if (found.kind !== 'one' && id !== null) throw new UserError(`I know no meeting called “M${id}”.`)
  if (!caller) return fields
  if (found.kind !== 'one') {
    const { message, choices } = await whichMeeting(db, { now, zone: caller.zone, personId: caller.personId })
    const buttons = choices.map(({ label, value }) =>
      button(label, 'meeting schedule', { ...fields, like: value }),
    )
    throw new UserError(message, { option: 'like', buttons })
  }
  const meeting = found.value
  const { title, groupIds, minutes, kind, place, link, startsAt, zone } = meeting
  const groups = (await allKnownGroups(db)).filter((one) => groupIds.includes(one.id))
  const own = leads(caller, groupIds)
  const again = fields['repeat'] !== undefined && fields['start'] === undefined
  const like = {
    title,
    wg: groups.map(({ acronym }) => acronym).join(', '),
    duration: `${minutes}m`,
    kind,
    ...(own && place !== null ? { place } : {}),
    ...(own && link !== null ? { link } : {}),
    ...(again ? { start: startsAt.toISOString(), timezone: zone } : {}),
  }
  return {
    ...like,
    ...fields,
    ...(fields['timezone'] === undefined && atItsHour(fields, meeting, { now, callerZone: caller.zone })),
  }
}

/** `next month at 15:00`, and not `February 10`. */
const withClock = /^(.{2,60}?),? ((?:at )?\d{1,2}[:h]\d{2}(?: ?[ap]m)?|(?:at )?\d{1,2} ?[ap]m|at \d{1,2})$/i

/**
 * When a meeting that is to come again begins: at the hour of the former one where only a day was typed, and in a week or
 * a month on the day that is alike. Undefined for a day with an hour, which is read as it stands. Raises `UserError` for
 * words that are no day, for an hour that does not exist on that day, and for a month in which two days are alike.
 */
function atItsHour(
  fields: Fields,
  { startsAt: at, zone: itsZone, minutes }: Meeting,
  { now, callerZone }: { readonly now: Date; readonly callerZone: string },
): Fields | undefined {
  const typed = fields['start']
  if (typed === undefined) return undefined
  const [day, today] = [dayOf(at, itsZone), dayOf(now, itsZone)]
  const [, span = typed, clock] = withClock.exec(typed) ?? []
  // The month after that of the meeting, where it is still ahead.
  const days = sameInSpan(span, day, day > today ? day : today)
  // An hour that is typed is one of the caller’s clock.
  const zone = clock === undefined ? itsZone : callerZone
  const isMoment = !(orUserError(() => readMoment(typed, { now, zone })) instanceof UserError)
  if (isMoment && (clock === undefined || days === undefined)) return undefined
  const base = { at, zone: itsZone, minutes }
  const read = (days ?? [typed]).map((one) =>
    orUserError(() =>
      clock === undefined || days === undefined
        ? readMoment(one, { now, zone, base })
        : readMoment(`${one} ${clock}`, { now, zone }),
    ),
  )
  const starts = read.flatMap((one) => (one instanceof UserError ? [] : [one.at]))
  const [start, ...others] = starts
  const offered = (label: string, value: string) =>
    button(label, 'meeting schedule', { ...fields, start: value, timezone: zone })
  if (start === undefined) {
    // An hour that the clocks leave out that day, for one.
    const [why] = read.filter((one) => one instanceof UserError)
    const buttons = why?.choices.map(({ label, value }) => offered(label, value)) ?? []
    throw new UserError(why?.message ?? '', { option: 'start', buttons })
  }
  if (others.length === 0) return { start: start.toISOString(), timezone: zone }
  throw new UserError(`“${shorten(typed)}” may be any of several days. Which one?`, {
    option: 'start',
    buttons: starts.map((one) => offered(formatMoment(one, zone), one.toISOString())),
  })
}
