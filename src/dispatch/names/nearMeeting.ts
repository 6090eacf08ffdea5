import { meetingNumber } from '../../../db/meetings/find/findMeeting.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import { meetingsNamed, type NamedMeeting, nextMeetingsOf } from '../../../db/meetings/upcoming.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Choice, UserError } from '../../core/errors.ts'
import { list } from '../../core/text/list.ts'
import { nearTitles } from '../../core/text/nearest.ts'
import { shorten } from '../../core/text/text.ts'
import { dayOf, formatDay, type TimeReference, weekdayOf } from '../../core/time/day.ts'
import { formatPeriod } from '../../core/time/period.ts'
import { plainDigits } from '../../core/time/reading/token.ts'
import { meaningsOf } from '../../core/time/words/vocabulary.ts'
import { bareName, namedByTime } from '../../meetings/namedByTime.ts'
import { isKind } from './meetingMeant.ts'

const oneAtATime = 'One meeting is taken at a time; nothing was changed yet. Which one is first?'

/** How many meetings ahead are offered for `all`. */
const mostAhead = 9

const ofSomeKind =
  / (?:call|briefing|webinar|workshop|review|seminar|conference|consultations?|discussion|talks?|event|retreat|training|vc)$/i

/** How many meetings are looked at, and how many of them offered. */
const [searched, most] = [20, 3]

/** The refusal of a name that no meeting has, with those that it may be a slip of as choices. */
export async function noMeeting(
  db: Db,
  typed: string,
  { now, zone, personId }: TimeReference & { readonly personId: number },
): Promise<UserError> {
  const day = namedByTime(typed, { now, zone }, true)
  const days = day && (day.words === '' || isKind.test(day.words)) ? day.days : null
  const text =
    days !== null
      ? `There is no such meeting ${days.from === days.to ? 'on' : 'in'} ${formatPeriod(days)}.`
      : `I know no meeting called “${shorten(typed)}”.`
  if (meetingNumber(typed) !== null) return new UserError(text)
  const onWeekday = days !== null ? await onSameWeekday(db, typed, { now, zone, personId }) : []
  if (onWeekday.length > 0)
    return new UserError(`${text} Did you mean ${list(onWeekday.map(({ label }) => label))}?`, {
      choices: onWeekday,
    })
  const several = await meetingsListed(db, typed)
  if (several) return several
  const numbered = await meetingBefore(db, typed)
  if (numbered) return numbered
  // `the rail workshop` may be a meeting on rail of another kind.
  const words = (bareName(typed) || typed).replace(ofSomeKind, '')
  const found = await meetingsNamed(db, words, now, searched)
  const near = nearTitles(words, found)
  const choices = (near.length > 0 ? near : found).slice(0, most).map((one) => choiceOf(one, zone))
  if (choices.length === 0) return new UserError(text)
  return new UserError(`${text} Did you mean ${list(choices.map(({ label }) => label))}?`, { choices })
}

/** The caller’s meetings of the next weeks on the weekday that a name says, where it says no date. */
async function onSameWeekday(
  db: Db,
  typed: string,
  { now, zone, personId }: TimeReference & { readonly personId: number },
): Promise<readonly Choice[]> {
  const named = typed
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map((word) => meaningsOf(word).weekday)
  const weekday = named.find((one) => one !== undefined)
  if (weekday === undefined || /\d/.test(typed)) return []
  const ahead = await nextMeetingsOf(db, personId, now, mostAhead)
  return ahead
    .filter(({ startsAt }) => weekdayOf(dayOf(startsAt, zone)) === weekday)
    .slice(0, most)
    .map((one) => choiceOf(one, zone))
}

/** A meeting to choose, by its title and its day in a zone. */
export function choiceOf(
  { id, title, startsAt }: Pick<NamedMeeting, 'id' | 'title' | 'startsAt'>,
  zone: string,
): Choice {
  return { label: `M${id} ${shorten(title)}, ${formatDay(dayOf(startsAt, zone))}`, value: `M${id}` }
}

/** Asks which meeting is meant, with those ahead as choices. */
export async function whichMeeting(
  db: Db,
  { now, zone, personId }: TimeReference & { readonly personId: number },
): Promise<UserError> {
  const ahead = await nextMeetingsOf(db, personId, now, mostAhead)
  return new UserError('Which meeting do you mean? Nothing was changed.', {
    choices: ahead.map((one) => choiceOf(one, zone)),
  })
}

/** Raises `UserError` for `all` where one is wanted, with those ahead as choices. */
export async function refuseAll(
  db: Db,
  typed: string,
  { now, zone, personId }: TimeReference & { readonly personId: number },
): Promise<never> {
  const ahead = await nextMeetingsOf(db, personId, now, mostAhead)
  const choices = ahead.map((one) => choiceOf(one, zone))
  if (choices.length === 0) throw new UserError(`I know no meeting called “${shorten(typed)}”.`)
  throw new UserError(oneAtATime, { choices })
}

/** `M1 in due course`: the meeting is known, and what stands after its number is what was not read. */
async function meetingBefore(db: Db, typed: string): Promise<UserError | undefined> {
  const [, number = '', more = ''] = /^#?(M\s?\p{Nd}{1,9})[,:]?\s+(\S.*)$/isu.exec(plainDigits(typed)) ?? []
  const id = meetingNumber(number)
  const meeting = id === null ? undefined : await meetingById(db, id)
  if (!meeting) return undefined
  const label = `M${meeting.id} ${shorten(meeting.title)}`
  return new UserError(`I cannot read “${shorten(more)}” after ${label}. Do you mean just the meeting?`, {
    choices: [{ label, value: `M${meeting.id}` }],
  })
}

/** The most meetings that are offered one by one. */
const mostListed = 5

/** `M1 and M2` where one is wanted: each is offered, with whatever else was said. */
async function meetingsListed(db: Db, typed: string): Promise<UserError | undefined> {
  const parts = plainDigits(typed)
    .split(/[,;&]|\band\b/i)
    .map((part) => part.trim())
  if (parts.length < 2 || parts.length > mostListed || !parts.every((part) => /^#?M?\d{1,9}$/i.test(part)))
    return undefined
  const choices: { readonly label: string; readonly value: string }[] = []
  for (const part of parts) {
    const id = meetingNumber(part)
    const meeting = id === null ? undefined : await meetingById(db, id)
    if (meeting) choices.push({ label: `M${meeting.id} ${shorten(meeting.title)}`, value: `M${meeting.id}` })
  }
  return choices.length > 1
    ? new UserError(oneAtATime, {
        choices,
      })
    : undefined
}
