import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import type { CadenceStanding } from '../../../db/meetings/cadence/standings.ts'
import { groupsVoting } from '../../../db/meetings/polls/voting.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { type Firing, keysOf, onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, endOfDay, formatDay, startOfDay } from '../../../src/core/time/day.ts'
import { morningOf } from '../../../src/core/time/quietHours.ts'
import { formatRhythmPeriod, periodWords, type RhythmPeriod } from '../../../src/meetings/cadence/rhythm.ts'
import type { Slot } from '../../../src/meetings/slots/suggest.ts'
import type { Stretch } from '../../../src/meetings/slots/workingHours.ts'
import { bestTimes } from '../plan/bestTimes.ts'
import type { ConsideredAttendee } from '../plan/considered.ts'
import { slotLine } from '../plan/suggest.ts'
import { groupsWithoutDate } from './standing.ts'

const key = 'cadence'
const offered = 3
const meetingMinutes = 60
/** The shortest notice of a meeting that members get. */
const noticeDays = 5
/** How many groups get times worked out in one tick. */
const groupsAtOnce = 5

/** A group without a date, to one who leads it. */
interface Dateless extends Firing {
  readonly standing: CadenceStanding
  readonly period: RhythmPeriod
  readonly personId: number
  /** The reader's IANA zone. */
  readonly zone: string
  readonly attendees: readonly ConsideredAttendee[]
  readonly slots: readonly Slot[]
}

/** Reminds those who lead a group that by the middle of its period has no date, and offers three. */
export const groupWithoutDate: Rule<Trx, Dateless> = {
  key,
  about: 'A group without a meeting by the middle of its quarter or other period',
  audience: [
    {
      who: 'its chairs and co-chairs; where there are none, its vice-chairs',
      due: (trx, { now, limit }) => dateless(trx, now, limit),
    },
  ],
  moments: [onTime],
  stops:
    'A regular meeting is scheduled, a poll on its time is open, the group says that it does not meet (/wg cadence), or the last month begins.',
  urgency: 'bulk',
  text: ({ standing, period, zone, attendees, slots }) => {
    const wg = standing.acronym
    const exact = { wg, duration: `${meetingMinutes}m`, timezone: zone }
    return headed(
      'No meeting yet',
      message(
        rich`${wg} has no regular meeting in ${formatRhythmPeriod(period)}, which ends on ${formatDay(period.to)}.`,
        slots.length === 0 ? undefined : block.text('These times suit its members best:'),
        slots.length === 0
          ? undefined
          : block.list(slots.map((slot, at) => slotLine(slot, at, attendees, zone))),
        block.buttons(
          ...slots.map((slot, at) => ({
            ...button(`Schedule ${at + 1}`, 'meeting schedule', { ...exact, start: slot.at.toISOString() }),
            ask: true,
          })),
          button('Other times', 'meeting suggest', { wg }),
          button(`Not this ${periodWords[period.rhythm]}`, 'wg cadence', { wg, skip: 'this' }),
        ),
      ),
    )
  },
  why: ({ standing: { acronym, rhythm } }) => ({
    as: `one of those who lead ${acronym}`,
    by: `its rhythm is ${rhythm}`,
    otherwise: handOverOffice,
  }),
  duty: true,
  async coming(trx, { now, personId, limit }) {
    const today = dayOf(now, 'UTC')
    const open = await groupsWithoutDate(trx, now, ({ middle }) => middle >= today)
    const coming = open.flatMap(({ standing, period }) =>
      standing.leaders.map((leader) => ({
        at: morningOf(period.middle, leader.zone),
        what: rich`${standing.acronym} has no regular meeting in ${formatRhythmPeriod(period)}`,
        to: { personId: leader.id },
        why: `you lead ${standing.acronym}`,
      })),
    )
    return soonest(
      coming.filter(({ at }) => at > now),
      personId,
      limit,
    )
  },
  line: ({ standing, period }) =>
    rich`${standing.acronym} has no regular meeting in ${formatRhythmPeriod(period)}`,
  uselessAfter: ({ period }) => endOfDay(period.to, 'UTC'),
  // The times that were offered may have passed meanwhile.
  async asNow(trx, waited, now) {
    const keys = new Set(keysOf(waited))
    const open = await groupsWithoutDate(trx, now, () => true)
    const firings = open.flatMap(ledBy).filter((one) => keys.has(one.key))
    return withTimes(trx, [...groupsOf(firings)], now, Number.POSITIVE_INFINITY)
  },
  async standing(trx, waited, now) {
    const open = await groupsWithoutDate(trx, now, () => true)
    const subjects = new Set(open.map(({ standing }) => `group:${standing.groupId}`))
    return new Set(waited.flatMap((one) => (subjects.has(one.subject) ? [one.key] : [])))
  },
}

