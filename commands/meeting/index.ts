import { feature } from '../define.ts'
import { cancel, restore } from './cancel.ts'
import { hold } from './hold.ts'
import { meetingHome } from './home.ts'
import { list } from './list.ts'
import { edit, move } from './move.ts'
import { rsvp } from './rsvp.ts'
import { meetingAhead } from './rules.ts'
import { schedule } from './schedule.ts'
import { sharedCard } from './shared.ts'
import { show } from './show.ts'

/** Meetings of the working groups, from the invitation to the outcome. */
export const meeting = feature({
  name: 'meeting',
  about: 'Schedule, find, move and answer working-group meetings',
  commands: [schedule, list, show, rsvp, move, edit, cancel, restore, hold],
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
  sayings: [
    ['next meeting', 'meeting show next'],
    ['my next meeting', 'meeting show next'],
    ['when is the next meeting', 'meeting show next'],
    ['my meetings', 'meeting list mine'],
    ['yes', 'meeting rsvp yes'],
    ['no', 'meeting rsvp no'],
    ['maybe', 'meeting rsvp maybe'],
    ['yes #', 'meeting rsvp # yes'],
    ['no #', 'meeting rsvp # no'],
    ['maybe #', 'meeting rsvp # maybe'],
    ["i'm coming", 'meeting rsvp yes'],
    ['i am coming', 'meeting rsvp yes'],
    ['i will come', 'meeting rsvp yes'],
    ["i'll be there", 'meeting rsvp yes'],
    ["i can't come", 'meeting rsvp no'],
    ['i cannot come', 'meeting rsvp no'],
  ],
  cards: { meeting: sharedCard },
  rules: [meetingAhead],
})
