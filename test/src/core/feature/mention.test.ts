import { expect, test } from 'vitest'

import { changeOf, handleOf, seenOf } from '../../../../src/core/feature/mention.ts'

test.each([
  ['ETCIP', 'etcip-members'],
  ['Fête & Co', 'fete-co-members'],
  ['A very long acronym indeed', 'a-very-long-a-members'],
  ['العمل', 'group-7-members'],
])('the members of %s are %s', (acronym, handle) => {
  expect(handleOf({ id: 7, acronym })).toBe(handle)
  expect(handle.length).toBeLessThanOrEqual(21)
})

test('whoever is wanted and missing is added, whoever is not wanted removed, whoever is not there left', () => {
  const there = { exists: true, members: ['a', 'b'], absent: ['d'] }
  expect(changeOf(['b', 'c', 'c', 'd'], there)).toEqual({ add: ['c'], remove: ['a'], members: ['b', 'c'] })
})

test('the same removals are known again in any order, others are not', () => {
  expect(seenOf({ remove: ['b', 'a'] })).toBe(seenOf({ remove: ['a', 'b'] }))
  expect(seenOf({ remove: ['a'] })).not.toBe(seenOf({ remove: ['b'] }))
})
