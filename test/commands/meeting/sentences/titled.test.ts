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

test('words that join others are no part of a title', () => {
  expect(readLine(features, 'cancel the meeting after the poll')).toMatchObject({
    command: { name: 'cancel' },
  })
  expect(() => readLine(features, 'stop the reminders for the poll')).toThrow('I am not sure what you mean')
})
