import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { orUserError, UserError } from '../../../../src/core/errors.ts'
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

  test.each([
    ['2-3 hours', ['2 h', '3 h']],
    ['2½ to 3 hours', ['2 h 30 min', '3 h']],
    ['1h-1h30', ['1 h', '1 h 30 min']],
    ['one or two hours', ['1 h', '2 h']],
    ['45–60 min', ['45 min', '1 h']],
    ['2 à 3 heures', ['2 h', '3 h']],
  ])('“%s” is one of two lengths, each a choice', (text, labels) => {
    const asked = orUserError(() => readDuration(text))
    const choices = asked instanceof UserError ? asked.choices : []
    expect(choices.map(({ value }) => formatDuration(readDuration(value)))).toEqual(labels)
  })

  test.each([
    ['9:00-10:30', 90],
    ['14h-15h30', 90],
    ['9am-11am', 120],
    ['deux heures trente', 150],
    ['zwei Stunden', 120],
    ['ساعة ونصف', 90],
  ])('“%s” is %i minutes', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes)
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
