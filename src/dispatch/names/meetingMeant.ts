import { findGroup } from '../../../db/directory/find/group.ts'
import { findMeeting } from '../../../db/meetings/find/findMeeting.ts'
import { meetingsOfTime } from '../../../db/meetings/find/meetingsOfTime.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { meetingsAhead, type NextMeeting, nextMeetingsOf } from '../../../db/meetings/upcoming.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Lookup } from '../../../db/store/lookup.ts'
import { NoneThere, UserError } from '../../core/errors.ts'
import { waitingMeeting, whicheverWaits } from '../../core/language/trailing/answers.ts'
import type { MeetingRef } from '../../core/option.ts'
import { shorten } from '../../core/text/text.ts'
import { addDays, startOfDay, type TimeReference } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { plainDigits } from '../../core/time/reading/token.ts'
import { bareName, namedByTime } from '../../meetings/namedByTime.ts'

interface Asking extends TimeReference {
  readonly personId: number
}

/** One more than are offered, to know whether there are more. */
const most = 11

/** How far `the next` and `the last` are looked for. */
const farDays = 400

/** What any meeting is called behind words of its title: `the rail call`. */
const anyMeeting = / (?:call|meeting|conference call|videoconference|teleconference|vc|mtg|thing)[.!?]?$/i

/** The meeting of a number, a group or words of a title; else the one of a day or month, `the June one`, or `the last`. */
export async function meetingMeant(db: Db, typed: string, asking: Asking): Promise<Lookup<Meeting>> {
  const found = await meetingCalled(db, typed, asking)
  const words = found.kind === 'none' ? typed.replace(anyMeeting, '').replace(/^(?:the|our|my) /i, '') : typed
  return words === typed || words === '' ? found : meetingCalled(db, words, asking)
}

async function meetingCalled(db: Db, typed: string, asking: Asking): Promise<Lookup<Meeting>> {
  const text = plainDigits(typed)
  const found = await findMeeting(db, text, asking.now)
  if (found.kind !== 'none') return found
  const named = namedByTime(text, asking, true)
  const bare = bareName(text)
  if (!named) return bare === '' || bare === text ? found : findMeeting(db, bare, asking.now)
  const { words, days, which } = named
  const { now, zone, personId } = asking
  const far = (by: number) => new Date(now.getTime() + by * 86_400_000)
  if (days) {
    const named = await onDays(db, words, days, zone)
    // `the call on the 10th` is any meeting of that day.
    const ahead = named.length === 0 && isKind.test(words) ? await onDays(db, '', days, zone) : named
    // `Tuesday's meeting` may have been this Tuesday.
    const past = ahead.length === 0 ? namedByTime(text, asking, false)?.days : undefined
    return oneOf(past ? await onDays(db, words, past, zone) : ahead)
  }
  // Without a name it is one's own.
  const whose = words === '' ? personId : null
  const ofTime = (words: string) =>
    which === 'next'
      ? meetingsOfTime(db, { words, from: now, before: far(farDays), personId: whose, limit: 1 })
      : meetingsOfTime(db, { words, from: far(-farDays), before: now, personId: whose, limit: 1 }, 'desc')
  const [titled] = await ofTime(words)
  const group = titled ? undefined : await groupIn(db, words)
  const [first] = group === undefined ? [titled] : await ofTime(group)
  return first ? { kind: 'one', value: first } : found
}

/** The acronym of the group that words name, as `the surveillance group` does. */
async function groupIn(db: Db, words: string): Promise<string | undefined> {
  if (words === '') return undefined
  const found = await findGroup(db, words.replace(/^the |(?: working)? group$/gi, ''))
  return found.kind === 'one' ? found.value.acronym : undefined
}

