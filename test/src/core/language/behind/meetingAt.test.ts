import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'

function fieldsOf(line: string): Readonly<Record<string, string>> {
  const read = readLine(features, line)
  if (read.kind !== 'command') throw new Error(`“${line}” asks for help`)
  return read.fields
}

const link = 'https://calls.example/j/1'

describe('what stands behind the time of a meeting goes to its own option', () => {
  test.each([
    [
      'ETCIP call next tue 3pm for 90 min on Zoom',
      { start: 'next tue 3pm', duration: '90 min', place: 'Zoom' },
    ],
    [`ETCIP call next tue 3pm ${link}`, { start: 'next tue 3pm', link }],
    [
      `ETCIP call next tue 3pm, 90 min, via MS Teams: ${link}`,
      { start: 'next tue 3pm, 90 min', place: 'MS Teams', link },
    ],
    [
      `ETCIP call next tue 3pm 1h on Zoom ${link}`,
      { start: 'next tue 3pm', duration: '1h', place: 'Zoom', link },
    ],
    [
      'Call 8 Dec 15:00 ETCIP 90 min',
      { title: 'Call', wg: 'ETCIP', start: '8 Dec 15:00', duration: '90 min' },
    ],
    ['Call, ETCIP, 8 Dec 15:00, 1h30', { title: 'Call', wg: 'ETCIP', start: '8 Dec 15:00, 1h30' }],
    ['ETCIP call 8 Dec 15:00, in room M4', { start: '8 Dec 15:00', place: 'room M4' }],
    ['ETCIP call 8 Dec 15:00 at Zoom', { start: '8 Dec 15:00', place: 'Zoom' }],
    ['ETCIP call 8 Dec 15:00 room 5', { start: '8 Dec 15:00', place: 'room 5' }],
    [
      'wg:ETCIP start:8 Dec at 3pm, Vienna time, in room M4',
      { start: '8 Dec at 3pm, Vienna time', place: 'room M4' },
    ],
    ['wg:ETCIP start:Tuesday at 3pm, topic: drones', { start: 'Tuesday at 3pm', title: 'drones' }],
    [
      '"ETCIP call" wg:ETCIP start:Tuesday 3pm about drones',
      { start: 'Tuesday 3pm', title: 'ETCIP call: drones' },
    ],
    ['ETCIP call 90 min', { wg: 'ETCIP', duration: '90 min' }],
    ['Call of experts 90 min', { title: 'Call of experts', duration: '90 min' }],
    [
      'WHO briefing 8 Dec 15:00 CET, BMLE, ETCIP',
      { title: 'WHO briefing', wg: 'BMLE, ETCIP', start: '8 Dec 15:00 CET' },
    ],
    ['ETCIP call next tue 3pm - 90 min - Zoom', { start: 'next tue 3pm - 90 min', place: 'Zoom' }],
  ])('%s', (typed, expected) => {
    expect(fieldsOf(`/meeting schedule ${typed}`)).toMatchObject(expected)
  })

  test.each([
    ['Review of room 4', { title: 'Review of room 4' }],
    ['Call in 90 min', { title: 'Call', start: 'in 90 min' }],
    ['Call mardi 15h', { title: 'Call', start: 'mardi 15h' }],
    ['Call 8 Dec 15:00 CET', { title: 'Call', start: '8 Dec 15:00 CET' }],
    [`Talk on ${link}`, { title: `Talk on ${link}` }],
  ])('and nothing is taken of “%s”', (typed, expected) => {
    expect(fieldsOf(`/meeting schedule ${typed}`)).toEqual(expected)
  })
})

describe('what stands behind the title of a meeting that is moved goes to its own option', () => {
  test.each([
    ['etcip call to friday 10:00 in room 5', 'etcip call', { start: 'friday 10:00', place: 'room 5' }],
    ['"ETCIP call" Friday 11:00', 'ETCIP call', { start: 'Friday 11:00' }],
    ['ETCIP call Friday 10:00, Zoom', 'ETCIP call', { start: 'Friday 10:00', place: 'Zoom' }],
    [`call to noon on Friday on Zoom ${link}`, 'call', { start: 'noon on Friday', place: 'Zoom', link }],
    [
      `rail call to friday 10:00 in room 5 and on Zoom ${link}`,
      'rail call',
      { start: 'friday 10:00', place: 'room 5, Zoom', link },
    ],
    ['Call of 8 Dec to 10 Dec 15:00', 'Call of 8 Dec', { start: '10 Dec 15:00' }],
    ['call on Friday to Monday 10am', 'call on Friday', { start: 'Monday 10am' }],
    ['ETCIP call from 3pm to 4pm', 'ETCIP call', { start: '4pm' }],
    ['M1 to friday 10:00 in room 5', 'M1', { start: 'friday 10:00', place: 'room 5' }],
  ])('%s', (typed, meeting, expected) => {
    expect(fieldsOf(`/meeting move ${typed}`)).toEqual({ meeting, ...expected })
  })

  test.each(['Call of 8 Dec 15:00', 'ETCIP call Friday', 'ETCIP 15 Dec'])(
    'and in “%s” the time may be the one that it has now',
    (typed) => {
      expect(fieldsOf(`/meeting move ${typed}`)).toEqual({ meeting: typed })
    },
  )
})

test.each([
  ['agenda add drones to M1', { meeting: 'M1', item: 'drones' }],
  ['agenda add "Ports and borders" for M1', { meeting: 'M1', item: 'Ports and borders' }],
  ['action add write to IMO for M1', { meeting: 'M1', what: 'write to IMO' }],
  ['note thanks to M1', { meeting: 'thanks to M1' }],
  ['action add follow up on M1', { meeting: 'follow up on M1' }],
  ['agenda add M2 drones to M1', { meeting: 'M2', item: 'drones to M1' }],
])(
  'the number of a meeting may stand behind words that speak of no other one: /meeting %s',
  (typed, expected) => {
    expect(fieldsOf(`/meeting ${typed}`)).toEqual(expected)
  },
)

test.each([
  ['"Bring the slides" 1 day before M1', { text: 'Bring the slides', at: '1 day before M1' }],
  [
    '"Bring the slides" 2 hours before the rail call',
    { text: 'Bring the slides', at: '2 hours before the rail call' },
  ],
])('behind a reminder’s quotation may stand what it comes before: %s', (typed, expected) => {
  expect(fieldsOf(`/reminder add ${typed}`)).toEqual(expected)
})
