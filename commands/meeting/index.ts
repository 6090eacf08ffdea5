import { randomBytes } from 'node:crypto'

import { feature } from '../define.ts'
import { addActionItem } from './action/add.ts'
import { doneAction } from './action/done.ts'
import { editAction } from './action/edit.ts'
import { handOverAction } from './action/handOver.ts'
import { listActionItems } from './action/list.ts'
import { removeActionItem } from './action/remove.ts'
import { actionDue } from './action/rules.ts'
import { addItem } from './agenda/add.ts'
import { editItem } from './agenda/edit.ts'
import { orderAgenda } from './agenda/order.ts'
import { removeItem } from './agenda/remove.ts'
import { agendaCall } from './agenda/rules.ts'
import { showAgenda } from './agenda/show.ts'
import { attendees } from './answer/attendees.ts'
import { invitationsSettle } from './answer/settles.ts'
import { groupWithoutDate } from './cadence/dateless.ts'
import { lateGroups } from './cadence/late.ts'
import { calendarWith } from './calendar/calendar.ts'
import { cancel, restore } from './cancel.ts'
import { hold } from './hold.ts'
import { meetingHome } from './home.ts'
import { list } from './list.ts'
import { edit, move } from './move.ts'
import { outcomeToAbsent } from './outcome/absent.ts'
import { missingOutcome } from './outcome/escalation.ts'
import { history } from './outcome/history.ts'
import { minutes } from './outcome/minutes.ts'
import { suggest } from './plan/suggest.ts'
import { pollCard } from './poll/card.ts'
import { closePoll } from './poll/close.ts'
import { extendPoll } from './poll/extend.ts'
import { openPollCommand } from './poll/open.ts'
import { pollClosed, pollCloses } from './poll/rules.ts'
import { settlePoll } from './poll/settle.ts'
import { showPoll } from './poll/show.ts'
import { votePoll } from './poll/vote.ts'
import { end } from './room/end.ts'
import { next } from './room/next.ts'
import { note } from './room/note.ts'
import { propose } from './room/propose.ts'
import { queue } from './room/queue.ts'
import { resolve } from './room/resolve.ts'
import { itemOver, meetingAbandoned } from './room/rules.ts'
import { start } from './room/start.ts'
import { rsvp } from './rsvp.ts'
import { sharedCard } from './rsvpCard.ts'
import { meetingAhead } from './rules.ts'
import { schedule } from './schedule.ts'
import { sayings } from './sentences/sayings.ts'
import { byTitle, meetingsTold } from './sentences/titled/byTitle.ts'
import { invitationsEnd } from './series/leavers.ts'
import { invitationsFollow } from './series/rules.ts'
import { show } from './shown/show.ts'
import { breakSilenceCommand } from './silence/break.ts'
import { extendSilenceCommand } from './silence/extend.ts'
import { listSilencesCommand } from './silence/list.ts'
import { openSilenceCommand } from './silence/open.ts'
import { silenceFollows, silenceOver } from './silence/rules.ts'

/** Meetings of the working groups, from the invitation to the outcome. */
export const meeting = feature({
  name: 'meeting',
  about: 'Schedule, find, move and answer working-group meetings',
  forms: { attendees: ['Attendees', 'Send'], rsvp: ['Answer the invitation', 'Answer'], 'agenda add': ['Add an agenda item', 'Add'], 'agenda edit': ['Change agenda item', 'Save'], 'agenda remove': ['Remove agenda item', 'Remove'], 'agenda order': ['Reorder the agenda', 'Reorder'], start: ['Start the meeting', 'Start'], next: ['Go on to the next item', 'Go on'], queue: ['The floor', 'Send'], note: ['Note for the minutes', 'Note it'], propose: ['Propose a resolution', 'Propose'], resolve: ['Decide a proposal', 'Decide'], end: ['End the meeting', 'End it'], hold: ['Record the outcome', 'Record'], 'poll vote': ['Vote', 'Vote'], 'action done': ['Mark action as done', 'Mark as done'], 'action hand-over': ['Hand over the action', 'Hand over'], 'silence open': ['Circulate a text', 'Circulate'], 'silence break': ['Break the silence', 'Object'] }, // biome-ignore format: a table
  commands: [
    schedule,
    suggest,
    openPollCommand,
    votePoll,
    showPoll,
    settlePoll,
    closePoll,
    extendPoll,
    list,
    show,
    rsvp,
    attendees,
    move,
    edit,
    cancel,
    restore,
    showAgenda,
    addItem,
    editItem,
    removeItem,
    orderAgenda,
    start,
    next,
    queue,
    note,
    propose,
    resolve,
    end,
    hold,
    minutes,
    addActionItem,
    listActionItems,
    editAction,
    removeActionItem,
    doneAction,
    handOverAction,
    history,
    openSilenceCommand,
    breakSilenceCommand,
    extendSilenceCommand,
    listSilencesCommand,
    calendarWith(() => randomBytes(24).toString('base64url')),
  ],
  groups: {
    poll: 'Which of several times suits the members',
    agenda: 'What will be talked about, in which order and how long',
    silence: 'Adopting a text unless somebody objects',
    action: 'What follows from meetings, who does it and by when',
  },
  parts: [
    {
      ...{ after: 'agenda', read: 'move', means: 'agenda edit', called: 'an item of the agenda' },
      ...{ options: { duration: 'minutes' }, given: { item: 'it' } },
    },
    {
      ...{ after: 'agenda', read: 'edit', means: 'agenda edit', called: 'an item of the agenda' },
      ...{ options: { title: 'title' }, given: { item: 'it' } },
    },
  ],
  shortcuts: [
    {
      name: 'next-meetings',
      label: 'Next meetings',
      about: 'The joint calendar in words, from today on',
      on: 'anywhere',
      command: 'meeting list',
      asks: false,
    },
    {
      name: 'add-action',
      label: 'Record as an action',
      about: 'An action that follows from a meeting, from the words of a message',
      on: 'message',
      command: 'meeting action add',
      fill: { text: 'what', link: 'source' },
      asks: true,
    },
  ],
  home: meetingHome,
  answersMail: 'rsvp',
  duties: 'action add',
  votes: ['poll vote', 'slots'],
  forDays: ['list', 'in', 'Meetings'],
  offers: meetingsTold,
  titled: byTitle,
  sayings,
  cards: { meeting: sharedCard, poll: pollCard },
  rules: [
    meetingAhead,
    agendaCall,
    actionDue,
    pollCloses,
    pollClosed,
    invitationsFollow,
    invitationsEnd,
    outcomeToAbsent,
    itemOver,
    meetingAbandoned,
    silenceFollows,
    silenceOver,
    missingOutcome,
    groupWithoutDate,
    lateGroups,
  ],
  settles: [invitationsSettle],
})
