import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { plainText } from '../../../../adapters/discord/render/markdown.ts'
import { type ButtonIds, bodyOf, renderPages } from '../../../../adapters/discord/render/message.ts'
import type { Page } from '../../../../adapters/discord/render/page.ts'
import {
  type Block,
  block,
  bold,
  button,
  code,
  headed,
  link,
  type Message,
  message,
  moment,
  person,
  type Rich,
  rich,
  titled,
} from '../../../../src/core/message.ts'
import { displayed, buttonsOf as shownButtons, wrongOf } from '../../../support/discord/rules/limits.ts'
import { messages } from '../../../support/messages/anyMessage.ts'
import { awkward, buttonsOf, family, squeeze, textsOf } from '../../../support/messages/shownMessage.ts'
import { awkward as contractTexts, squeezed } from '../../contract/awkward.ts'

const look: ButtonIds = { customId: ({ command }, place) => `${place}|${command}` }
const at = new Date('2026-12-12T13:30:00.250Z')

function pagesOf(made: Message): readonly Page[] {
  const pages = renderPages(made, look)
  for (const page of pages) expect(wrongOf(bodyOf(page))).toEqual([])
  return pages
}

function only(made: Message): Page {
  const [page, ...others] = pagesOf(made)
  expect(others).toEqual([])
  return page ?? { content: '', embeds: [], components: [] }
}

function description(...blocks: readonly Block[]): string | undefined {
  return only(message('S', ...blocks)).embeds[0]?.description
}

/** Rich text as the card of an answer shows it. */
function described(text: Rich): string | undefined {
  return description(block.text(text))
}

/** All that a reader sees on all pages, without the lines that number them. */
function shownBy(pages: readonly Page[]): string {
  return pages.map((page, n) => displayed(bodyOf(n === 0 ? page : { ...page, content: '' })).text).join('\n')
}

