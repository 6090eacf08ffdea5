import type { Plan } from '../../../db/meetings/change.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { lockFamily } from '../../../db/meetings/series/family.ts'
import { restOf } from '../../../db/meetings/series/rest.ts'
import type { StoredSeries } from '../../../db/meetings/series/series.ts'
import type { Trx } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../../src/core/time/day.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { atClock } from '../../../src/meetings/series/stored.ts'
import { found } from '../../define.ts'
import { isFormerStart } from '../plan/changes.ts'
import { placeOf } from './cancelRest.ts'

const alike = ['title', 'kind', 'minutes', 'place', 'link'] as const

type Alike = Pick<Plan, (typeof alike)[number]>

/** What becomes of a meeting of a series and of all that follow it. */
export interface RestPlanned {
  readonly from: Day
  /** The series of the meeting. */
  readonly own: StoredSeries
  /** All series that go on for each other, the own one too. */
  readonly family: readonly StoredSeries[]
  /** Whether they keep their times and something else is changed. */
  readonly stays: boolean
  readonly clock: Pick<StoredSeries, 'wallHour' | 'wallMinute' | 'zone' | 'dayShift'>
  /** What is changed beside the times. */
  readonly changed: Partial<Alike>
  readonly meetings: readonly { readonly before: Meeting; readonly after: Meeting }[]
  /** Those that were cancelled individually. */
  readonly cancelled: readonly Meeting[]
  /** Those that were moved by themselves before and stay where they are. */
  readonly kept: readonly Meeting[]
  /** Whether the same change, the other way about, brings all of them back as they were. */
  readonly undoable: boolean
}

/** Plans a meeting and all that follow it anew, and locks them. What one of them has of its own, it keeps. Raises `UserError`. */
export async function planRest(db: Trx, meeting: Meeting, plan: Plan, now: Date): Promise<RestPlanned> {
  const { seriesId, from } = placeOf(meeting)
  const family = await lockFamily(db, seriesId)
  const own = found(
    family.find(({ id }) => id === seriesId),
    'such series',
  )
  const seriesIds = family.map(({ id }) => id)
  const rest = await restOf(db, { seriesIds, from, status: 'scheduled' })
  const cancelled = await restOf(db, { seriesIds, from, status: 'cancelled' })
  const stays = plan.startsAt.getTime() === meeting.startsAt.getTime() && plan.zone === meeting.zone
  const wall = wallTime(plan.startsAt, plan.zone)
  const clock = stays
    ? own
    : {
        ...{ wallHour: wall.hour, wallMinute: wall.minute, zone: plan.zone },
        dayShift: daysBetween(from, dayOf(plan.startsAt, plan.zone)),
      }
  const changed: Partial<Alike> = Object.fromEntries(
    alike.flatMap((name) => (plan[name] === meeting[name] ? [] : [[name, plan[name]]])),
  )
  const seriesOf = (one: Meeting) => family.find(({ id }) => id === one.seriesId) ?? own
  const isMovedAlone = (one: Meeting) => one.startsAt.getTime() !== timeOf(one, seriesOf(one)).getTime()
  const staysThere = (one: Meeting) => stays || (one.id !== meeting.id && isMovedAlone(one))
  const meetings = rest.map((before) => {
    const series = seriesOf(before)
    const isMeant = before.id === meeting.id
    const fields = Object.fromEntries(
      Object.entries(changed).filter(
        ([name]) => isMeant || alike.some((one) => one === name && before[one] === series[one]),
      ),
    )
    const times = staysThere(before)
      ? {}
      : { startsAt: isMeant ? plan.startsAt : timeOf(before, clock), zone: plan.zone }
    return { before, after: { ...before, ...fields, ...times, sequence: before.sequence + 1 } }
  })
  if (
    meetings.some(
      ({ before, after }) =>
        !staysThere(before) && after.startsAt <= now && !isFormerStart(before, after.startsAt),
    )
  )
    throw new UserError('Some of the meetings would lie in the past; move them to a time ahead.', {
      option: 'start',
    })
  return {
    ...{ from, own, family, stays, clock, changed, meetings, cancelled },
    kept: stays ? [] : rest.filter(staysThere),
    undoable:
      meetings.every(({ before, after }) =>
        alike.every((name) => before[name] === after[name] || before[name] === meeting[name]),
      ) &&
      (stays || (!isMovedAlone(meeting) && rest.every((one) => one.seriesId === own.id))),
  }
}

/** Whether anything about a meeting changes. */
export function isChanged({ before, after }: RestPlanned['meetings'][number]): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.zone !== after.zone ||
    alike.some((name) => before[name] !== after[name])
  )
}

/** When a meeting of a series takes place by its rule. */
function timeOf(
  { seriesDay, startsAt }: Meeting,
  series: Pick<StoredSeries, 'wallHour' | 'wallMinute' | 'zone' | 'dayShift'>,
): Date {
  return seriesDay === null ? startsAt : atClock(addDays(seriesDay, series.dayShift), series)
}
