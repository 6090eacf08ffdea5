import { expect, test } from 'vitest'

import { daysAfter } from '../../../src/suggest/daysAfter.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'America/New_York' }

test.each([
  ['Nov-Dec 2026', ['Thu 31 Dec 2026', 'Thu 7 Jan 2027', 'Thu 14 Jan 2027']],
  // It ends on a Sunday.
  ['Jan-Feb 2027', ['Mon 1 Mar 2027', 'Mon 8 Mar 2027', 'Mon 15 Mar 2027']],
  ['Sep-Oct 2026', ['Mon 30 Nov 2026', 'Mon 7 Dec 2026']],
  ['whenever', []],
])(
  'after %s come its last day and those a week and two weeks later, if ahead and on no weekend',
  (typed, days) => {
    expect(daysAfter(typed, here).map(({ label }) => label)).toEqual(days)
  },
)