describe('rich text in Discord', () => {
  it('keeps an Arabic text together with a link and bold words in it', () => {
    const said = ['شاهد ', link('UN', 'https://x.example'), ' و ', bold('WHO'), ' هنا'] as const
    const shown = 'شاهد [UN](<https://x.example>) و **WHO** هنا'
    const text = said.flatMap((part) => (typeof part === 'string' ? rich`${part}` : [part]))
    expect(described(text)).toBe(shown)
    expect(described(rich`U1: ${text}, 3`)).toBe(`U1: \u2068${shown}\u2069, 3`)
    expect(described(rich`${'اجتماع'} and ${link('سارة', 'https://x.example')}`)).toBe(
      '\u2068اجتماع\u2069 and \u2068[سارة](<https://x.example>)\u2069',
    )
  })

  it('names each cell of a table that is wider than a line of names can be followed', () => {
    const columns = ['State', 'Open', 'Overdue', 'Followed up by']
    expect(description(block.table(columns, [['Kenya', '1', '0', '']]))).toBe(
      '- State: **Kenya** · Open: 1 · Overdue: 0 · Followed up by: –',
    )
    expect(description(block.table(columns.slice(0, 3), [['Kenya', '1', '']]))).toBe(
      '**State** · **Open** · **Overdue**\n- **Kenya** · 1 · –',
    )
  })

  it('isolates a title in Arabic within a line of English, and not where it stands alone', () => {
    const title = 'اجتماع (الرياض)'
    const isolated = `\u2068${title}\u2069`
    expect(described(rich`M3 ${title} (24 Nov)`)).toBe(`M3 ${isolated} (24 Nov)`)
    expect(described(rich`M3 ${bold(title)}`)).toBe(`M3 \u2068**${title}**\u2069`)
    expect(described(rich`M3 ${link('سارة', 'https://x.example')}`)).toBe(
      'M3 \u2068[سارة](<https://x.example>)\u2069',
    )
    expect(described([bold(title)])).toBe(`**${title}**`)
    expect(plainText(rich`M3 ${title}`)).toBe(`M3 ${isolated}`)
    expect(description(block.table(['Title', 'Day'], [[title, '24 Nov']]))).toContain(
      `- \u2068**${title}**\u2069 · 24 Nov`,
    )
  })

  test.each<[string, Rich, string]>([
    ['bold words', [bold('a*b')], '**a\\*b**'],
    ['bold words at the start of a line', [bold('# a')], '**\\# a**'],
    ['bold words of nothing', rich`a${bold(' ')}b`, 'a b'],
    ['bold words of two lines', [bold('a\nb')], '**a**\n**b**'],
    ['code', [code('*a* <@1> \\')], '`*a* <@1> \\`'],
    ['code with a backtick', [code('a`b')], '``a`b``'],
    ['code that begins and ends with one', [code('`a` ')], '`` `a`  ``'],
    ['code with many', [code('a``b')], 'a\\`\\`b'],
    ['what begins a line', rich`- a\n${'# b'}`, '\\- a\n\\# b'],
    ['what begins no line', rich`${bold('Ana')} - chair`, '**Ana** - chair'],
    ['a person', [person('Ana_', 'a@x.example')], '**Ana\\_** (a@x.example)'],
    ['a person without an address', [person('Ana', '')], '**Ana**'],
    [
      'two that are markup together',
      [code('x``'), { kind: 'text', text: ':a' }, code('``:')],
      'x\\`\\`:a\\`\\`:',
    ],
  ])('has a way to say %s', (_, text, wanted) => {
    expect(described(text)).toBe(wanted)
  })

  test.each([
    ['words', 'the minutes', 'https://x.example/a', '[the minutes](<https://x.example/a>)'],
    [
      'a hard address',
      'a',
      'https://x.example/(b) <c>?d=_e_',
      '[a](<https://x.example/%28b%29%20%3Cc%3E?d=_e_>)',
    ],
    ['itself', 'https://x.example', 'https://x.example', '<https://x.example>'],
    ['nothing', ' ', 'https://x.example', '<https://x.example>'],
    [
      'another address',
      'https://y.example',
      'https://x.example',
      'https\\://y.example (<https://x.example>)',
    ],
    ['a name of a site', 'y.example', 'https://x.example', 'y.example (<https://x.example>)'],
    ['markup', '*a*', 'https://x.example', '\\*a\\* (<https://x.example>)'],
    ['an emoji', '👍', 'https://x.example', '👍 (<https://x.example>)'],
    [
      'an address of 513',
      'a',
      `https://x.example/${'u'.repeat(495)}`,
      `a (https\\://x.example/${'u'.repeat(495)})`,
    ],
    ['e-mail', 'a', 'mailto:a@x.example', 'a (mailto:a@x.example)'],
    ['a script', 'a', 'javascript:alert(1)', 'a (javascript:alert(1))'],
    ['no address', 'a', 'https://', 'a (https\\://)'],
  ])('links %s', (_, label, url, wanted) => {
    expect(described([link(label, url)])).toBe(wanted)
  })

  it('links an address of 512', () => {
    const url = `https://x.example/${'u'.repeat(494)}`
    expect(described([link('a', url)])).toBe(`[a](<${url}>)`)
  })

  test.each([
    ['full', '<t:1797082200:F> (Sat 12 Dec 2026, 14:30 Europe/Vienna)'],
    ['day', '<t:1797082200:D> (Sat 12 Dec 2026, Europe/Vienna)'],
    ['time', '<t:1797082200:t> (14:30 Europe/Vienna)'],
  ] as const)('tells a moment by the reader’s clock and with its zone: %s', (style, wanted) => {
    expect(described([moment(at, 'Europe/Vienna', style)])).toBe(wanted)
  })

  it('is plain where Discord reads no markdown', () => {
    const text = rich`*a* ${bold('b')} ${person('Ana', 'a@x')} ${link('c', 'https://x.example')} ${moment(at, 'UTC')}`
    expect(plainText(text)).toBe('*a* b Ana (a@x) c <https://x.example> Sat 12 Dec 2026, 13:30 UTC')
  })
})

