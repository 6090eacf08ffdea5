import { expect, test } from 'vitest'

import { saysNothing } from '../../../../src/core/text/nothing.ts'

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
