import { describe, expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { groups } from '../../../../db/samples/groups.ts'
import { readPeriod } from '../../../../src/core/time/period.ts'
import { readItem } from '../../../../src/newsletter/reading/readItem.ts'
import items from '../../../fixtures/itemsInTheManner.json' with { type: 'json' }
import { bareName } from './bareName.ts'

// Items in the manner of printed ones, of months that no issue at hand has, written for this test: what they tell
// did not happen. No figure of theirs was learned from.

const known = {
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
}
const here = { now: new Date('2024-07-01T00:00:00Z'), zone: 'UTC' }

const readings = items.map((item) => ({
  item,
  read: readItem(item.text, { ...known, period: readPeriod(item.period, here) }),
}))

describe('items of unseen months', () => {
  test('have their days read', () => {
    const wrong = readings.filter(({ item, read }) => read.start !== item.start || read.end !== item.end)

    expect(wrong.map(({ item }) => item.text)).toEqual([])
  })

  test('have their entities read', () => {
    const missed = readings.flatMap(({ item, read }) =>
      item.entities.filter((name) => !read.entities.includes(name)).map((name) => `${name}: ${item.text}`),
    )

    expect(missed).toEqual([])
  })

  test('have their places read', () => {
    const wrong = readings.filter(
      ({ item, read }) => item.place !== null && bareName(read.place ?? '') !== bareName(item.place),
    )

    expect(wrong.map(({ item, read }) => `${read.place}: ${item.text}`)).toEqual([])
  })

  test('have their section proposed first for 75 % and among two for 90 %', () => {
    const share = (most: number) =>
      readings.filter(({ item, read }) => read.ranked.slice(0, most).some((key) => key === item.section))
        .length / readings.length

    expect(share(1)).toBeGreaterThanOrEqual(0.75)
    expect(share(2)).toBeGreaterThanOrEqual(0.9)
  })
})