describe('a message in Discord', () => {
  it('is sent with all of its parts, and rings for nobody', () => {
    expect(bodyOf(only(message('a')))).toEqual({
      content: 'a',
      embeds: [],
      components: [],
      allowed_mentions: { parse: [] },
    })
  })

  it('has no bullets before items that begin with their numbers, and an address alone where nobody is named', () => {
    expect(description(block.list(['1. One', '2. Two']))).toMatch(/^1\\?\. One\n2\\?\. Two$/)
    expect(description(block.text([person('', 'ana@x.example')]))).toBe('ana@x.example')
  })

  it('says its blocks below its summary in their order', () => {
    const page = only(
      message(
        'Summary',
        block.heading('Heading'),
        block.text('Text\n\nmore'),
        block.list(['One', '', 'Two\nlines']),
        block.fields([
          ['When', 'now'],
          ['', 'x'],
          ['Who', ''],
        ]),
        block.table(
          ['Name', 'Since'],
          [
            ['Ana', '20\n19'],
            [[link('Ben', 'https://x.example')], ''],
          ],
        ),
        { kind: 'image', url: 'https://x.example/i.png', alt: 'A chart' },
        block.file('report_1.docx', 'application/x', 'content'),
        block.buttons(button('Go', 'help')),
      ),
    )
    expect(page.content).toBe('Summary')
    expect(page.embeds).toEqual([
      {
        description: `### Heading
Text

more

- One
- Two
  lines

**When:** now
x
**Who:** –

**Name** · **Since**
- **Ana** · 20 19
- [Ben](<https://x.example>) · –

A chart

File: report\\_1.docx`,
        color: 0x009edb,
      },
      { image: { url: 'https://x.example/i.png' } },
    ])
    expect(page.components).toEqual([
      { type: 1, components: [{ type: 2, style: 2, label: 'Go', custom_id: '0|help' }] },
    ])
  })

  it('shows fields as facts of their own, beside others where they are short', () => {
    const [embed, below] = only(
      message(
        'Summary',
        block.text('Text'),
        block.fields([
          ['When', [bold('now')]],
          ['Members', 'a'.repeat(61)],
          ['Who', ''],
        ]),
        block.text('Below'),
      ),
    ).embeds
    expect(embed).toEqual({
      description: 'Text',
      fields: [
        { name: 'When', value: '**now**', inline: true },
        { name: 'Members', value: 'a'.repeat(61), inline: false },
        { name: 'Who', value: '–', inline: true },
      ],
      color: 0x009edb,
    })
    expect(below).toEqual({ description: 'Below', color: 0x009edb })
  })

  it.each([
    ['has no label', [['', 'x']]],
    ['has several lines', [['Text', 'a\nb']]],
    ['is longer than a fact', [['Text', 'a'.repeat(1025)]]],
  ] as const)('writes a field that %s as a line of text', (_, fields) => {
    const [embed] = only(message('Summary', block.fields(fields))).embeds
    expect(embed?.fields).toBeUndefined()
    expect(embed?.description).toContain(fields[0][1])
  })

  it('keeps the facts beside a field that is too long for one', () => {
    const fields = block.fields([
      ['Called', '43'],
      ['No answer', 'a'.repeat(1025)],
      ['Left out', 'none'],
    ])
    const { embeds } = only(message('Summary', fields))
    expect(embeds.map((embed) => embed.fields?.map(({ name }) => name))).toEqual([['Called'], ['Left out']])
    expect(embeds[1]?.description).toBe(`**No answer:** ${'a'.repeat(1025)}`)
  })

  it('lays many facts on as many embeds and pages as hold them', () => {
    const fields = Array.from({ length: 60 }, (_, at) => [`Fact ${at}`, 'b'.repeat(150)] as const)
    const pages = pagesOf(message('Summary', block.fields(fields)))
    expect(pages.flatMap(({ embeds }) => embeds.flatMap((embed) => embed.fields ?? []))).toHaveLength(60)
    expect(pages.flatMap((page) => wrongOf(bodyOf(page)))).toEqual([])
  })

  it('leaves out what is blank, and says something even so', () => {
    const blank = [block.text(' \n'), block.list(['', ' ']), block.heading(' '), block.buttons()]
    const made = message(' ', ...blank, block.fields([['', ' ']]), block.table(['', ''], [[]]))
    expect(only(made)).toEqual({ content: '–', embeds: [], components: [] })
    expect(only(message('', block.text('a')))).toMatchObject({ content: '', embeds: [{ description: 'a' }] })
    expect(only(message('', block.buttons(button('a', 'help')))).content).toBe('–')
  })

  test.each([
    ['ends in a sign of one', 'C#', '**C#**'],
    ['begins with one', '#1', '**#1**'],
    ['is too long', 'a'.repeat(1997), `**${'a'.repeat(1997)}**`],
    ['is as long as may be', 'a'.repeat(1996), `### ${'a'.repeat(1996)}`],
  ])('has bold words for a heading that %s', (_, text, wanted) => {
    expect(description(block.heading(text))).toBe(wanted)
  })

  test.each([
    ['no https', 'http://x.example/i.png', '[a chart](<http://x.example/i.png>)'],
    ['no address', 'javascript:x', 'a chart (javascript:x)'],
    [
      '2049 letters',
      `https://x.example/${'a'.repeat(2031)}`,
      `a chart (https\\://x.example/${'a'.repeat(2031)})`,
    ],
  ])('says where an image is that Discord does not show: %s', (_, url, wanted) => {
    expect(description({ kind: 'image', url, alt: 'a chart' })).toBe(wanted)
  })

  it('shows an image with an address of 2048 letters', () => {
    const url = `https://x.example/${'a'.repeat(2030)}`
    expect(only(message('S', { kind: 'image', url, alt: '' })).embeds).toEqual([{ image: { url } }])
  })

  test.each([...awkward, ...Object.values(contractTexts)])(
    'says it as it was typed in every block: %j',
    (text) => {
      const places: readonly Block[] = [
        block.text(text),
        block.text([bold(text)]),
        block.text([code(text)]),
        block.text([link(text, 'https://x.example')]),
        block.text([person(text, 'ana@x.example')]),
        block.heading(text),
        block.list([text, text]),
        block.fields([[text, text]]),
        block.table([text, text], [[text, text]]),
        block.file(text, 'text/plain', ''),
        { kind: 'image', url: 'https://x.example/image.png', alt: text },
        block.buttons(button(text, 'help')),
      ]
      for (const one of places) {
        const [page] = pagesOf(message(text, one))
        const { text: seen, pings } = displayed(bodyOf(page ?? only(message(''))))
        expect(pings).toEqual([])
        expect(squeeze(seen).split(squeeze(text)).length).toBeGreaterThan(2)
        expect(squeezed(displayed(bodyOf(only(message(`(1) ${text}`)))).text)).toContain(squeezed(text))
      }
    },
  )
})

