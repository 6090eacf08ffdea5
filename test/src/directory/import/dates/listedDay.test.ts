import { expect, test } from 'vitest'

import { UserError } from '../../../../../src/core/errors.ts'
import { listedDay } from '../../../../../src/directory/import/dates/listedDay.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

test.each([
  ['2022-03-01', '2022-03-01'],
  ['2022-03-01T00:00:00.000Z', '2022-03-01'],
  ['2022-03-01 00:00:00', '2022-03-01'],
  ['1 March 2022', '2022-03-01'],
  ['1-Mar-22', '2022-03-01'],
  ['Mar-22', '2022-03-01'],
  ['mars-22', '2022-03-01'],
  ['Sept-98', '1998-09-01'],
  ["Mar '22", '2022-03-01'],
  ['since March 2022', '2022-03-01'],
  ['2022', '2022-01-01'],
  ['44621', '2022-03-01'],
  ['44621.5', '2022-03-01'],
])('%s in a list is %s', (cell, day) => {
  expect(listedDay(cell, here, undefined)).toBe(day)
})

test.each(['22 March', '22-Mar', 'March', 'tomorrow', 'next Friday'])(
  '%s in a list is refused, as it tells no year',
  (cell) => {
    expect(() => listedDay(cell, here, undefined)).toThrow(/year/)
  },
)

test.each(['spring', '2021-13-01'])('%s in a list is refused', (cell) => {
  expect(() => listedDay(cell, here, undefined)).toThrow(UserError)
})
