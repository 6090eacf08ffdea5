import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { UserError } from '../../../../../src/core/errors.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'

/** The buttons of a refused line. */
function offered(line: string) {
  try {
    readLine(features, line)
  } catch (error) {
    if (error instanceof UserError) return error.buttons.map(({ label, values }) => ({ label, values }))
    throw error
  }
  throw new Error(`not refused: ${line}`)
}

test.each([
  ['/meeting edit M1 title:Talk start: 12 Dec', 'Without start: 12 Dec', { meeting: 'M1', title: 'Talk' }],
  [
    '/meeting edit M1 title:Talk start:12 Dec 14:30',
    'Without start:12 Dec 14:30',
    { meeting: 'M1', title: 'Talk' },
  ],
  [
    '/meeting edit M1 title:Talk, start: 12 Dec, place: Room 5',
    'Without start: 12 Dec',
    { meeting: 'M1', title: 'Talk', place: 'Room 5' },
  ],
  [
    '/meeting edit M1 title:Talk start:"12 Dec 14:30" place:Room 5',
    'Without start:"12 Dec 14:30"',
    { meeting: 'M1', title: 'Talk', place: 'Room 5' },
  ],
  ['/meeting show M1 on:12 Dec', 'Without on:12 Dec', { meeting: 'M1' }],
])(
  'an option that is left out goes with its whole value, and the button says so: %s',
  (line, label, values) => {
    expect(offered(line)).toContainEqual({ label, values })
  },
)

test.each([
  '/meeting edit M1 title:Talk start:"12 Dec 14:30" with the judges',
  '/meeting edit M1 title:Talk start: 12 Dec in the large room with the judges of five countries and their staff',
])('what a button could not say whole is not offered: %s', (line) => {
  expect(offered(line)).toEqual([])
})
