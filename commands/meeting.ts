import { feature } from './define.ts'
import { hold } from './meeting/hold.ts'
import { meetingHome } from './meeting/home.ts'
import { list } from './meeting/list.ts'
import { cancel, move, restore } from './meeting/move.ts'
import { dueMeetingReminders } from './meeting/reminders.ts'
import { rsvp } from './meeting/rsvp.ts'
import { schedule } from './meeting/schedule.ts'
import { sharedCard } from './meeting/shared.ts'
import { show } from './meeting/show.ts'

/** Meetings of the working groups, from the invitation to the outcome. */
export const meeting = feature({
  name: 'meeting',
  about: 'Schedule, find, move and answer working-group meetings',
  commands: [schedule, list, show, rsvp, move, cancel, restore, hold],
  shortcuts: [
    {
      name: 'next-meetings',
      label: 'Next meetings',
      about: 'The joint calendar in words, from today on',
      on: 'anywhere',
      command: 'meeting list',
      asks: false,
    },
  ],
  home: meetingHome,
  cards: { meeting: sharedCard },
  due: dueMeetingReminders,
})
