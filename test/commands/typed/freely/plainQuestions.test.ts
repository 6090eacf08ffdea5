import { expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { commandWords } from '../../../../src/core/catalog.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'

function read(line: string): unknown {
  const found = readLine(features, line)
  return found.kind === 'command' ? [commandWords(found.feature, found.command), found.fields] : found
}

function offered(line: string): readonly unknown[] {
  try {
    return [read(line)]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.buttons.map(({ command, values }) => [command, values])
  }
}

test.each([
  ['is there quorum for M1', 'meeting show', { meeting: 'M1' }],
  ['who has answered M1', 'meeting show', { meeting: 'M1' }],
  ['when did we last meet', 'meeting show', { meeting: 'last' }],
  ['when was the last ETCIP meeting', 'meeting show', { meeting: 'last ETCIP' }],
  ['how many people are in ETCIP', 'wg show', { wg: 'ETCIP' }],
  ['M1 is now at 16:00', 'meeting move', { meeting: 'M1', start: '16:00' }],
  ['M1 starts at 16:00 now', 'meeting move', { meeting: 'M1', start: '16:00' }],
  ['M1 starts an hour later', 'meeting move', { meeting: 'M1', start: 'an hour later' }],
  ['the place of M1 is not known yet', 'meeting edit', { meeting: 'M1' }],
  ['has U1 been accepted', 'update show', { update: 'U1' }],
  ['why was U1 returned', 'update show', { update: 'U1' }],
  ['U1 can wait for the next issue', 'update hold-over', { update: 'U1' }],
  ['which sections are empty', 'newsletter coverage', { by: 'section' }],
  ['what did we publish last time', 'newsletter read', {}],
  ['is the issue ready to print', 'newsletter draft', {}],
  ['remind me less', 'reminder settings', {}],
  ['send my reminders by e-mail', 'reminder settings', { via: 'email' }],
  ['who can see my phone number', 'profile show', {}],
  ['was M1 cancelled', 'meeting show', { meeting: 'M1' }],
  ['M1 was cancelled', 'meeting show', { meeting: 'M1' }],
  ['why was M1 moved', 'meeting history', { meeting: 'M1' }],
  ['M1 is now on Teams', 'meeting edit', { meeting: 'M1', place: 'Teams' }],
  ['the place of M1 is now under discussion', 'meeting edit', { meeting: 'M1' }],
  ['my title is wrong', 'profile edit', {}],
  ['remove U1 from this issue and put it in the next', 'update hold-over', { update: 'U1' }],
  ['what is the result of the poll', 'meeting poll show', {}],
  ['book the winning slot', 'meeting poll settle', {}],
  ['what times work for ETCIP', 'meeting suggest', { wg: 'ETCIP' }],
  ['find a date for ETCIP in January', 'meeting suggest', { wg: 'ETCIP', between: 'January' }],
  ['uninvite OPCW', 'meeting attendees', { invite: 'OPCW', withdraw: 'yes' }],
  ['do we have a quorum for the rail call', 'meeting show', { meeting: 'rail call' }],
  ['write up the minutes', 'meeting minutes', { meeting: 'the last meeting' }],
  ['record the meeting of yesterday', 'meeting hold', { meeting: 'yesterday' }],
  ['set up a meeting', 'meeting schedule', {}],
  ['find duplicates', 'directory check', {}],
  ['print the directory', 'directory export', { format: 'html' }],
  ['upload our members', 'directory import', {}],
])('a plain question or a few words reach their command: %s', (line, words, fields) => {
  expect(read(line)).toEqual([words, fields])
})

test.each([
  [
    'take U1 out of this issue',
    ['update hold-over', { update: 'U1' }],
    ['update withdraw', { update: 'U1' }],
  ],
  ['leave U1 out', ['update hold-over', { update: 'U1' }], ['update withdraw', { update: 'U1' }]],
  ['U1 and U2 are the same', ['update merge', { update: 'U1', into: 'U2' }]],
  ['call me Maria', ['profile edit', {}]],
  ['A1 should say send both drafts', ['meeting action edit', { action: 'A1', what: 'send both drafts' }]],
  ['correct A1 to Send both drafts', ['meeting action edit', { action: 'A1', what: 'Send both drafts' }]],
  ['I now work for OCHA', ['directory wrong', { record: 'me', what: 'I now work for OCHA' }]],
  [
    'my email has changed to x@y.org',
    ['directory wrong', { record: 'me', what: 'My e-mail address is x@y.org' }],
  ],
  ['I am in Geneva this week', ['profile timezone', { zone: 'Geneva' }]],
])(
  'what may be meant in several ways is asked about, and only what can be done is offered: %s',
  (line, ...buttons) => {
    expect(offered(line)).toEqual(expect.arrayContaining(buttons))
  },
)

test.each(['leave U1 in', 'keep U1', 'call me tomorrow', 'call me when you are there'])(
  'no group, issue or name is taken from the number of something else or from a time: %s',
  (line) => {
    const commands = offered(line).map((one) => (one as readonly unknown[])[0])

    for (const wrong of ['wg leave', 'newsletter keep', 'newsletter call', 'update hold-over'])
      expect(commands).not.toContain(wrong)
  },
)
