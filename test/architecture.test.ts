import { expect, test } from 'vitest'

import {
  isSlow,
  madeWhileLoading,
  makesAtLoading,
  slowExpressions,
} from './support/architecture/expressions.ts'
import { circles, wrongFloors, wrongRooms } from './support/architecture/floors.ts'
import { forbiddenWords, moduleState, swallowing, tornTexts } from './support/architecture/habits.ts'
import { strayPackages, takenByHand } from './support/architecture/homes.ts'
import { known, type Rule } from './support/architecture/known.ts'
import { repeatedBodies, repeatedSentences } from './support/architecture/repeats.ts'
import { crowded, longFunctions, tooLong } from './support/architecture/sizes.ts'
import { product, tests } from './support/architecture/sources.ts'

const all = [...product, ...tests]

/** What breaks a rule, without what is known to break it still. */
function offenders(rule: Rule, found: readonly string[]): readonly string[] {
  return [...new Set(found)].filter((one) => !known[rule].includes(one))
}

test('every file imports only from floors and rooms that it may know', () => {
  expect(product.length).toBeGreaterThan(300)
  expect(offenders('floors', [...product.flatMap(wrongFloors), ...product.flatMap(wrongRooms)])).toEqual([])
})

test('no files import each other in a circle, types included', () => {
  const found = circles(all).map((circle) => circle.join(' ↔ '))

  expect(offenders('circles', found)).toEqual([])
})

test('no folder has more than 15 files, and no file more than 200 lines', () => {
  expect(offenders('sizes', [...crowded(all), ...tooLong(all)])).toEqual([])
})

test('no function has a body of more than 80 lines', () => {
  expect(offenders('functions', product.flatMap(longFunctions))).toEqual([])
})

test('every package is named only where it is at home', () => {
  expect(offenders('packages', product.flatMap(strayPackages))).toEqual([])
})

test('the clock, timers, chance and the environment are handed down from where they live', () => {
  expect(offenders('given', product.flatMap(takenByHand))).toEqual([])
})

test('no module keeps anything that changes', () => {
  expect(offenders('state', product.flatMap(moduleState))).toEqual([])
})

test('no function of five lines or more, and no sentence for people, stands in two files', () => {
  const found = [...repeatedBodies(product), ...repeatedBodies(tests), ...repeatedSentences(product)]

  expect(offenders('repeats', found)).toEqual([])
})

test('a new kind does not compile until every switch over the kinds has an answer for it', () => {
  expect(offenders('swallowing', product.flatMap(swallowing))).toEqual([])
})

test('regular expressions take time in proportion to the text that they read', () => {
  expect(offenders('slow', product.flatMap(slowExpressions))).toEqual([])
})

test('regular expressions that are put together while a file is loaded take such a time too', async () => {
  const makers = product.filter(makesAtLoading)
  const made = []
  // Another file of this worker may have loaded it before.
  for (const { file } of makers) {
    const load = () => import(/* @vite-ignore */ `../${file}?anew`)
    made.push({ file, found: await madeWhileLoading(load, file) })
  }
  expect(made.flatMap(({ found }) => found).length).toBeGreaterThan(makers.length)
  expect(
    made.flatMap(({ file, found }) => found.filter(isSlow).map((one) => `${file} makes ${one}`)),
  ).toEqual([])
})

test('texts are cut at whole signs', () => {
  expect(product.flatMap(tornTexts)).toEqual([])
})

test('files export names, and use neither enums nor types that are looked away from', () => {
  expect(product.flatMap(forbiddenWords)).toEqual([])
})
