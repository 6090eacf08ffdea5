import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { commandWords } from '../../../../../src/core/catalog.ts'
import { gistsOf, meantBy } from '../../../../../src/core/language/gist/gist.ts'

const away = features.flatMap((feature) =>
  feature.commands.flatMap((command) =>
    commandWords(feature, command) === 'profile away' ? [{ feature, command }] : [],
  ),
)

const asksForAway = (sentence: string) =>
  gistsOf(features, sentence).some(
    ({ feature, command }) => commandWords(feature, command) === 'profile away',
  )

test.each([
  'she is travelling next week',
  'She’s away next week',
  'he will be on leave from 1 to 5 December',
  'they are away on Monday',
  'Amina is travelling next week',
  'Amina Bello will be on leave 1-5 December',
  'Łukasz has a day off tomorrow',
])('what is said of somebody else asks for no absence of one’s own: %s', (sentence) => {
  expect(away.map(meantBy(sentence))).toEqual([false])
  expect(asksForAway(sentence)).toBe(false)
})

test.each([
  'tomorrow is a day off for me',
  'Tomorrow is a holiday',
  'Monday is a holiday',
  'I will be on leave from 1 to 5 December',
  'away next week',
  'Amina is my alternate, I am away next week',
])('what is said of oneself or of a day may ask for it: %s', (sentence) => {
  expect(away.map(meantBy(sentence))).toEqual([true])
  expect(asksForAway(sentence)).toBe(true)
})
