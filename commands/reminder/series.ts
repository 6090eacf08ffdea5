import type { Reminder } from '../../db/ledger/reminders/reminders.ts'
import { orUserError, UserError } from '../../src/core/errors.ts'
import { sameJson } from '../../src/core/json.ts'
import { counted } from '../../src/core/text/counted.ts'
import { addDays, type Day, dayOf, formatDay, partsOf, type TypedMoment } from '../../src/core/time/day.ts'
import { formatClock } from '../../src/core/time/quietHours.ts'
import { instantAt, wallTime } from '../../src/core/time/zone.ts'
import { asRule, repeatFrom } from '../../src/meetings/series/repeatFrom.ts'
import { nextRuleDay } from '../../src/meetings/series/rule.ts'

/** A series as a reminder stores it. */
export type Series = Pick<Reminder, 'rule' | 'said' | 'startOn' | 'wallMinutes' | 'untilOn' | 'timesLeft'>

export const once: Series = {
  rule: null,
  said: null,
  startOn: null,
  wallMinutes: null,
  untilOn: null,
  timesLeft: null,
}

/** One time of a series. */
interface Time {
  readonly at: Date
  /** What the clocks of that night do to its hour; null where they leave it alone. */
  readonly note: string | null
}

/** The series that begins at a moment and its first time, which is later where the rhythm does not meet that day. Raises `UserError`. */
export function readSeries(
  repeat: string,
  first: TypedMoment,
  until: Day | undefined,
  now: Date,
): Series & Time {
  const start = dayOf(first.at, first.zone)
  const { rule, words: text, end, others } = repeatFrom(repeat, first)
  if (others.length > 0) {
    throw new UserError(`“${repeat}” may be ${[text, ...others].join(' or ')}. Which one?`, {
      option: 'repeat',
      choices: [text, ...others].map((value) => ({ label: value, value })),
    })
  }
  const { hour, minute } = wallTime(first.at, first.zone)
  const series = {
    rule,
    said: text,
    startOn: start,
    wallMinutes: first.skippedMinutes ?? hour * 60 + minute,
    untilOn: until ?? (end?.kind === 'until' ? end.day : null),
    timesLeft: end?.kind === 'count' ? end.count : null,
  }
  const time = nextTime({ ...series, zone: first.zone }, addDays(start, -1), now)
  if (!time) {
    throw new UserError(`${text} never comes to a day before it ends. Give a later until:, or none.`, {
      option: 'repeat',
    })
  }
  return { ...series, ...time }
}

/** The same rhythm from another moment on; what does not repeat only moves. Raises `UserError`. */
export function retimed(before: Reminder, to: TypedMoment | undefined, now: Date): Series & Time {
  if (!to || before.rule === null) return { ...before, at: to?.at ?? before.at }
  const { hour, minute } = wallTime(to.at, to.zone)
  const series = {
    ...before,
    startOn: dayOf(to.at, to.zone),
    wallMinutes: to.skippedMinutes ?? hour * 60 + minute,
    zone: to.zone,
  }
  const time = nextTime(series, addDays(series.startOn, -1), now)
  if (!time)
    throw new UserError('The repetition ends before that. Give an earlier time, or a later last day.', {
      option: 'at',
    })
  return { ...series, ...time }
}

/** The same rhythm by the clocks of another zone, from the day on that comes next; undefined where it ends before that. */
export function inZone(before: Reminder, zone: string, now: Date): (Series & Time) | undefined {
  const time = nextTime({ ...before, zone }, addDays(dayOf(before.at, before.zone), -1), now)
  return time && { ...before, ...time }
}

/** When a reminder that has just come comes next; undefined when it was the last time. */
export function timeAfter(reminder: Reminder, now: Date): Time | undefined {
  if (reminder.rule === null || reminder.timesLeft === 1) return undefined
  return nextTime(reminder, dayOf(reminder.at, reminder.zone), now)
}

/** The time of a reminder that has come which came last: of those that were missed, it is nearest to the truth. */
export function timeOf(reminder: Reminder, now: Date): Time {
  let last: Time = { at: reminder.at, note: reminder.note }
  if (reminder.rule === null || reminder.timesLeft === 1) return last
  for (;;) {
    const next = nextTime(reminder, dayOf(last.at, reminder.zone), last.at)
    if (!next || next.at > now) return last
    last = next
  }
}

type Placed = Pick<Series, 'rule' | 'startOn' | 'wallMinutes' | 'untilOn'> & { readonly zone: string }

/** The first time of a series on a day after `day` that is still ahead; what was missed meanwhile is not made up for. */
function nextTime(
  { rule, startOn, wallMinutes, untilOn, zone }: Placed,
  day: Day,
  now: Date,
): Time | undefined {
  if (rule === null || startOn === null || wallMinutes === null) return undefined
  const yesterday = addDays(dayOf(now, zone), -1)
  // Days that passed while nobody ticked are stepped over at once.
  let after = yesterday > day ? yesterday : day
  for (;;) {
    const next = nextRuleDay(rule, startOn, after)
    if (next === undefined || (untilOn !== null && next > untilOn)) return undefined
    const time = timeOn(next, wallMinutes, zone)
    if (time.at > now) return time
    after = next
  }
}

function timeOn(day: Day, minutes: number, zone: string): Time {
  const [year, month, date] = partsOf(day)
  const instant = instantAt(
    { year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 },
    zone,
  )
  if (instant.kind === 'one') return { at: instant.at, note: null }
  if (instant.kind === 'repeated') {
    return {
      at: instant.first,
      note: `The clocks show ${formatClock(minutes)} twice that night; it comes the first time.`,
    }
  }
  return {
    at: instant.after,
    note: `The clocks skip ${formatClock(minutes)} that night; it comes as much later as they go forward.`,
  }
}

/** When a series ends, behind what it says: `, until 1 Mar 2027`. */
export function endOf({ untilOn, timesLeft }: Pick<Series, 'untilOn' | 'timesLeft'>): string {
  if (timesLeft !== null) return `, ${counted(timesLeft, 'time')} in all`
  return untilOn === null ? '' : `, until ${formatDay(untilOn)}`
}

/** The repetition of a reminder, with its end, as it is typed to be read again the same way. */
export function asTyped({ rule, said, untilOn, timesLeft, at, zone }: Reminder): string {
  if (rule === null) return 'never'
  const ending =
    timesLeft !== null ? `, ${counted(timesLeft, 'time')}` : untilOn === null ? '' : ` until ${untilOn}`
  const end =
    timesLeft !== null
      ? { kind: 'count' as const, count: timesLeft }
      : untilOn === null
        ? undefined
        : { kind: 'until' as const, day: untilOn }
  const whole = { rule, ...(end ? { end } : {}) }
  const words = said === null ? undefined : `${said}${ending}`
  return words !== undefined && isReadAs(words, whole, { at, zone }) ? words : asRule(whole)
}

function isReadAs(
  words: string,
  { rule, end }: Parameters<typeof asRule>[0],
  first: Pick<Reminder, 'at' | 'zone'>,
): boolean {
  const read = orUserError(() => repeatFrom(words, first))
  return !(read instanceof UserError) && read.rule === rule && sameJson(read.end, end)
}
