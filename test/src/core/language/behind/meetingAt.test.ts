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
