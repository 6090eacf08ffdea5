import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { clean } from '../../../../../src/core/language/clean.ts'
import {
  isolate,
  isolatesByLine,
  isolateWithin,
  pairedIsolates,
} from '../../../../../src/core/text/direction/isolate.ts'
import { harmless, shorten, takePiece } from '../../../../../src/core/text/text.ts'

const title = 'اجتماع مكافحة الإرهاب (الرياض)'
const isolated = `\u2068${title}\u2069`

/** Whether every isolate of a text ends on its line, and no end stands alone. */
function isWhole(text: string): boolean {
  return pairedIsolates(text) === text
}

describe('text from right to left in a line of English', () => {
  test('is isolated as a whole, line by line, and once', () => {
    expect(isolate(title)).toBe(isolated)
    expect(isolate(`${title}\nvenue\nירושלים`)).toBe(`${isolated}\nvenue\n\u2068ירושלים\u2069`)
    expect(isolate(isolate(title))).toBe(isolated)
  })

  test('keeps to itself in an English text that holds it, with the brackets that it opens, and without what follows', () => {
    expect(isolateWithin('M1 اجتماع, 0 entities said yes')).toBe('M1 \u2068اجتماع\u2069, 0 entities said yes')
    expect(isolateWithin(`M1 ${title} (ETCIP), 3 (of 4)`)).toBe(`M1 ${isolated} (ETCIP), 3 (of 4)`)
    expect(isolateWithin('from اب (جد) to הו')).toBe('from \u2068اب (جد)\u2069 to \u2068הו\u2069')
    expect(isolateWithin('in قاعة (4), 3 rooms, قاعة (اب 4), 3')).toBe(
      'in \u2068قاعة\u2069 (4), 3 rooms, \u2068قاعة (اب 4)\u2069, 3',
    )
    expect(isolateWithin('(see اب)')).toBe('(see \u2068اب\u2069)')
    expect(isolateWithin(title)).toBe(title)
  })

  test('is the name alone where an English sentence begins with it', () => {
    expect(isolate('ليلى حسن asks you to take their place')).toBe(
      '\u2068ليلى حسن\u2069 asks you to take their place',
    )
    expect(isolateWithin('ليلى حسن is not of your entity')).toBe('\u2068ليلى حسن\u2069 is not of your entity')
  })

  test.each(['Geneva', 'Zürich 3-5 Nov', 'Москва', '日内瓦', '😀', ''])(
    '%j has no such letter and stays as it is',
    (text) => {
      expect(isolate(text)).toBe(text)
    },
  )

  test('is read as it was typed where it is copied back', () => {
    expect(clean(`/meeting show “${isolated}”`)).toBe(`/meeting show “${title}”`)
  })
})

describe('isolates', () => {
  test('stay in a harmless text where they end, and a mark alone or one that overrides does not', () => {
    expect(harmless(`M3 ${isolated} (24 Nov)`)).toBe(`M3 ${isolated} (24 Nov)`)
    expect(harmless(`a\u2069b\u2068c\nd\u2069`)).toBe('abc\nd')
    expect(harmless('\u202eabc\u202c \u2067x\u2069 \u2066y')).toBe('abc x y')
  })

  test('end with a text that is cut, and begin anew with what comes after it', () => {
    const text = `Invitation: ${isolated}`
    expect(shorten(text, 24)).toMatch(/^Invitation: \u2068[^\u2069]+…\u2069$/)
    const [piece, rest] = takePiece(text, 24, 24)
    expect([piece.endsWith('\u2069'), rest.startsWith('\u2068')]).toEqual([true, true])
    expect(isolatesByLine(`Title: \u2068اجتماع\n  الرياض\u2069 (3)`)).toBe(
      'Title: \u2068اجتماع\u2069\n  \u2068الرياض\u2069 (3)',
    )
  })

  test('are whole in every piece, however a text is cut, and no piece is longer than asked', () => {
    const word = fc.constantFrom('Meeting ', isolated, isolate('ירושלים'), ' (24 Nov)', '\n', 'é😀')
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 5, max: 60 }), (words, most) => {
        const text = words.join('')
        const short = shorten(text, most)
        expect(isWhole(short)).toBe(true)
        expect(short.length).toBeLessThanOrEqual(most)
        const [piece, rest] = takePiece(text, most, most)
        expect([isWhole(piece), isWhole(rest)]).toEqual([true, true])
        expect(piece.length).toBeLessThanOrEqual(most)
        expect((piece + rest).replace(/[\u2068\u2069]/g, '')).toBe(text.replace(/[\u2068\u2069]/g, ''))
      }),
    )
  })
})
