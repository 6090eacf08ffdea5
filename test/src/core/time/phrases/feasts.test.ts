import { expect, test } from 'vitest'

import { readPeriodTyped } from '../../../../../src/core/language/plainValues.ts'
import { readPeriod } from '../../../../../src/core/time/period.ts'
import { daysOfFeast } from '../../../../../src/core/time/phrases/feasts.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

test('the days of a feast are asked for, each choice a period', () => {
  expect(() => readPeriod('over Christmas', here, true)).toThrow('Which days?')
  for (const { value } of daysOfFeast('over the xmas break', '2026-11-23'))
    expect(() => readPeriod(value, here, true)).not.toThrow()
  expect(daysOfFeast('over lunch', '2026-11-23')).toEqual([])
})

test.each([
  ['over Easter', '2026-11-23', { from: '2027-03-26', to: '2027-03-29' }],
  ['pendant Pâques', '2024-01-10', { from: '2024-03-29', to: '2024-04-01' }],
  ['over the Easter weekend', '2026-04-06', { from: '2026-04-03', to: '2026-04-06' }],
  ['Orthodox Easter', '2026-04-07', { from: '2026-04-10', to: '2026-04-13' }],
  ['Easter 2028', '2026-11-23', { from: '2028-04-14', to: '2028-04-17' }],
  ['Christmas 2027', '2026-11-23', { from: '2027-12-24', to: '2028-01-01' }],
  ['over Thanksgiving', '2026-11-23', { from: '2026-11-26', to: '2026-11-27' }],
])('%s, asked on %s, offers the days of the next one first', (typed, today, days) => {
  const [first] = daysOfFeast(typed, today)
  expect(readPeriod(first?.value ?? '', here, true)).toEqual(days)
})

test('a feast with its year is asked about by its own days, and not by the year alone', () => {
  const asked = () => readPeriodTyped('Easter 2027', here, { ahead: true })
  expect(asked).toThrow(expect.objectContaining({ choices: daysOfFeast('Easter 2027', '2026-11-23') }))
})
