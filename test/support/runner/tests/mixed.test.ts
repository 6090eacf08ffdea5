import { expect, test } from 'vitest'

import { dealt } from '../mixed.ts'

test('long and short files take turns, and each is run once', () => {
  expect(dealt(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])).toEqual([
    ...['a', 'i', 'h', 'g'],
    ...['b', 'f', 'e', 'd'],
    'c',
  ])
  expect(dealt(['a', 'b'])).toEqual(['a', 'b'])
  expect(dealt([])).toEqual([])
})
