import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { distance, fold } from '../../../src/core/text/nearest.ts'
import { shorten, showsNothing } from '../../../src/core/text/text.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

describe('a text that is cut', () => {
  test('ends after a word, or after a whole character', () => {
    expect(shorten('one two three four five', 16)).toBe('one two three…')
    expect(shorten(`${'a'.repeat(38)}😀bbb`)).toBe(`${'a'.repeat(38)}…`)
    expect(shorten(`${'a'.repeat(36)}👨‍👩‍👧bbb`)).toBe(`${'a'.repeat(36)}…`)
    expect(shorten(`${'a'.repeat(38)}🇫🇷🇩🇪`)).toBe(`${'a'.repeat(38)}…`)
  })

  test('is never longer than asked, and begins with whole characters of the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', 'é', 'e\u0301', '😀', '👨‍👩‍👧', '🇫🇷', '日', 'ع'),
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, most) => {
        const cut = shorten(whole, most)
        expect(cut.length).toBeLessThanOrEqual(Math.max(most, 1))
        expect(cut.isWellFormed()).toBe(true)
        if (cut === whole) return
        const signs = [...graphemes.segment(cut.slice(0, -1))].map(({ segment }) => segment)
        const all = [...graphemes.segment(whole)].map(({ segment }) => segment)
        expect(all.slice(0, signs.length)).toEqual(signs)
      }),
    )
  })
})

test.each(['', ' \n', '\u200b\u200d', '\u3164\u2800', '\u0301\u0302', '\u00ad'])(
  '%j shows nothing',
  (text) => {
    expect(showsNothing(text)).toBe(true)
    expect(showsNothing(`${text}x`)).toBe(false)
  },
)

test('two letters that changed places are one slip, and folding keeps a text short', () => {
  expect(distance('undoc', 'unodc')).toBe(1)
  expect(distance('blme', 'bmle')).toBe(1)
  expect(fold('\ufdfa'.repeat(1000)).length).toBeLessThan(6000)
})
