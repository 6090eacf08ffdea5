import { describe, expect, test } from 'vitest'

import { distance } from '../../../../src/core/text/nearest.ts'
import { slipKeys, slipsOf } from '../../../../src/core/text/slips.ts'

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

  test('have the same keys as the words on record that are one step away', () => {
    // As the index has them: the word itself, and with each letter in turn unknown.
    const keysOf = (word: string) => [
      `=${word}`,
      ...[...word].map((_, at) => `${word.slice(0, at)}_${word.slice(at + 1)}`),
    ]
    const typed = ['senben', 'юнеско', 'الطيب']
    for (const word of typed) {
      const keys = new Set(slipKeys(word).split(' '))
      const meets = (other: string) => keysOf(other).some((key) => keys.has(key))
      const [first = '', second = ''] = word
      const near = [
        second + first + word.slice(2),
        word.slice(1),
        `${first}${word}`,
        `${word}x`,
        `x${word.slice(1)}`,
      ]

      expect(near.filter((other) => !meets(other))).toEqual([])
      expect([`${word}xy`, word.slice(2), `x${word.slice(1, -1)}y`].filter(meets)).toEqual([])
    }
    expect(slipKeys('imo')).toBe('=mio =iom')
    expect(slipKeys('x'.repeat(17))).toBe('')
  })
})
