import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formatDuration, readDuration } from '../../../../src/core/time/duration.ts'

describe('a duration', () => {
  test.each([
    ['90', 90],
    ['90m', 90],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['1 hour 30 min', 90],
    ['2h', 120],
    ['7d', 10_080],
    ['1½ hours', 90],
    ['1 ½ h', 90],
    ['2½h', 150],
    ['1 1/2 hours', 90],
    ['¾ hour', 45],
    ['1½', 90],
    ['1.5', 90],
    ['hour and a half', 90],
    ['an hour and a quarter', 75],
    ['une demi-heure', 30],
    ['1h½', 90],
    ['0.75 h', 45],
    ['deux heures et quart', 135],
    ['полтора часа', 90],
  ])('%s is %i minutes', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes)
  })

  test.each(['0', '-5', 'long', '', '1e9'])('“%s” is refused', (text) => {
    expect(() => readDuration(text)).toThrow('as a duration')
  })

  test('is read back from how it is printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        (minutes) => readDuration(formatDuration(minutes)) === minutes,
      ),
    )
  })
})
