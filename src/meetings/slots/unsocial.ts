import { dayOf } from '../../core/time/day.ts'
import { type Stretch, type WorkingHours, workingStretches } from './workingHours.ts'

/** How many of the meetings lay outside somebody's working hours, as those are today. */
export function unsocialCount(hours: WorkingHours, meetings: readonly Stretch[]): number {
  return meetings.filter((meeting) => !covered(hours, meeting)).length
}

function covered(hours: WorkingHours, meeting: Stretch): boolean {
  // What goes on for days fits into nobody's hours, so only its beginning counts.
  const oneDay = dayOf(new Date(meeting.from), hours.zone) === dayOf(new Date(meeting.to - 1), hours.zone)
  const to = oneDay ? meeting.to : meeting.from + 1
  return workingStretches(hours, { from: meeting.from, to }).some(
    (stretch) => stretch.from <= meeting.from && to <= stretch.to,
  )
}
