import { feature } from './define.ts'
import { hold } from './meeting/hold.ts'
import { list } from './meeting/list.ts'
import { cancel, move, restore } from './meeting/move.ts'
import { dueMeetingReminders } from './meeting/reminders.ts'
import { rsvp } from './meeting/rsvp.ts'
import { schedule } from './meeting/schedule.ts'
import { show } from './meeting/show.ts'

/** Meetings of the working groups, from the invitation to the outcome. */
export const meeting = feature({
  name: 'meeting',
  about: 'Schedule, find, move and answer working-group meetings',
  commands: [schedule, list, show, rsvp, move, cancel, restore, hold],
  due: dueMeetingReminders,
})
