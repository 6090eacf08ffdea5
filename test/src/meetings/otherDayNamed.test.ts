import { expect, test } from 'vitest'

import type { Day } from '../../../src/core/time/day.ts'
import { otherDayNamed } from '../../../src/meetings/otherDayNamed.ts'

test.each([
  ['Call tomorrow at 3pm', 'tomorrow'],
  ['Plenary on 12 Dec', '12 Dec'],
  ['Plenary, 12 December 2026', '12 December 2026'],
  ['Plenary on 10 Dec', undefined],
  ['Retreat, 9-11 December 2026', undefined],
  ['Follow-up to the meeting of 3 November', undefined],
  ['Resolution 2617 (2021) and the report due 5 Dec', undefined],
  ['From 3 May to 5 June, and on 7 June', undefined],
  ['Monday briefing', undefined],
  ['Q4 review', undefined],
])('of “%s”, the words that name another day than 10 December are %s', (text, words) => {
  expect(otherDayNamed(text, '2026-12-10' as Day, '2026-11-23' as Day)).toBe(words)
})
