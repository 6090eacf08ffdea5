import { describe, expect, test } from 'vitest'

import { formatRhythmPeriod, periodAfter, rhythmPeriod } from '../../../src/meetings/cadence/rhythm.ts'

describe('the period of a rhythm', () => {
  test('is the quarter in which a day lies, with its middle and its last month', () => {
    const quarter = rhythmPeriod('quarterly', '2026-11-26')
    expect(quarter).toMatchObject({
      from: '2026-10-01',
      to: '2026-12-31',
      middle: '2026-11-16',
      last: '2026-12-01',
    })
    expect(quarter && formatRhythmPeriod(quarter)).toBe('Q4 2026')
    expect(quarter && periodAfter(quarter)).toMatchObject({ from: '2027-01-01', to: '2027-03-31' })
  })

  test.each([
    ['monthly', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['bi-monthly', '2026-12-31', '2026-11-01', '2026-12-31'],
    ['half-yearly', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['yearly', '2026-06-30', '2026-01-01', '2026-12-31'],
  ] as const)('%s, of %s, runs from %s to %s', (rhythm, day, from, to) => {
    const period = rhythmPeriod(rhythm, day)
    expect(period).toMatchObject({ from, to })
    expect(period && from < period.middle && period.middle < period.last && period.last <= to).toBe(true)
  })

  test('is none for a group that meets as it decides', () => {
    expect(rhythmPeriod('none', '2026-11-26')).toBeUndefined()
  })
})
