import { describe, expect, test } from 'vitest'

import { createInteractionAges } from '../../../../adapters/discord/doors/interactionAge.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { snowflake } from '../../../support/discord/far/snowflake.ts'

const clock = settableClock(new Date('2026-11-21T12:00:00Z'))

function made(secondsAgo: number): string {
  return snowflake(new Date(clock.now().getTime() - secondsAgo * 1000), 1)
}

describe('the age of an interaction', () => {
  test('is old after two and a half seconds', () => {
    const ages = createInteractionAges(clock)

    expect([0.1, 2.4, 2.6, 60].map((seconds) => ages.isOld(made(seconds)))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test('is told by those before it where the clock is ahead', () => {
    const ages = createInteractionAges(clock)
    const first = [5, 5.1, 5].map((seconds) => ages.isOld(made(seconds)))
    const later = [5.2, 7.4, 7.6].map((seconds) => ages.isOld(made(seconds)))

    expect(first).toEqual([true, true, true])
    expect(later).toEqual([false, false, true])
    expect(ages.ahead()).toBe(5_000)
  })

  test('is told by those before it where the clock is behind', () => {
    const ages = createInteractionAges(clock)
    for (const seconds of [-5, -5, -4.9]) ages.isOld(made(seconds))

    expect([-4.5, -1].map((seconds) => ages.isOld(made(seconds)))).toEqual([false, true])
    expect(ages.ahead()).toBe(0)
  })

  test('of what is not an id of Discord’s is not known', () => {
    expect(createInteractionAges(clock).isOld('no id')).toBe(false)
  })
})
