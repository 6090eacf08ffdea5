import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../../../src/core/errors.ts'
import { isMomentForm } from '../../../../../../src/core/time/beginsWithDate.ts'
import { readSpan } from '../../../../../../src/core/time/period.ts'
import { readDay } from '../../../../../../src/core/time/typedDay.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'UTC' }

describe('a part of a month or a year', () => {
  test.each([
    ['early March', '2027-03-01', '2027-03-10'],
    ['mid-March', '2027-03-11', '2027-03-20'],
    ['in late February', '2027-02-21', '2027-02-28'],
    ['mid 2027', '2027-05-01', '2027-08-31'],
    ['early next year', '2027-01-01', '2027-04-30'],
    ['first two weeks of january', '2027-01-01', '2027-01-14'],
    ['the second week of March', '2027-03-08', '2027-03-14'],
    ['the last ten days of January 2027', '2027-01-22', '2027-01-31'],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(readSpan(text, here, true)).toEqual({ from, to })
  })

  test('is asked about where its days are kept, unless they are said', () => {
    expect(() => readSpan('early March', here, true, true)).toThrow(
      expect.objectContaining({
        choices: ['1-10 March', '1-7 March', '1-15 March'].map((value) => ({ label: value, value })),
      }),
    )
    expect(readSpan('first week of January', here, true, true).to).toBe('2027-01-07')
  })

  test('is asked about where one day is wanted', () => {
    const asked = (text: string) => {
      try {
        return readDay(text, here)
      } catch (error) {
        return error instanceof UserError ? error.choices.map(({ label }) => label) : error
      }
    }
    expect(asked('mid 2027')).toEqual([
      'Mon 3 May 2027',
      'Tue 1 Jun 2027',
      'Thu 1 Jul 2027',
      'Mon 2 Aug 2027',
    ])
    expect(asked('first two weeks of January')).toContain('Mon 4 Jan 2027')
  })

  test.each(['an hour or so', 'about an hour', 'in about an hour', 'around 3pm', 'mañana por la mañana'])(
    '“%s” has the form of a time',
    (text) => {
      expect(isMomentForm(text)).toBe(true)
    },
  )
})
