import { expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'

test.each([
  ['close the spring session poll', 'close', { poll: 'spring session' }],
  ['cancel the ETCIP poll', 'close', { poll: 'ETCIP' }],
  ['settle the spring session poll on 2', 'settle', { poll: 'spring session', slot: '2' }],
  ['vote 2 in the drones poll', 'vote', { poll: 'drones', slots: '2' }],
  ['extend our drones poll until Friday 18:00', 'extend', { poll: 'drones', until: 'Friday 18:00' }],
  ['who has voted in the drones poll', 'show', { poll: 'drones' }],
  ['extend the deadline of the poll to Friday', 'extend', { until: 'Friday' }],
  ['extend the deadline of the drones poll to Friday', 'extend', { poll: 'drones', until: 'Friday' }],
  ['close the poll', 'close', {}],
  ['vote 1, 3', 'vote', { slots: '1, 3' }],
  ['snooze it for an hour', 'snooze', { until: 'an hour' }],
  ['snooze that', 'snooze', {}],
])('a poll may be called by its title, and what was just said “it”: %s', (line, name, fields) => {
  const read = readLine(features, line)

  expect(read).toMatchObject({ kind: 'command', command: { name }, fields })
})

test.each([
  ['add Ports to the agenda of rail security', 'add', { meeting: 'rail security', item: 'Ports' }],
  ['take Ports off the agenda of rail security', 'remove', { meeting: 'rail security', item: 'Ports' }],
  ['change the venue of rail security to Room 4', 'edit', { meeting: 'rail security', place: 'Room 4' }],
])('and so may a meeting whose agenda or place is changed: %s', (line, name, fields) => {
  expect(readLine(features, line)).toMatchObject({ kind: 'command', command: { name }, fields })
})

test.each([
  ['put me down as maybe for M1', 'rsvp', { meeting: 'M1', answer: 'maybe' }],
  ['mark us as not coming to M1', 'rsvp', { meeting: 'M1', answer: 'no' }],
  ['put me down for M1', 'rsvp', { meeting: 'M1', answer: 'yes' }],
  ['put me down as coming', 'rsvp', { answer: 'yes' }],
  ['add me to the next meeting', 'rsvp', { meeting: 'next meeting', answer: 'yes' }],
])('an answer may be put down: %s', (line, name, fields) => {
  expect(readLine(features, line)).toMatchObject({ kind: 'command', command: { name }, fields })
})

test.each([
  ['invite OPCW to M1 too', { meeting: 'M1', invite: 'OPCW' }],
  ['send the invitation for M1 to OPCW as well', { meeting: 'M1', invite: 'OPCW' }],
  ['add OPCW to the guest list of M1', { meeting: 'M1', invite: 'OPCW' }],
  ['add OPCW to M1', { meeting: 'M1', invite: 'OPCW' }],
  ['add OPCW to our next call', { meeting: 'next meeting', invite: 'OPCW' }],
])('somebody further may be invited: %s', (line, fields) => {
  expect(readLine(features, line)).toMatchObject({ kind: 'command', command: { name: 'attendees' }, fields })
})

test.each([
  ['add drones to the next meeting', { meeting: 'next meeting', item: 'drones' }],
  ['add "Airport screening" to the next meeting', { meeting: 'next meeting', item: 'Airport screening' }],
  ['add AOB to M1', { meeting: 'M1', item: 'AOB' }],
  ['put it on our next call', { meeting: 'next meeting' }],
])('and something further spoken about: %s', (line, fields) => {
  expect(readLine(features, line)).toMatchObject({
    command: { name: 'add', group: 'agenda' },
    fields,
  })
})

test.each([
  [
    'give IOM the action to draft the paper by 15 December',
    { owner: 'IOM', what: 'draft the paper', due: '15 December' },
  ],
  ['give Ana the task of drafting the paper', { owner: 'Ana', what: 'drafting the paper' }],
])('an action may be given to somebody: %s', (line, fields) => {
  expect(readLine(features, line)).toMatchObject({ command: { name: 'add', group: 'action' }, fields })
})

test.each([
  ['add 15 minutes to our next call', 'move', { duration: '15 minutes longer' }],
  ['add an hour to the next meeting', 'move', { duration: 'an hour longer' }],
  ['add a link to the next meeting', 'edit', {}],
  ['add everyone to the next meeting', 'attendees', {}],
])('what is no item of an agenda is added otherwise: %s', (line, name, fields) => {
  expect(readLine(features, line)).toMatchObject({
    command: { name },
    fields: { meeting: 'next meeting', ...fields },
  })
})

test.each(['give me the task list', 'give Ana the action plan', 'give them the job description'])(
  'what is handed out otherwise is no action: %s',
  (line) => {
    expect(readLine(features, line)).not.toMatchObject({ command: { name: 'add', group: 'action' } })
  },
)

test.each([
  ['the room of M1 is B-204', 'edit', { meeting: 'M1', place: 'B-204' }],
  ['add a link to M1: https://meet.example/abc', 'edit', { meeting: 'M1', link: 'https://meet.example/abc' }],
  ['the title of M1 is wrong', 'edit', { meeting: 'M1' }],
  ['shift M1 to the afternoon', 'move', { meeting: 'M1', start: 'the afternoon' }],
  ['cancel all my meetings', 'cancel', { meeting: 'all' }],
  ["what's my next meeting", 'show', { meeting: 'next' }],
  ['what did we decide at M1', 'show', { meeting: 'M1' }],
  ['suggest a time for etcip next week', 'suggest', { wg: 'etcip', between: 'next week' }],
  ['who is doing what', 'list', {}],
])('a meeting is changed, and asked about, in the words of a hurry: %s', (line, name, fields) => {
  expect(readLine(features, line)).toMatchObject({ kind: 'command', command: { name }, fields })
})

test.each([
  ['the title of the meeting is wrong', 'edit', { meeting: 'it' }],
  ['the room of the meeting is too small', 'edit', { meeting: 'it' }],
  ['the time of M1 is wrong', 'edit', { meeting: 'M1' }],
  ['the link of U1 is broken', 'edit', { update: 'U1' }],
  ['the text of U1 is too long', 'edit', { update: 'U1' }],
  ['the phone of Lauren Daly is wrong', 'wrong', { record: 'Lauren Daly' }],
  ['the email of Lauren Daly is no longer valid', 'wrong', { record: 'Lauren Daly' }],
  ['change the place of the meeting to Geneva', 'edit', { meeting: 'it', place: 'Geneva' }],
  ['the link of U1 is https://a.example/b', 'edit', { update: 'U1', link: 'https://a.example/b' }],
])('that something is wrong is no value for it: %s', (line, name, fields) => {
  const read = readLine(features, line)

  expect(read).toMatchObject({ kind: 'command', command: { name } })
  expect(read.kind === 'command' && read.fields).toEqual(fields)
})

test('words that join others are no part of a title', () => {
  expect(readLine(features, 'cancel the meeting after the poll')).toMatchObject({
    command: { name: 'cancel' },
  })
  expect(() => readLine(features, 'stop the reminders for the poll')).toThrow('I am not sure what you mean')
})
