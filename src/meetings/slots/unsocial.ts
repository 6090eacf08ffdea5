import { dayOf, weekdayOf } from '../../core/time/day.ts'
import { type Stretch, type WorkingHours, workingStretches } from './workingHours.ts'

/** How a meeting lies for somebody: on a day on which they do not work, or on one on which they do. */
export type WorkingHoursFit = 'within' | 'outside' | 'on a day off'

/** How many of the meetings lay outside somebody's working hours, as those are today. */
export function unsocialCount(hours: WorkingHours, meetings: readonly Stretch[]): number {
  return meetings.filter((meeting) => workingHoursFit(hours, meeting) !== 'within').length
}

export function workingHoursFit(hours: WorkingHours, meeting: Stretch): WorkingHoursFit {
  const day = dayOf(new Date(meeting.from), hours.zone)
  // What goes on for days fits into nobody's hours, so only its beginning counts.
  const oneDay = day === dayOf(new Date(meeting.to - 1), hours.zone)
  const to = oneDay ? meeting.to : meeting.from + 1
  const covered = workingStretches(hours, { from: meeting.from, to }).some(
    (stretch) => stretch.from <= meeting.from && to <= stretch.to,
  )
  if (covered) return 'within'
  return hours.days.includes(weekdayOf(day)) && !hours.holidays.has(day) ? 'outside' : 'on a day off'
}
