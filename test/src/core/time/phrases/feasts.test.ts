import { expect, test } from 'vitest'

import { readPeriod } from '../../../../../src/core/time/period.ts'
import { daysOfFeast } from '../../../../../src/core/time/phrases/feasts.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

test('the days of a feast are asked for, each choice a period', () => {
  expect(() => readPeriod('over Christmas', here, true)).toThrow('Which days?')
  for (const days of daysOfFeast('over the xmas break'))
    expect(() => readPeriod(days, here, true)).not.toThrow()
  expect(daysOfFeast('over lunch')).toEqual([])
})
