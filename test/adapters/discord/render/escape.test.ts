import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { escapeText, escapeWithin } from '../../../../adapters/discord/render/escape.ts'
import { harmless } from '../../../../src/core/text/text.ts'
import { readMarkdown } from '../../../support/discord/rules/markdown.ts'
import { awkward } from '../../../support/messages/shownMessage.ts'
import { awkward as contractTexts } from '../../contract/awkward.ts'

describe('user text in Discord', () => {
  test.each([
    ['bold and italic', '*a* _b_ **c** __d__', '\\*a\\* \\_b\\_ \\*\\*c\\*\\* \\_\\_d\\_\\_'],
    ['struck out', '~~a~~', '\\~\\~a\\~\\~'],
    ['a spoiler', '||spoiler||', '\\|\\|spoiler\\|\\|'],
    ['code', '`a` ```b```', '\\`a\\` \\`\\`\\`b\\`\\`\\`'],
    ['a link', '[x](y)', '\\[x]\\(y)'],
    ['a bare address', 'https://x.example http://y', 'https\\://x.example http\\://y'],
    ['an address in angles', '<https://x.example>', '\\<https\\://x.example>'],
    ['an address in angles on the next line', '<\nhttps://x.example>', '\\<\nhttps\\://x.example>'],
    ['an invitation', 'discord.gg/abc', 'discord.gg\\/abc'],
    ['a mention of a user', '<@1> <@!1>', '\\<@1> \\<@!1>'],
    ['a mention of a role or a channel', '<@&1> <#1>', '\\<@&1> \\<#1>'],
    [
      'a mention of everyone',
      '@everyone @here a@everyone.example',
      '\\@everyone \\@here a\\@everyone.example',
    ],
    ['a time', '<t:1:R>', '\\<t:1:R>'],
    ['a command', '</meeting:1>', '\\</meeting:1>'],
    ['an emoji of a server', '<:a:1>', '\\<\\:a:1>'],
    ['short names of emoji', ':smile: :+1::skin-tone-2:', '\\:smile: \\:+1:\\:skin-tone-2:'],
    ['a heading', '# a', '\\# a'],
    ['a heading further below', 'a\n## b\r\n### c', 'a\n\\## b\n\\### c'],
    ['small print', '-# a', '\\-# a'],
    ['a quote', '> a\n>>> b', '\\> a\n\\>>> b'],
    ['a list', '- a\n  - b\n+ c\n* d', '\\- a\n  \\- b\n\\+ c\n\\* d'],
    ['a numbered list', '1. a\n 20. b', '1\\. a\n 20\\. b'],
    ['an escape', '\\* \\\\ \\😀 a\\', '\\\\\\* \\\\\\ \\\\😀 a\\\\'],
  ])('is escaped where it would be %s', (_, typed, wanted) => {
    expect(escapeText(typed)).toBe(wanted)
  })

  test.each([
    'Ana (chair), 14:30:00 – 50% & more!',
    'a@x.example',
    'a|b ~c a < b > c',
    'C:\\Users #1 -1 +1 1.5 a - b',
    '2026-12-12 [',
    'محمد بن عبد الله',
    '👩‍👩‍👧‍👦 𝔘𝔫𝔦 𠮷',
  ])('is left as it is where nothing is read into it: %s', (typed) => {
    expect(escapeText(typed)).toBe(typed.replace('[', '\\['))
  })

  it('does not begin a line where something stands before it', () => {
    expect(escapeWithin('- a\n- b')).toBe('- a\n\\- b')
  })

  it('has other line ends, and no half characters', () => {
    expect(escapeText('a\r\nb\u2028c\ud83d\u0000\u202e')).toBe('a\nb\nc\ufffd')
  })

  test.each([...awkward, ...Object.values(contractTexts), '<\nhttps://<@1>'])(
    'is shown as it was typed: %j',
    (typed) => {
      expect(readMarkdown(escapeText(typed))).toEqual({ text: harmless(typed), pings: [] })
    },
  )

  it('is shown as it was typed, whatever that was', () => {
    const unit = fc.constantFrom(
      ...'\\*_[]()-#<>~`!{}&1.+ a\n:@|/',
      ...['everyone', 'https://', '<t:1:F>', '<@1>', ':a:', 'discord.gg/', '](', '||', '𠮷'],
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (typed) => {
        expect(readMarkdown(escapeText(typed))).toEqual({ text: harmless(typed), pings: [] })
      }),
      { numRuns: 500 },
    )
  })
})

describe('the model of what Discord shows', () => {
  test.each([
    ['**a** `b` \\*', 'a b *', 0],
    ['### a\n- b', 'a\nb', 0],
    ['[a](<https://x.example>) <https://y.example>', 'a https://x.example https://y.example', 0],
    ['<t:1:F> (x)', ' (x)', 0],
    ['<t:1:F>', '', 1],
    ['*a* _b_ __c__ ~~d~~ ||e||', 'a b c d e', 5],
    ['# a\n> b\n1. c\n-# d', 'a\nb\nc\nd', 4],
    ['@everyone <@1> <#1> <@&1> <:a:1> :smile:', '@everyone     ', 6],
    ['https://x.example [a](https://x.example)', 'https://x.example [a](https://x.example)', 2],
    ['[\\*a](<https://x.example>)', '\\*a https://x.example', 0],
    ['**a\nb**', 'a\nb', 0],
  ])('reads %s', (markdown, text, pings) => {
    const shown = readMarkdown(markdown)
    expect(shown.text).toBe(text)
    expect(shown.pings).toHaveLength(pings)
  })
})
