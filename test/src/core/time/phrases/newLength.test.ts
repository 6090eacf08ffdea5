import { expect, test } from 'vitest'

import { readLengthBeside } from '../../../../../src/core/time/phrases/newLength.ts'

/** Three in the afternoon in Paris, for an hour and a half. */
const base = { at: new Date('2026-12-10T14:00:00Z'), zone: 'Europe/Paris', minutes: 90 }

test.each([
  ['30 minutes longer', 120],
  ['half an hour longer', 120],
  ['by 30 minutes', 120],
  ['another hour', 150],
  ['+15m', 105],
  ['15 min shorter', 75],
  ['-15m', 75],
  ['until 16:45', 105],
  ['to 5pm', 120],
  ['to 2 hours', 120],
  ['45m', 45],
  ['1:30', 90],
])('a new length beside the old one, “%s”, is %i minutes', (text, minutes) => {
  expect(readLengthBeside(text, base)).toBe(minutes)
})

test('what would end before it begins, or on the next day, is refused', () => {
  expect(() => readLengthBeside('2 hours shorter', base)).toThrow('It lasts 90 minutes')
  expect(() => readLengthBeside('until noon', base)).toThrow('would be the next day')
  expect(() => readLengthBeside('a bit longer', base)).toThrow('as a duration')
})

test('with nothing beside it, a length is a length', () => {
  expect(readLengthBeside('90m', undefined)).toBe(90)
  expect(() => readLengthBeside('until 16:45', undefined)).toThrow('as a duration')
})
