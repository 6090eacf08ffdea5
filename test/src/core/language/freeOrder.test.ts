import { expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'

const fields = (line: string) => {
  const read = readLine(features, line)
  return read.kind === 'command' ? read.fields : read.kind
}

test.each([
  ['wg:ETCIP "Rail safety" Friday 10am', { wg: 'ETCIP', title: 'Rail safety', start: 'Friday 10am' }],
  ['wg:ETCIP Rail safety 11 Dec 10am, please', { wg: 'ETCIP', title: 'Rail safety', start: '11 Dec 10am' }],
  [
    'Say please start:"11 Dec 10am, pls" wg:ETCIP thanks!',
    { title: 'Say please', start: '11 Dec 10am', wg: 'ETCIP' },
  ],
  ['wg:ETCIP BMLE start:"11 Dec 10am"', { wg: 'ETCIP BMLE', start: '11 Dec 10am' }],
  ['wg:ETCIP group start:"11 Dec 10am"', { wg: 'ETCIP group', start: '11 Dec 10am' }],
])('/meeting schedule %s takes every word', (line, read) => {
  expect(fields(`/meeting schedule ${line}`)).toEqual(read)
})

test('the words of an entity’s name stay together', () => {
  const read = fields('/library add link:un.org/x entity:UN Women')
  expect(read).toMatchObject({ entity: 'UN Women' })
})

test.each([
  ['/meeting move M1 to:"Friday 15:00"', { meeting: 'M1', start: 'Friday 15:00' }],
  ['/reminder edit R1 to:Friday 10am', { reminder: 'R1', at: 'Friday 10am' }],
  ['/reminder edit R1 text:Write to: Anna', { reminder: 'R1', text: 'Write to: Anna' }],
  ['/meeting list from:1 Dec to:31 Dec', { from: '1 Dec', to: '31 Dec' }],
  [
    '/meeting schedule Letter to: all wg:ETCIP start:9 Dec 14:00',
    { title: 'Letter to: all', wg: 'ETCIP', start: '9 Dec 14:00' },
  ],
])('“to:” is the new time of what is moved, and a word elsewhere: %s', (line, read) => {
  expect(fields(line)).toEqual(read)
})

test('words of politeness stay in a text', () => {
  expect(fields('/update post UNODC says thanks')).toEqual({ text: 'UNODC says thanks' })
  expect(fields('/reminder add Tell Ann to say please at:"Friday 9am"')).toEqual({
    text: 'Tell Ann to say please',
    at: 'Friday 9am',
  })
})

test.each([
  ['/update list UNODC accepted', { entity: 'UNODC', status: 'accepted' }],
  [
    '/update list accepted, UN Women, last month',
    { status: 'accepted', entity: 'UN Women', period: 'last month' },
  ],
  ['/update list November returned', { period: 'November', status: 'returned' }],
  ['/update list border control accepted', { words: 'border control', status: 'accepted' }],
  ['/update list my proposed', { whose: 'mine', status: 'proposed' }],
  ['/update list border control', { words: 'border control' }],
  ['/meeting list next week ETCIP', { in: 'next week', wg: 'ETCIP' }],
  ['/directory list ETCIP observers', { group: 'ETCIP', kind: 'observer' }],
  ['/project list ongoing UNODC', { status: 'ongoing', entity: 'UNODC' }],
  ['/project list border ongoing', { about: 'border', status: 'ongoing' }],
  ['/update list from UNODC', { entity: 'UNODC' }],
  ['/update list with IOM', { entity: 'IOM' }],
  ['/directory list group ETCIP', { group: 'ETCIP' }],
  ['/meeting list wg ETCIP next week', { wg: 'ETCIP', in: 'next week' }],
  ['/update list from Rome', { words: 'from Rome' }],
  ['/update list accepted, proposed', { status: 'accepted, proposed' }],
  ['/update list status:accepted and returned', { status: 'accepted and returned' }],
])('%s takes its filters in any order', (line, read) => {
  expect(fields(line)).toEqual(read)
})

test.each([
  ['“Retreat” ETCIP start:“9 Dec 14:00”', { start: '9 Dec 14:00' }],
  ["'Retreat' ETCIP start:'9 Dec 14:00'", { start: '9 Dec 14:00' }],
  ['"Retreat" ETCIP place:"Room 7" start:"9 Dec 14:00"', { place: 'Room 7', start: '9 Dec 14:00' }],
])(
  'quotes that are closed before a name end there, whatever quotes follow: /meeting schedule %s',
  (line, read) => {
    expect(fields(`/meeting schedule ${line}`)).toMatchObject(read)
  },
)

test('quotes within quotes are part of a text, unless a quoted option follows', () => {
  expect(fields('/update post "WHO" trained nurses date:"3 Nov"')).toEqual({
    text: '"WHO" trained nurses',
    date: '3 Nov',
  })
  expect(fields('/update post "UNODC launched "Safe Cities" in Lyon" date:"3 Nov"')).toEqual({
    text: 'UNODC launched "Safe Cities" in Lyon',
    date: '3 Nov',
  })
  expect(fields('/update post "The "Safe Cities" tool was launched"')).toEqual({
    text: 'The "Safe Cities" tool was launched',
  })
})