/** Raises `UserError` for `the last meeting`, `next ETCIP` or `the last ETCIP meeting` that there is not; returns for any other name. */
export async function refuseNextOrLast(db: Db, text: string, here: TimeReference): Promise<void> {
  const { words = '', which, days } = namedByTime(text, here, true) ?? {}
  if (which === undefined || days !== null) return
  const group = await groupIn(db, words)
  const line = words === '' ? 'of yours' : group !== undefined ? `of ${group}` : `called “${shorten(words)}”`
  const Kind = words === '' || group !== undefined ? NoneThere : UserError
  throw new Kind(
    which === 'next'
      ? `No meeting ${line} is ahead. /meeting list past shows those of the last ninety days.`
      : `No meeting ${line} was held in the last ${farDays} days. /meeting list shows those ahead.`,
  )
}

/** Words for a meeting that name none. */
export const isKind = /^(?:call|session|briefing|webinar|videoconference|teleconference)$/i

async function onDays(db: Db, words: string, days: Period, zone: string): Promise<readonly Meeting[]> {
  const [from, before] = [startOfDay(days.from, zone), startOfDay(addDays(days.to, 1), zone)]
  return meetingsOfTime(db, { words, from, before, personId: null, limit: most })
}

function oneOf(meetings: readonly Meeting[]): Lookup<Meeting> {
  const [first, ...others] = meetings
  if (!first) return { kind: 'none', nearest: null }
  return others.length === 0 ? { kind: 'one', value: first } : { kind: 'several', candidates: meetings }
}

/** Whether words are nothing but `my next meeting`. */
export function isNext(text: string): boolean {
  return /^(?:my |the )?next(?: meeting| one)?[.!?]?$/i.test(text)
}

/**
 * The caller’s next meeting, or the one whose invitation waits for their answer; undefined where neither was typed.
 * Raises `UserError`.
 */
export async function ownMeeting(
  db: Db,
  text: string,
  personId: number,
  now: Date,
): Promise<MeetingRef | undefined> {
  if (isNext(text)) {
    const [next] = await meetingsAhead(db, personId, now, 1)
    if (next) return meetingById(db, next.id)
    throw new NoneThere('No meeting is ahead. /meeting list shows those of other days with from: and to:.')
  }
  if (text !== waitingMeeting && text !== whicheverWaits) return undefined
  const ahead = await nextMeetingsOf(db, personId, now, 10)
  const [first, ...others] = ahead.filter(({ response }) => response === null)
  if (!first) {
    throw ahead.length === 0
      ? new UserError('No invitation to a meeting waits for your answer.')
      : new UserError(
          'No invitation to a meeting waits for your answer. Which answer do you want to change?',
          {
            choices: asChoices(ahead),
          },
        )
  }
  const answered = ahead.find((one) => isAnsweredJustNow(one, first, now))
  if (answered && others.length === 0)
    throw new UserError(
      `You have just answered M${answered.id} ${answered.title}. Is this for M${first.id} ${first.title}?`,
      { choices: [{ label: `Yes: M${first.id} ${first.title}`, value: `M${first.id}` }] },
    )
  if (others.length === 0 && text === whicheverWaits)
    throw new UserError(`Is your answer for M${first.id} ${first.title}?`, {
      choices: [{ label: `Yes: M${first.id} ${first.title}`, value: `M${first.id}` }],
    })
  if (others.length === 0) return meetingById(db, first.id)
  throw new UserError('Several invitations wait for your answer. Which meeting?', {
    choices: asChoices([first, ...others]),
  })
}

/** How long a further word may still be about the answer that was just given, as in `yes to M1` and then `ok`. */
const justNowMs = 10 * 60_000

/** Whether another invitation was answered a moment ago, when this one was waiting already. */
function isAnsweredJustNow({ respondedAt }: NextMeeting, { changedAt }: NextMeeting, now: Date): boolean {
  return respondedAt !== null && respondedAt > changedAt && now.getTime() - respondedAt.getTime() < justNowMs
}

function asChoices(meetings: readonly Pick<Meeting, 'id' | 'title'>[]) {
  return meetings.map(({ id, title }) => ({ label: `M${id} ${title}`, value: `M${id}` }))
}
