import { expect, test } from 'vitest'

import { createRemembered } from '../../../../src/chat/work/remembered.ts'
import { settableClock } from '../../../../src/core/clock.ts'

const noon = new Date('2026-11-21T12:00:00Z')
const later = (ms: number) => new Date(noon.getTime() + ms)

test('what is remembered is forgotten when its time is over', () => {
  const clock = settableClock(noon)
  const values = createRemembered<string>({ max: 10, ttlMs: 1_000, clock })
  values.put('a', 'one')
  clock.set(later(999))
  expect(values.get('a')).toBe('one')
  clock.set(later(1_001))

  expect(values.get('a')).toBeUndefined()
})

test('when there are too many, the one that was not used for longest goes, and only that one', () => {
  const values = createRemembered<number>({ max: 3, clock: settableClock(noon) })
  for (const [at, name] of ['a', 'b', 'c'].entries()) values.put(name, at)
  values.get('a')
  values.put('d', 3)

  expect(['a', 'b', 'c', 'd'].map((name) => values.get(name))).toEqual([0, undefined, 2, 3])
})

test('those who ask at the same time share one look, and later ones need none', async () => {
  const values = createRemembered<string>({ max: 10, clock: settableClock(noon) })
  let looks = 0
  const look = async () => {
    looks += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return 'found'
  }
  const asked = await Promise.all([values.ask('a', look), values.ask('a', look), values.ask('a', look)])

  expect([...asked, await values.ask('a', look)]).toEqual(['found', 'found', 'found', 'found'])
  expect(looks).toBe(1)
})

test('a look that fails is raised to all who asked, and made anew for the next', async () => {
  const values = createRemembered<string>({ max: 10, clock: settableClock(noon) })
  const fail = () => Promise.reject(new Error('away'))
  const asked = await Promise.allSettled([values.ask('a', fail), values.ask('a', fail)])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])

  expect(await values.ask('a', async () => 'back')).toBe('back')
})

test('what is forgotten during a look is not remembered by it', async () => {
  const values = createRemembered<string>({ max: 10, clock: settableClock(noon) })
  const gate = Promise.withResolvers<string>()
  const asked = values.ask('a', () => gate.promise)
  values.forget('a')
  gate.resolve('old')
  expect(await asked).toBe('old')

  expect(values.get('a')).toBeUndefined()
})
