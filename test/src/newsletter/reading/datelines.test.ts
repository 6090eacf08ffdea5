import { expect, test } from 'vitest'

import { readItem } from '../../../../src/newsletter/reading/readItem.ts'

const period = { from: '2026-11-01', to: '2026-12-31' }

function read(text: string) {
  const {
    text: printed,
    printedDate,
    start,
    place,
    asides,
  } = readItem(text, { period, entities: [], groups: [] })
  return { printed: `${printed} (${printedDate})`, start, place, asides: asides.map((one) => one.text) }
}

test.each([
  [
    'VIENNA, 12 November – UNODC opened a laboratory for judges.',
    'UNODC opened a laboratory for judges, Vienna (12 November)',
    'VIENNA, 12 November –',
  ],
  [
    'The Hague, Netherlands, 12 Nov. 2026 — UNODC signed an agreement.',
    'UNODC signed an agreement, The Hague, Netherlands (12 Nov. 2026)',
    'The Hague, Netherlands, 12 Nov. 2026 —',
  ],
  [
    'New York, NY – November 12, 2026 – UNODC briefed States in New York.',
    'UNODC briefed States in New York. (November 12, 2026)',
    'New York, NY – November 12, 2026 –',
  ],
  [
    'Geneva (12 November 2026) – UNODC launched a brief. It has two parts.',
    'Geneva: UNODC launched a brief. It has two parts. (12 November 2026)',
    'Geneva (12 November 2026) –',
  ],
  [
    'Dakar (Sénégal), le 12 novembre 2026 – L’UNODC a inauguré un centre.',
    'L’UNODC a inauguré un centre, Dakar (Sénégal) (le 12 novembre 2026)',
    'Dakar (Sénégal), le 12 novembre 2026 –',
  ],
  [
    'PARIS, November 12, 2026 /PRNewswire/ -- UNODC published a guide.',
    'UNODC published a guide, Paris (November 12, 2026)',
    'PARIS, November 12, 2026 /PRNewswire/ --',
  ],
])('the place and the day of a dateline are printed where items have them: %s', (text, printed, dateline) => {
  expect(read(text)).toMatchObject({ printed, start: '2026-11-12', asides: [dateline] })
})

test('a dateline beside another day or another place is said and gives neither', () => {
  expect(read('NAIROBI, 12 Nov – UNODC opened an office in Garissa on 10 November')).toMatchObject({
    start: '2026-11-10',
    place: 'Garissa',
    asides: ['NAIROBI, 12 Nov –'],
  })
})

test.each([
  'Vienna – UNODC opened a laboratory for judges',
  'UNODC, 12 November – a laboratory for judges was opened in Vienna',
  'Peru, 12 November – 14 November: UNODC trained judges',
])('what only looks like a dateline stays: %s', (text) => {
  expect(read(text).asides).toEqual([])
})

test.each([
  ['UNODC mission to Kosovo wb 9/11', '2026-11-09', '2026-11-13'],
  ['UNODC mission to Kosovo (w/c 11/16)', '2026-11-16', '2026-11-20'],
  ['UNODC mission to Kosovo, week beginning 7.12', '2026-12-07', '2026-12-11'],
  ['UNODC mission to Kosovo wb 9 Nov', '2026-11-09', '2026-11-13'],
  ['UNODC mission to Kosovo on 9/11', null, null],
  ['UNODC mission to Kosovo in the week of 12/11', null, null],
])('a week that is named by its first day in numbers is read where it is sure: %s', (text, start, end) => {
  expect(readItem(text, { period, entities: [], groups: [] })).toMatchObject({ start, end })
})
