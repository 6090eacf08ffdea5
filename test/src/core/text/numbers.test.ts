import { expect, test } from 'vitest'

import { areNumbers, readNumber, readNumbers } from '../../../../src/core/text/numbers.ts'

test.each(['U12', 'u-12', '(U12)', '[U12].', 'Ｕ１２', 'U–12'])('%s is the number 12', (typed) => {
  expect(readNumber(typed, 'U')).toBe(12)
})

test('a dash between numbers spans them, and one behind the letter spans nothing', () => {
  expect(readNumbers('U1-U3')).toEqual([1, 2, 3])
  expect(readNumbers('U1-3')).toEqual([1, 2, 3])
  expect(readNumbers('u-1, U–3')).toEqual([1, 3])
  expect(areNumbers('COVID-19 and U-boats')).toBe(false)
  expect(readNumber('COVID-19', 'U')).toBeUndefined()
})