describe('buttons in Discord', () => {
  const many = (count: number) =>
    block.buttons(...Array.from({ length: count }, (_, n) => button(`b${n}`, 'help')))
  const rows = (page: Page) => page.components.map(({ components }) => components.length)

  it('look as what they are', () => {
    const made = block.buttons(
      button('a', 'x', {}, 'primary'),
      button('b', 'y', {}, 'danger'),
      button('c', 'z'),
    )
    expect(shownButtons(bodyOf(only(message('S', made)))).map(({ style }) => style)).toEqual([1, 4, 2])
  })

  test.each([
    [0, [[]]],
    [4, [[4]]],
    [5, [[5]]],
    [6, [[5, 1]]],
    [9, [[5, 4]]],
    [10, [[5, 5]]],
    [11, [[1]]],
    [25, [[1]]],
    [26, [[1, 1]]],
    [125, [[1, 1, 1, 1, 1]]],
    [126, [[1, 1, 1, 1, 1], [1]]],
  ])('come in rows of five, and as lists where there are many: %i', (count, wanted) => {
    expect(pagesOf(message('S', many(count))).map(rows)).toEqual(wanted)
  })

  it('stay beside each other in three rows, where one of them goes first', () => {
    const first = (count: number) =>
      block.buttons(
        button('Accept', 'help', {}, 'primary'),
        ...Array.from({ length: count - 1 }, (_, n) => button(`b${n}`, 'help')),
      )
    const laid = [11, 15, 16].map((count) => rows(only(message('S', first(count)))))
    expect(laid).toEqual([[5, 5, 1], [5, 5, 5], [1]])
  })

  it('are counted on each message, over all of its rows', () => {
    const pages = pagesOf(message('S', many(3), many(10), many(10), many(3)))
    expect(pages.map((page) => shownButtons(bodyOf(page)).map(({ custom_id }) => custom_id))).toEqual([
      Array.from({ length: 23 }, (_, n) => `${n}|help`),
      Array.from({ length: 3 }, (_, n) => `${n}|help`),
    ])
  })

  it('that are many are listed with what each carries, once on each list', () => {
    const page = only(message('S', many(26)))
    expect(shownButtons(bodyOf(page)).map(({ label, value }) => [label, value])).toEqual([
      ...Array.from({ length: 25 }, (_, n) => [`b${n}`, `${n}|help`]),
      ['b25', '0|help'],
    ])
  })

  test.each([
    ['79 letters', 'b'.repeat(79), undefined, 'b'.repeat(79)],
    ['80 letters', 'b'.repeat(80), undefined, 'b'.repeat(80)],
    ['81 letters', 'b'.repeat(81), `- ${'b'.repeat(81)}`, `${'b'.repeat(79)}…`],
    [
      'a family over the limit',
      `${'b'.repeat(75)}${family}`,
      `- ${'b'.repeat(75)}${family}`,
      `${'b'.repeat(75)}…`,
    ],
    ['nothing', ' ', undefined, 'help'],
    ['marks of markdown', '*b* @everyone', undefined, '*b* @everyone'],
  ])('have a label of %s', (_, label, above, wanted) => {
    const page = only(message('S', block.buttons(button(label, 'help'))))
    expect(page.embeds[0]?.description).toBe(above)
    expect(shownButtons(bodyOf(page))[0]?.['label']).toBe(wanted)
  })

  it('carry 100 characters, not one more and not nothing', () => {
    const carrying = (length: number) => () =>
      renderPages(message('S', many(1)), { customId: () => 'v'.repeat(length) })
    expect(carrying(100)).not.toThrow()
    expect(carrying(101)).toThrow('The button of “help” carries 101 characters')
    expect(carrying(0)).toThrow()
  })

  it('end a page where more follows, since they stand below everything', () => {
    const pages = pagesOf(message('What', block.text('a'), many(1), many(2), block.text('b'), many(1)))
    expect(pages.map(({ content }) => content)).toEqual(['What', '(2/2) What'])
    expect(pages.map(({ embeds }) => embeds[0]?.description)).toEqual(['a', 'b'])
    expect(pages.map(rows)).toEqual([[1, 2], [1]])
  })

  it('stay with what they followed', () => {
    const filler = Array.from({ length: 60 }, (_, n) => block.text(`${n} ${'x'.repeat(80)}`))
    const asked = [block.heading('Question'), block.text('?'), many(1)]
    for (let count = 40; count < 60; count++) {
      const last = pagesOf(message('S', ...filler.slice(0, count), ...asked)).at(-1)
      expect(last?.embeds[0]?.description).toMatch(/### Question\n\?$/)
      expect(last?.components).toHaveLength(1)
    }
  })
})

test('says when once, above its box, where a sentence and a fact tell it', () => {
  const when = rich`${moment(at, 'Europe/Paris')}, 1 h`
  const notice = message(
    rich`You said yes to M1 Plenary, ${moment(at, 'Europe/Paris')}.`,
    block.fields([
      ['When', when],
      ['Group', 'ETCIP'],
    ]),
  )
  const [page] = renderPages(headed('Meeting M1', notice), look)
  expect(page?.content).toBe(`### Meeting M1\nYou said yes to M1 Plenary.\n${described(when)}`)
  expect(page?.embeds[0]?.fields).toEqual([{ name: 'Group', value: 'ETCIP', inline: true }])
})

test('says when above its box, where a phone shows it, and once, where the facts stand for the summary', () => {
  const when = rich`${moment(at, 'Europe/Paris')}, 1 h`
  const invitation = titled(
    'You are invited: Plenary',
    message(
      rich`You are invited: Plenary, ${moment(at, 'Europe/Paris')}.`,
      block.text('Because.'),
      block.fields([
        ['When', when],
        ['Group', 'ETCIP'],
      ]),
    ),
  )
  const { content, embeds } = only(invitation)
  expect(content).toBe(`### You are invited: Plenary\n${described(when)}`)
  expect(embeds[0]?.description).toBe('Because.')
  expect(embeds[0]?.fields?.map(({ name }) => name)).toEqual(['Group'])
  // A sentence that needs its hour has it.
  const moved = message(rich`Moved to ${moment(at, 'Europe/Paris')}.`, ...invitation.blocks)
  expect(only(headed('Invitation', moved)).embeds[0]?.fields).toHaveLength(2)
})

describe('the pages of a message in Discord', () => {
  test.each([
    [0, '–', undefined],
    [1999, 'a'.repeat(1999), undefined],
    [2000, 'a'.repeat(2000), undefined],
    [2001, 'a'.repeat(1996), 'a'.repeat(5)],
  ])('have %i letters of a summary above', (length, content, rest) => {
    const page = only(message('a'.repeat(length)))
    expect(page.content).toBe(content)
    expect(page.embeds[0]?.description).toBe(rest)
  })

  test.each([
    [4095, 1],
    [4096, 1],
    [4097, 2],
  ])('have %i letters of a block below', (length, wanted) => {
    const pages = pagesOf(message('S', block.text('a'.repeat(length))))
    expect(pages).toHaveLength(wanted)
    expect(squeeze(shownBy(pages))).toBe(`S${'a'.repeat(length)}`)
  })

  test.each([
    [4095, 1],
    [4096, 1],
    [4097, 2],
  ])('have %i letters of two blocks below, with the gap between them', (length, wanted) => {
    expect(
      pagesOf(message('S', block.text('a'.repeat(length - 102)), block.text('b'.repeat(100)))),
    ).toHaveLength(wanted)
  })

  test.each([
    [8, [9]],
    [9, [10]],
    [10, [10, 1]],
  ])('have at most ten embeds: %i images', (count, wanted) => {
    const images = Array.from(
      { length: count },
      (): Block => ({ kind: 'image', url: 'https://x.example/i', alt: '' }),
    )
    expect(pagesOf(message('S', block.text('a'), ...images)).map(({ embeds }) => embeds.length)).toEqual(
      wanted,
    )
  })

  test.each([
    ['words', 'word '.repeat(5000)],
    ['one word', 'a'.repeat(15_000)],
    ['families', family.repeat(1000)],
    ['characters of four bytes', '𠮷'.repeat(6000)],
    ['stars', '*'.repeat(8000)],
    ['backslashes', '\\'.repeat(8000)],
    ['short names', ':smile:'.repeat(1500)],
    ['backticks', '`'.repeat(6000)],
    ['times', '<t:1:R> '.repeat(1500)],
    ['other scripts', 'محمد بن '.repeat(1500)],
    ['lines', '- line\r\n'.repeat(1500)],
    ['one letter under marks', `a${'\u0301'.repeat(9000)}`],
  ])('lose nothing of a long text and tear no character: %s', (_, text) => {
    const spans: readonly Rich[] = [
      rich`${text}`,
      [bold(text)],
      rich`${text} ${moment(at, 'UTC')} ${code(text)}`,
    ]
    for (const part of spans) {
      const pages = pagesOf(message('S', block.text(part)))
      expect(pages.length).toBeGreaterThan(1)
      expect(squeeze(shownBy(pages))).toContain(squeeze(text))
      expect(pages.flatMap((page) => displayed(bodyOf(page)).pings)).toEqual([])
    }
  })

  it('tear no link and no time', () => {
    const url = `https://x.example/${'u'.repeat(300)}`
    for (let length = 1600; length < 2050; length += 7) {
      const made = message(rich`${'a'.repeat(length)} ${link('b', url)} ${moment(at, 'UTC', 'time')}.`)
      const text = shownBy(pagesOf(made))
      expect(squeeze(text)).toBe(`${'a'.repeat(length)}b${url}(13:30UTC).`)
    }
  })

  it('have a number and what they are about', () => {
    const about = `*What* ${'w'.repeat(200)}`
    const pages = pagesOf(message(about, block.text('word '.repeat(2000))))
    expect(pages.slice(1).map(({ content }) => content)).toEqual(
      pages.slice(1).map((_, n) => `(${n + 2}/${pages.length}) \\*What\\* ${'w'.repeat(142)}…`),
    )
  })

  it('join two bold words of which one runs from the right', () => {
    const cell: Rich = [
      { kind: 'bold', text: 'Ⰰ𐠀' },
      { kind: 'bold', text: 'word' },
    ]
    const made = message('', { kind: 'table', columns: [], rows: [[cell]] })
    expect(squeeze(shownBy(pagesOf(made)))).toContain('Ⰰ𐠀word')
  })

  it('obey every limit and lose nothing, whatever the message', () => {
    fc.assert(
      fc.property(messages, (made) => {
        const numbers = new Map(buttonsOf(made).map((one, n) => [one, `${n}`]))
        const pages = renderPages(made, {
          customId: (one, place) => `${place}|${numbers.get(one) ?? '?'}`,
        })
        for (const page of pages) expect(wrongOf(bodyOf(page))).toEqual([])
        const shown = squeeze(shownBy(pages))
        for (const text of textsOf(made)) expect(shown).toContain(squeeze(text))
        expect(pages.flatMap((page) => displayed(bodyOf(page)).pings)).toEqual([])
        const pressed = pages
          .flatMap((page) => shownButtons(bodyOf(page)))
          .map((one) => String(one['value'] ?? one['custom_id']).split('|')[1])
        expect(pressed).toEqual([...numbers.values()])
      }),
      { numRuns: 15 },
    )
  })
})
