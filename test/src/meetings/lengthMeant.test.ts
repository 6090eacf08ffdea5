import { expect, test } from 'vitest'

import { lengthMeant } from '../../../src/meetings/lengthMeant.ts'

const [one, two, none] = [{ minutes: 60 }, { minutes: 120 }, {}]

test('a meeting takes as long as its times say by their ends, and an hour where nothing says', () => {
  expect(lengthMeant(undefined, [none])).toEqual({ minutes: 60 })
  expect(lengthMeant(undefined, [two])).toEqual({ minutes: 120 })
  expect(lengthMeant(undefined, [none, two])).toEqual({
    minutes: 120,
    note: 'Each takes 2 h, as the times say.',
  })
})

test('an end that its duration overrules is said to be not taken', () => {
  expect(lengthMeant(60, [one, none])).toEqual({ minutes: 60 })
  expect(lengthMeant(60, [two])).toEqual({
    minutes: 60,
    note: 'It takes 1 h, as duration: says; the end that was typed is not taken.',
  })
})

test('times of several lengths are asked about', () => {
  expect(() => lengthMeant(undefined, [one, two])).toThrow(
    'The times take 1 h or 2 h, and the meeting has one length. Which one?',
  )
})
