import { describe, expect, test } from 'vitest'

import { distance } from '../../../../src/core/text/nearest.ts'
import { slipsOf } from '../../../../src/core/text/slips.ts'

describe('slips of a word', () => {
  test('begin with two letters swapped, and are all one step away', () => {
    const slips = slipsOf('undoc')

    expect(slips.slice(0, 4)).toContain('unodc')
    expect(slips.every((slip) => distance('undoc', slip) === 1)).toBe(true)
    expect(slips).not.toContain('undoc')
  })

  test.each([
    ['interpoll', 'interpol'],
    ['interpo', 'interpol'],
    ['unescu', 'unesco'],
  ])('of %s hold %s', (typed, meant) => {
    expect(slipsOf(typed)).toContain(meant)
  })

  test('of three letters are swaps alone, of other scripts no letters are made up', () => {
    expect(slipsOf('imo')).toEqual(['mio', 'iom'])
    expect(slipsOf('юнеско').length).toBeLessThan(12)
  })

  test.each(['', 'un', 'two words', 'x'.repeat(17)])('of “%s” there are none', (word) => {
    expect(slipsOf(word)).toEqual([])
  })
})
