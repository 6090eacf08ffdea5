import { expect, test } from 'vitest'

import { saysNothing, saysOpen } from '../../../../src/core/text/nothing.ts'

test.each([
  'none',
  'None.',
  'n/a',
  'N.A.',
  'clear',
  'remove it',
  'Delete',
  'no place',
  'unknown',
  'not known',
  'not applicable',
  'aucune',
  'keine',
  'ninguno',
  '-',
  '–',
])('%s empties a field', (typed) => {
  expect(saysNothing(typed)).toBe(true)
})

test.each([
  'Clear Lake',
  'Nonesuch Hall',
  'No. 5',
  'Remove Street 4',
  'Nil, Kerala',
  '',
  '--',
  'clear the room',
])('%j is a value', (typed) => {
  expect(saysNothing(typed)).toBe(false)
})

test.each(['tbd', 'TBC', 't.b.a.', 'to be decided', 'not known yet', 'not yet set', 'pending', '?'])(
  '%s says that nobody knows yet',
  (typed) => {
    expect(saysOpen(typed)).toBe(true)
  },
)

test.each(['Pending cases before the courts', 'To be decided by States', 'Why?', 'not set in stone'])(
  '%j says something',
  (typed) => {
    expect(saysOpen(typed)).toBe(false)
  },
)
