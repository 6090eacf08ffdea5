import { describe, expect, test } from 'vitest'

import { readDateOption } from '../../../../../commands/update/write/reading/dateOption.ts'

const around = { from: '2026-11-01', to: '2026-12-31' }
const here = { now: new Date('2026-11-26T10:00:00Z'), zone: 'Europe/Vienna' }

describe('a date of an update in numbers without a year', () => {
  test.each([
    ['30/11', '30 Nov', '2026-11-30'],
    ['30-10', '30 Oct', '2026-10-30'],
    ['30.10.', '30 Oct', '2026-10-30'],
    ['10/30', '30 Oct', '2026-10-30'],
    ['3/11', '3 Nov', '2026-11-03'],
    ['25/11, 26/11', '25 Nov, 26 Nov', '2026-11-25'],
  ])('is the one day that it may be, or the one within the issue: %s', (typed, printed, start) => {
    expect(readDateOption(typed, around, here)).toMatchObject({ printed, start })
  })

  test('is asked about where both are within the issue, and other words beside it are named', () => {
    expect(() => readDateOption('11/12', around, here)).toThrow('“11/12” may be 11 Dec or 12 Nov. Which one?')
    expect(() => readDateOption('30/11 Doha', around, here)).toThrow('“Doha” is no part of a date')
    expect(() => readDateOption('31/11', around, here)).toThrow('November has 30 days')
  })
})
