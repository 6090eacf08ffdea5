import { describe, expect, test } from 'vitest'

import { gathered } from '../../../src/bot/batched.ts'

describe('what is gathered', () => {
  test('is written at once when nothing is underway, and together when something is', async () => {
    const writes: (readonly string[])[] = []
    const add = gathered<string>(async (items) => {
      writes.push(items)
      await new Promise((resolve) => setTimeout(resolve, 10))
    })
    const first = add('a')
    await new Promise((resolve) => setTimeout(resolve, 2))
    await Promise.all([first, add('b'), add('c'), add('d')])

    expect(writes).toEqual([['a'], ['b', 'c', 'd']])
  })

  test('is not answered before it is written', async () => {
    let written = false
    const add = gathered<string>(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      written = true
    })
    await add('a')

    expect(written).toBe(true)
  })

  test('fails for the one that cannot be written, and for no other', async () => {
    const written: string[] = []
    const add = gathered<string>(async (items) => {
      if (items.includes('bad')) throw new Error('no')
      written.push(...items)
    })
    const results = await Promise.allSettled([add('a'), add('bad'), add('c')])

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(written.sort()).toEqual(['a', 'c'])
  })

  test('goes on after a failure', async () => {
    let fails = true
    const add = gathered<string>(async () => {
      if (fails) throw new Error('no')
    })
    await expect(add('a')).rejects.toThrow('no')
    fails = false
    await expect(add('b')).resolves.toBeUndefined()
  })
})
