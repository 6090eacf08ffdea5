import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { escapeMarkdown, inert } from '../../../../adapters/teams/render/escape.ts'

const gap = '\u200b'

describe('text as data', () => {
  test.each([
    ['a mention', '<at>Ana</at>', `<${gap}at>Ana<${gap}/at>`],
    ['a mention with an id', '<AT id="0">Ana', `<${gap}AT id="0">Ana`],
    ['a date', '{{DATE(2026-12-12T14:30:00Z, SHORT)}}', `{${gap}{DATE(2026-12-12T14:30:00Z, SHORT)}}`],
    ['a time among braces', '{{{TIME(', `{${gap}{${gap}{TIME(`],
    ['control characters and other line ends', 'a\u0000b\r\nc\u202ed', 'ab\ncd'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('holds no %s', (_, typed, wanted) => {
    expect(inert(typed)).toBe(wanted)
  })

  test.each(['@everyone <!here> <attic> {a} a<b', '*bold* _it_ [x](y)', 'محمد 👩‍👩‍👧‍👦 𠮷'])(
    'is else as it was typed: %s',
    (typed) => {
      expect(inert(typed)).toBe(typed)
    },
  )
})

describe('text in Markdown', () => {
  test.each([
    ['bold and italic', '*a* _b_ ~c~ `d`', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`'],
    ['a link', '[a](https://x.example)', '\\[a\\]\\(https://x.example\\)'],
    ['an image', '![a](b)', '\\!\\[a\\]\\(b\\)'],
    ['a heading', '# a', '\\# a'],
    ['a quote', '> a', '\\> a'],
    ['a list', '- a', '\\- a'],
    ['another list', '+ a', '\\+ a'],
    ['a numbered list', '1. a 2. b', '1\\. a 2. b'],
    ['a numbered list of another kind', ' 1) a', ' 1\\) a'],
    ['a bare address in angles', '<https://x.example>', '\\<https://x.example\\>'],
    ['an entity', '&lt; &#42; R&D & co', '\\&lt; \\&\\#42; R&D & co'],
    ['a backslash', 'a\\*b', 'a\\\\\\*b'],
    ['a date', '{{DATE(2026-12-12T14:30:00Z)}}', `{${gap}{DATE\\(2026\\-12\\-12T14:30:00Z\\)}}`],
  ])('is escaped where it would be %s', (_, typed, wanted) => {
    expect(escapeMarkdown(typed)).toBe(wanted)
  })

  it('has every mark escaped by a backslash, whatever was typed', () => {
    const unit = fc.constantFrom(...'\\*_[]()-#<>~`!{}&1.+ a\n', 'at>', 'DATE(', 'lt;', '𠮷')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (typed) => {
        const escaped = escapeMarkdown(typed)
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '·')).not.toMatch(
          /[\\*_[\]()#<>~`!-]|\{\{|&#?\w+;|^\s*(?:\+|\d+\.)/,
        )
        expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll(gap, '')).toBe(
          inert(typed).replaceAll(gap, ''),
        )
      }),
    )
  })
})