type Led = Omit<Dateless, 'attendees' | 'slots'>

async function dateless(trx: Trx, now: Date, limit: number): Promise<readonly Dateless[]> {
  const today = dayOf(now, 'UTC')
  // It may be tomorrow already where somebody reads it.
  const open = await groupsWithoutDate(
    trx,
    now,
    ({ middle, last }) => middle <= addDays(today, 1) && today < last,
  )
  // A group that votes on times will soon have a date.
  const voting = await groupsVoting(trx, now)
  const silent = open.filter(({ standing }) => !voting.has(standing.groupId))
  const firings = silent.flatMap(ledBy).filter(({ period, zone }) => morningOf(period.middle, zone) <= now)
  const told = await recordedKeys(
    trx,
    firings.map((one) => one.key),
  )
  const fresh = firings.filter((one) => !told.has(one.key))
  return withTimes(trx, atOnce(groupsOf(fresh)), now, limit)
}

function groupsOf(firings: readonly Led[]): ReadonlyMap<number, readonly Led[]> {
  return Map.groupBy(firings, ({ standing }) => standing.groupId)
}

function ledBy({ standing, period }: Pick<Led, 'standing' | 'period'>): readonly Led[] {
  return standing.leaders.map((leader) => ({
    key: [key, standing.groupId, period.from, period.rhythm, leader.id].join(':'),
    subject: `group:${standing.groupId}`,
    standing,
    period,
    personId: leader.id,
    zone: leader.zone,
  }))
}

/** Adds the times that suit the members of each group best, from `now` on. */
async function withTimes(
  trx: Trx,
  groups: readonly (readonly [number, readonly Led[]])[],
  now: Date,
  limit: number,
): Promise<readonly Dateless[]> {
  const due: Dateless[] = []
  // Somebody who leads two groups could not use an hour that is offered for both.
  const taken = new Map<number, readonly Stretch[]>()
  for (const [groupId, people] of groups) {
    const [first] = people
    if (!first || due.length >= limit) break
    const { period, zone } = first
    const window = {
      from: startOfDay(addDays(dayOf(now, 'UTC'), noticeDays), zone).getTime(),
      to: endOfDay(period.to, zone).getTime(),
    }
    const times = await bestTimes(trx, {
      groupIds: [groupId],
      window,
      zone,
      minutes: meetingMinutes,
      limit: offered,
      now,
      taken: people.flatMap(({ personId }) => taken.get(personId) ?? []),
    })
    for (const { personId } of people)
      taken.set(personId, [...(taken.get(personId) ?? []), ...times.slots.map(hourOf)])
    due.push(...people.map((one) => ({ ...one, ...times })))
  }
  return due
}

/** The first groups, and with them those that share somebody who leads them. */
function atOnce(groups: ReadonlyMap<number, readonly Led[]>): readonly (readonly [number, readonly Led[]])[] {
  const all = [...groups]
  const leaders = new Set(
    all.slice(0, groupsAtOnce).flatMap(([, people]) => people.map(({ personId }) => personId)),
  )
  return all.filter(
    ([, people], at) => at < groupsAtOnce || people.some(({ personId }) => leaders.has(personId)),
  )
}

function hourOf({ at }: Slot): Stretch {
  return { from: at.getTime(), to: at.getTime() + meetingMinutes * 60_000 }
}
