import { describe, expect, test } from 'vitest'

import { sameInSpan } from '../../../../../src/core/time/phrases/sameInSpan.ts'

describe('the day of a span that is alike', () => {
  test.each([
    ['next week', '2026-12-10', ['2026-12-17']],
    ['next month', '2026-12-10', ['2027-01-14']],
    ['in February', '2026-12-10', ['2027-02-11', '2027-02-10']],
    // A fifth Thursday where there is none is the last one; the 31st is the last day.
    ['February', '2026-12-31', ['2027-02-25']],
    ['in April', '2026-12-31', ['2027-04-29', '2027-04-30']],
    ['March 2027', '2026-12-01', ['2027-03-02', '2027-03-01']],
  ])('of “%s” to %s', (text, day, days) => {
    expect(sameInSpan(text, day, '2026-12-10')).toEqual(days)
  })

  test.each(['14 January', 'Friday', 'next quarter', '2027', 'some time', 'first half of January'])(
    'is not looked for in “%s”, which names no week or month',
    (text) => {
      expect(sameInSpan(text, '2026-12-10', '2026-12-10')).toBeUndefined()
    },
  )
})
