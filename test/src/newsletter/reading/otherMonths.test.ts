import { describe, expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { groups } from '../../../../db/samples/groups.ts'
import { readPeriod } from '../../../../src/core/time/period.ts'
import { readItem } from '../../../../src/newsletter/reading/readItem.ts'
import items from '../../../fixtures/itemsOfOtherMonths.json' with { type: 'json' }
import { bareName } from './bareName.ts'

// Items that were written to be read once, with nothing mended for them since: what they tell did not happen. The
// shares asked for below are lower than those of that first reading, so that other work may shift a single item.

const known = {
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
}
const here = { now: new Date('2024-07-01T00:00:00Z'), zone: 'UTC' }

const readings = items.map((item) => ({
  item,
  read: readItem(item.text, { ...known, period: readPeriod(item.period, here) }),
}))

function share(right: (reading: (typeof readings)[number]) => boolean, of = readings): number {
  return of.filter(right).length / of.length
}

describe('items that nothing was mended for', () => {
  test('have their days read', () => {
    expect(share(({ item, read }) => read.start === item.start && read.end === item.end)).toBe(1)
  })

  test('have their entities read, and most of their places', () => {
    expect(share(({ item, read }) => item.entities.every((name) => read.entities.includes(name)))).toBe(1)
    const placed = readings.filter(({ item }) => item.place !== null)
    expect(
      share(({ item, read }) => bareName(read.place ?? '') === bareName(item.place ?? ''), placed),
    ).toBeGreaterThan(0.8)
  })

  test('have their section proposed first for 70 % and among two for 85 %, and hardly a sure one is wrong', () => {
    const among = (most: number) =>
      share(({ item, read }) => read.ranked.slice(0, most).includes(item.section))
    const sure = readings.filter(({ read }) => read.sure)

    expect(among(1)).toBeGreaterThanOrEqual(0.7)
    expect(among(2)).toBeGreaterThanOrEqual(0.85)
    expect(sure.length).toBeGreaterThan(10)
    expect(share(({ item, read }) => read.section === item.section, sure)).toBeGreaterThan(0.9)
  })
})
