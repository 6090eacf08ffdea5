import type { KnownBlock } from '@slack/web-api'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { fallback, renderBlocks, renderPages } from '../../../../adapters/slack/render/message.ts'
import {
  type Button,
  block,
  bold,
  button,
  code,
  link,
  type Message,
  message,
  moment,
  person,
  type Rich,
  rich,
} from '../../../../src/core/message.ts'
import { messages } from '../../../support/messages/anyMessage.ts'
import { awkward, buttonsOf, family, squeeze, textsOf } from '../../../support/messages/shownMessage.ts'
import { slackTexts, violations } from '../../../support/slack/limits.ts'

const look = { buttonValue: ({ command }: Button) => command }

function only(made: Message): readonly KnownBlock[] {
  const pages = renderPages(made, look)
  expect(pages).toHaveLength(1)
  expect(violations(pages[0]?.blocks ?? [])).toEqual([])
  return pages[0]?.blocks ?? []
}

/** The elements of the first paragraph of a message of one text. */
function elements(text: Rich | string): unknown {
  const [first] = only(message(text))
  const section = first?.type === 'rich_text' ? first.elements[0] : undefined
  return section?.elements
}

function types(blocks: readonly KnownBlock[]): string[] {
  return blocks.map(({ type }) => type)
}

describe('a text in Slack', () => {
  test.each(awkward)('stays as it was typed: %j', (text) => {
    expect(elements(text)).toEqual([{ type: 'text', text }])
    expect(elements([bold(text)])).toEqual([{ type: 'text', text, style: { bold: true } }])
    expect(elements([code(text)])).toEqual([{ type: 'text', text, style: { code: true } }])
    expect(elements([link(text, 'https://x.example')])).toEqual([
      { type: 'link', url: 'https://x.example', text },
    ])
  })

  test.each([
    ['line ends of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['control characters', 'a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['overrides of direction', 'a\u202eb\u2066c', 'abc'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('has no %s', (_, text, wanted) => {
    expect(elements(text)).toEqual([{ type: 'text', text: wanted }])
  })

  it('isolates a title in Arabic within a line of English, and not where it stands alone', () => {
    const title = 'اجتماع (الرياض)'
    const isolated = `\u2068${title}\u2069`
    const line = rich`${bold('M3')} ${title} (24 Nov) ${link(title, 'https://x.example')}`
    expect(elements(line)).toEqual([
      { type: 'text', text: 'M3', style: { bold: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: isolated },
      { type: 'text', text: ' (24 Nov) ' },
      { type: 'link', url: 'https://x.example', text: isolated },
    ])
    expect(elements(title)).toEqual([{ type: 'text', text: title }])
    expect(fallback(message(rich`M3 ${title} (24 Nov)`))).toBe(`M3 ${isolated} (24 Nov)`)
    expect(fallback(message('S', block.fields([['Title', title]])))).toBe(`S\nTitle: ${isolated}`)
    expect(JSON.stringify(only(message('S', block.fields([['Title', title]]))))).toContain(isolated)
  })

  it('keeps an Arabic text together with a link in it', () => {
    const text = [...rich`شاهد `, link('UN', 'https://x.example'), ...rich` هنا`]
    expect(elements(text)).toMatchObject([{ text: 'شاهد ' }, { text: 'UN' }, { text: ' هنا' }])
    expect(elements(rich`U1: ${text}, 3`)).toMatchObject([
      { text: 'U1: ' },
      { text: '\u2068شاهد ' },
      { type: 'link', text: 'UN' },
      { text: ' هنا\u2069' },
      { text: ', 3' },
    ])
  })

  it('keeps a name in Arabic bold in a fact of several', () => {
    const [, facts] = only(
      message(
        'S',
        block.fields([
          ['Chair', [person('سارة', 'a@x.example')]],
          ['B', 'c'],
        ]),
      ),
    )
    expect(facts).toMatchObject({
      type: 'rich_text',
      elements: [{ elements: [{}, {}, { text: '\u2068سارة\u2069', style: { bold: true } }, {}, {}, {}] }],
    })
  })

  it('has no empty elements', () => {
    expect(elements([...rich`a`, bold(''), code('')])).toEqual([{ type: 'text', text: 'a' }])
  })

  test.each([
    'javascript:alert(1)',
    'ftp://x.example',
    'https://x example',
    'slack://x',
    '#',
    'data:text/html,x',
  ])('makes no link of %s', (url) => {
    expect(elements([link('label', url)])).toEqual([{ type: 'text', text: `label <${url}>` }])
  })

  it('shows the real address beside words that look like another', () => {
    expect(elements([link('un.org', 'https://evil.example/x')])).toEqual([
      { type: 'text', text: 'un.org (' },
      { type: 'link', url: 'https://evil.example/x', text: 'https://evil.example/x' },
      { type: 'text', text: ')' },
    ])
  })

  it('shows the address of a link without a label', () => {
    const url = 'https://x.example/a'
    expect(elements([link(' ', url)])).toEqual([{ type: 'link', url, text: url }])
  })

  it('shows the beginning of a long address that stands for itself, and leads to all of it', () => {
    const url = `https://teams.example/l/meetup-join/${'a'.repeat(80)}`
    expect(elements([link(url, url)])).toEqual([
      { type: 'link', url, text: 'https://teams.example/l/meetup-join/…' },
    ])
    expect(fallback(message(rich`${link(url, url)}`))).toContain(url)
  })

  it('names a person without ringing for them', () => {
    expect(elements([person('<@U1> @ana', 'a@x.example')])).toEqual([
      { type: 'text', text: '<@U1> @ana', style: { bold: true } },
      { type: 'text', text: ' <' },
      { type: 'link', url: 'mailto:a@x.example', text: 'a@x.example' },
      { type: 'text', text: '>' },
    ])
    expect(elements([person('Ana', '')])).toEqual([{ type: 'text', text: 'Ana', style: { bold: true } }])
  })

  test.each([
    ['full', '{date_short_pretty} at {time}', 'Sat 12 Dec 2026, 14:30 Europe/Vienna'],
    ['day', '{date_short_pretty}', 'Sat 12 Dec 2026, Europe/Vienna'],
    ['time', '{time}', '14:30 Europe/Vienna'],
  ] as const)("tells a moment by the reader's clock and by its zone: %s", (style, format, explicit) => {
    const at = moment(new Date('2026-12-12T13:30:00Z'), 'Europe/Vienna', style)
    expect(elements([at])).toEqual([
      { type: 'date', timestamp: 1797082200, format, fallback: explicit },
      { type: 'text', text: ` (${explicit})` },
    ])
    expect(fallback(message([at]))).toBe(explicit)
  })

  it('says something even where there is nothing to say', () => {
    for (const nothing of [message(''), message('', block.text('\n'), block.list([]), block.buttons())]) {
      only(nothing)
      expect(renderPages(nothing, look)[0]?.text).toBe('–')
    }
  })
})

describe('the blocks of a message in Slack', () => {
  it('come in their order after the summary', () => {
    const blocks = only(
      message(
        'Summary',
        block.heading('Heading'),
        block.text('Text'),
        block.list(['One', 'Two']),
        block.fields([['Label', 'value']]),
        block.table(['Name'], [['Ana']]),
        { kind: 'image', url: 'https://x.example/i.png', alt: 'A chart' },
        block.file('report.docx', 'application/x', 'content'),
        block.buttons(button('Go', 'help', {}, 'primary')),
      ),
    )
    expect(types(blocks)).toEqual([
      'rich_text',
      'header',
      'rich_text',
      'rich_text',
      'rich_text',
      'table',
      'image',
      'rich_text',
      'actions',
    ])
    expect(slackTexts(blocks).join('|')).toBe(
      'Summary|Heading|Text|One|Two|Label:| |value|Name|Ana|A chart|File: report.docx|Go',
    )
    expect(JSON.stringify(blocks)).not.toContain('content')
    expect(blocks.at(-1)).toEqual({
      type: 'actions',
      block_id: 'buttons:1',
      elements: [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'Go', emoji: false },
          action_id: 'do:1',
          value: 'help',
          style: 'primary',
        },
      ],
    })
  })

  it('leaves out what is blank', () => {
    const blank = [block.text(' \n'), block.list(['', ' ']), block.heading(' '), block.buttons()]
    expect(only(message('x', ...blank))).toHaveLength(1)
  })

  it('shows short fields beside each other, and long ones or such with signs of markup as text of the same look', () => {
    const made = block.fields([
      ['Group', 'ETCIP & <b>'],
      ['Kind', [bold('regular')]],
      ['Members', 'a'.repeat(81)],
      ['Place', '*Room* 5'],
      ['Title', '> quoted'],
      ['Link', [link('https://x.example/a?b&c', 'https://x.example/a?b&c')]],
    ])
    const [, facts, ...others] = only(message('x', made))
    expect(facts).toEqual({
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: '*Group*\nETCIP &amp; &lt;b&gt;', verbatim: true },
        { type: 'mrkdwn', text: '*Kind*\n*regular*', verbatim: true },
      ],
    })
    expect(types(others)).toEqual(['rich_text', 'rich_text', 'rich_text', 'section'])
    expect(slackTexts(others).join('')).toContain('Place\n*Room* 5')
    expect(others.at(-1)).toEqual({
      type: 'section',
      fields: [
        {
          type: 'mrkdwn',
          text: '*Link*\n<https://x.example/a?b&amp;c|https://x.example/a?b&amp;c>',
          verbatim: true,
        },
      ],
    })
    expect(types(only(message('x', block.fields([['Alone', 'x']]))))).toEqual(['rich_text', 'rich_text'])
    const hours = block.fields([
      ['Hours', '09:00-18:00'],
      ['Days', 'Mon-Fri'],
    ])
    expect(types(only(message('x', hours)))).toEqual(['rich_text', 'section'])
  })

  it('has no bullets before items that begin with their numbers', () => {
    const numbered = ['1. One', '2. Two']
    expect(JSON.stringify(only(message('x', block.list(numbered))))).not.toContain('bullet')
    expect(fallback(message('x', block.list(numbered)))).toBe('x\n1. One\n2. Two')
    for (const items of [['2. Two', '1. One'], ['1. One', 'Two'], ['']])
      expect(fallback(message('x', block.list([...items, 'y'])))).toContain('• y')
  })

  it('names an address alone where no name stands before it', () => {
    const [, line] = only(message('x', block.fields([['E-mail', [person('', 'ana@x.example')]]])))
    expect(slackTexts(line ? [line] : []).join('')).toBe('E-mail: ana@x.example')
    expect(JSON.stringify(line)).toContain('mailto:ana@x.example')
  })

  test.each([
    [80, 'section'],
    [81, 'rich_text'],
    [2001, 'rich_text'],
  ])('shows fields whose labels have %i characters in a %s', (length, type) => {
    const label = 'l'.repeat(length)
    const blocks = only(
      message(
        'x',
        block.fields([
          [label, 'a'],
          ['Kind', 'b'],
        ]),
      ),
    )
    expect(types(blocks)[1]).toBe(type)
    expect(slackTexts(blocks).join('')).toContain(label)
  })

  it('has no Markdown for what could be read as such', () => {
    const all = awkward.map((text) => block.fields([[text, text]]))
    const pages = renderPages(message('x', ...all, ...awkward.map((text) => block.heading(text))), look)
    expect(JSON.stringify(pages)).not.toContain('mrkdwn')
  })

  it('names the card in the ids of its buttons', () => {
    const rows = [block.buttons(button('a', 'help')), block.buttons(button('b', 'help'))]
    const blocks = only({ ...message('x', ...rows), card: 'meeting:12' })
    expect(blocks.slice(1).map((one) => one.block_id)).toEqual(['card:meeting:12:1', 'card:meeting:12:2'])
  })

  test.each([
    [150, 'header'],
    [151, 'rich_text'],
  ])('makes a heading of %i characters a %s', (length, type) => {
    const text = 'h'.repeat(length)
    const blocks = only(message('x', block.heading(text)))
    expect(blocks[1]?.type).toBe(type)
    expect(slackTexts(blocks)).toContain(text)
  })

  test.each(['A &amp; B', '<!here>'])(
    'writes a heading that plain text might turn into something as text: %s',
    (text) => {
      const blocks = only(message('x', block.heading(text)))
      expect(types(blocks)).toEqual(['rich_text', 'rich_text'])
      expect(slackTexts(blocks)).toContain(text)
    },
  )

  test.each([
    ['https', 'https://x.example/i.png', 'alt', 'image'],
    ['http', 'http://x.example/i.png', 'alt', 'rich_text'],
    ['no address', 'javascript:x', 'alt', 'rich_text'],
    ['an address at the limit', `https://x.example/${'a'.repeat(2982)}`, 'alt', 'image'],
    ['an address past the limit', `https://x.example/${'a'.repeat(2983)}`, 'alt', 'rich_text'],
    ['words at the limit', 'https://x.example/i.png', 'a'.repeat(2000), 'image'],
    ['words past the limit', 'https://x.example/i.png', 'a'.repeat(2001), 'rich_text'],
  ])('shows an image where Slack can: %s', (_, url, alt, type) => {
    const blocks = renderPages(message('x', { kind: 'image', url, alt }), look).flatMap((page) => page.blocks)
    expect(violations(blocks)).toEqual([])
    expect(blocks[1]?.type).toBe(type)
    const text = JSON.stringify(blocks) + slackTexts(blocks).join('')
    expect(text).toContain(alt)
    expect(text).toContain(url)
  })
})

describe('buttons in Slack', () => {
  test.each([
    ['75 letters', 'b'.repeat(75), 'b'.repeat(75), 1],
    ['76 letters', 'b'.repeat(76), `${'b'.repeat(74)}…`, 2],
    ['a family at the limit', 'b'.repeat(64) + family, 'b'.repeat(64) + family, 1],
    ['a family over the limit', 'b'.repeat(65) + family, `${'b'.repeat(65)}…`, 2],
  ])('have a label of %s', (_, label, shown, blocks) => {
    const made = only(message('x', block.buttons(button(label, 'help'))))
    expect(made).toHaveLength(1 + blocks)
    expect(slackTexts(made.at(-1))).toEqual([shown])
    expect(slackTexts(made.slice(1))).toContain(label)
  })

  test.each([
    [25, [25]],
    [26, [25, 1]],
    [60, [25, 25, 10]],
  ])('come in rows of at most 25: %i', (count, rows) => {
    const many = Array.from({ length: count }, (_, at) => button(`${at}`, 'help'))
    const actions = only(message('x', block.buttons(...many))).slice(1)
    expect(actions.map((one) => (one.type === 'actions' ? one.elements.length : 0))).toEqual(rows)
  })

  it('have a label in any case', () => {
    expect(slackTexts(only(message('x', block.buttons(button(' ', 'meeting list')))))).toContain(
      'meeting list',
    )
  })

  it('carry 2000 characters and not one more', () => {
    const made = message('x', block.buttons(button('b', 'help')))
    const carrying = (length: number) => renderPages(made, { buttonValue: () => 'v'.repeat(length) })
    expect(violations(carrying(2000)[0]?.blocks ?? [])).toEqual([])
    expect(() => carrying(2001)).toThrow('The button of “help” carries 2001 characters')
  })

  it('stay with what they followed', () => {
    const filler = Array.from({ length: 48 }, (_, at) => block.text(`${at}`))
    const made = message(
      'S',
      ...filler,
      block.heading('Question'),
      block.text('?'),
      block.buttons(button('b', 'help')),
    )
    const [first, second] = renderPages(made, look)
    expect(first?.blocks).toHaveLength(49)
    expect(slackTexts(second?.blocks)).toEqual(['(2/2) S', 'Question', '?', 'b'])
  })
})

it('buttons of one label are read aloud with what each is about', () => {
  const answers = ['M2', 'M3'].map((meeting) =>
    block.buttons(
      button('Yes', 'meeting rsvp', { meeting, answer: 'yes' }),
      button(`Show ${meeting}`, 'meeting show'),
    ),
  )
  const aloud = only(message('x', ...answers)).flatMap((one) =>
    one.type === 'actions'
      ? one.elements.map((button) =>
          'accessibility_label' in button ? button.accessibility_label : undefined,
        )
      : [],
  )
  expect(aloud).toEqual(['Yes, M2', undefined, 'Yes, M3', undefined])
})

describe('tables in Slack', () => {
  const table = (rows: number, columns: number, cell = 'c') =>
    block.table(
      Array.from({ length: columns }, (_, at) => `h${at}`),
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)),
    )
  const sizes = (made: Message) =>
    renderPages(made, look).map(({ blocks }) => {
      expect(violations(blocks)).toEqual([])
      return blocks.flatMap((one) => (one.type === 'table' ? [one.rows.length] : []))
    })

  test.each([
    [0, [[1]]],
    [99, [[100]]],
    [100, [[100], [2]]],
    [200, [[100], [100], [3]]],
  ])('have at most 100 rows, headings among them: %i', (rows, wanted) => {
    expect(sizes(message('x', table(rows, 2)))).toEqual(wanted)
  })

  test.each([
    [20, 'table'],
    [21, 'rich_text'],
  ])('of %i columns are a %s', (columns, type) => {
    const blocks = only(message('x', table(2, columns)))
    expect(blocks[1]?.type).toBe(type)
    expect(slackTexts(blocks).filter((text) => text === 'c')).toHaveLength(2 * columns)
  })

  it('are one to a message', () => {
    expect(sizes(message('x', table(1, 1), block.text('between'), table(1, 1)))).toEqual([[2], [2]])
  })

  it('are parted by their text, with the headings over each part', () => {
    expect(sizes(message('x', table(30, 1, 'c'.repeat(1000))))).toHaveLength(6)
  })

  it('are a list where a row is a page of its own', () => {
    const cell = 'word '.repeat(1000)
    const pages = renderPages(message('x', table(1, 2, cell)), look)
    expect(pages.flatMap(({ blocks }) => violations(blocks))).toEqual([])
    expect(pages.flatMap(({ blocks }) => types(blocks))).not.toContain('table')
  })

  it('have a dash where a cell would be empty, and rows of one length', () => {
    const blocks = only(message('x', block.table(['a', 'b', ''], [['', '\n'], ['1', '2', '3', '4'], []])))
    const [shown] = blocks.filter((one) => one.type === 'table')
    expect(shown?.rows.map((row) => slackTexts(row).join(' '))).toEqual([
      'a b – –',
      '– – – –',
      '1 2 3 4',
      '– – – –',
    ])
  })

  it('are a list in a view, which has none', () => {
    const made = message(
      'x',
      block.table(
        ['Name', 'Since'],
        [
          ['Ana', ''],
          ['<@U1>', '2019'],
        ],
      ),
    )
    const blocks = renderBlocks(made, look)
    expect(violations(blocks, 'view')).toEqual([])
    expect(slackTexts(blocks).join('')).toBe('xName: Ana · Since: –Name: <@U1> · Since: 2019')
  })
})

describe('the pages of a message in Slack', () => {
  test.each([
    [50, 1],
    [51, 2],
    [99, 2],
    [100, 3],
  ])('hold at most 50 blocks: %i', (count, wanted) => {
    const made = message('S', ...Array.from({ length: count - 1 }, (_, at) => block.text(`${at}`)))
    const pages = renderPages(made, look)
    expect(pages.flatMap(({ blocks }) => violations(blocks))).toEqual([])
    expect(pages).toHaveLength(wanted)
    expect(pages.slice(1).map(({ blocks }) => slackTexts(blocks)[0])).toEqual(
      Array.from({ length: wanted - 1 }, (_, at) => `(${at + 2}/${wanted}) S`),
    )
  })

  test.each([
    ['3000 letters', 'a'.repeat(3000), [3000]],
    ['3001 letters', 'a'.repeat(3001), [3000, 1]],
    ['words', 'word '.repeat(601), [3000, 5]],
    ['a word at the limit', `${'a'.repeat(2900)} ${'b'.repeat(200)}`, [2901, 200]],
    ['lines', `${'a '.repeat(1000)}\n${'b '.repeat(1000)}`, [2001, 2000]],
    ['a family at the limit', 'a'.repeat(3000 - family.length) + family, [3000]],
    ['a family over the limit', 'a'.repeat(2995) + family, [2995, family.length]],
    ['characters of four bytes', `a${'𠮷'.repeat(1500)}`, [2999, 2]],
    ['one letter under 4000 marks', `a${'\u0301'.repeat(4000)}`, [3000, 1001]],
    ['one letter under marks of four bytes', `a${'\u{e0100}'.repeat(2000)}`, [2999, 1002]],
  ])('have texts of at most 3000 characters: %s', (_, text, wanted) => {
    const blocks = only(message(text))
    expect(slackTexts(blocks).map((piece) => piece.length)).toEqual(wanted)
    expect(slackTexts(blocks).join('')).toBe(text)
  })

  test.each([
    [9000, 1],
    [9001, 2],
  ])('have at most 9000 characters: %i', (length, wanted) => {
    const text = 'a'.repeat(length)
    const pages = renderPages(message(text), look)
    expect(pages.flatMap(({ blocks }) => violations(blocks))).toEqual([])
    expect(pages).toHaveLength(wanted)
  })

  it('part a list between its items', () => {
    const blocks = only(message('x', block.list(Array.from({ length: 5 }, () => 'i'.repeat(1000)))))
    expect(blocks.slice(1).map((one) => slackTexts(one).length)).toEqual([3, 2])
  })

  it('count what stands in a list to choose from', () => {
    const choices = Array.from({ length: 20 }, (_, at) => button(`${at} ${'word '.repeat(13)}`, 'help'))
    const pages = renderPages(
      message(
        'a'.repeat(2900),
        block.text('b'.repeat(2900)),
        block.text('c'.repeat(2900)),
        block.choices(choices),
      ),
      look,
    )

    for (const { blocks } of pages) expect(violations(blocks)).toEqual([])
    expect(pages).toHaveLength(2)
  })

  it('obey every limit and lose nothing, whatever the message', () => {
    fc.assert(
      fc.property(messages, (made) => {
        const numbers = new Map(buttonsOf(made).map((one, at) => [one, `${at}`]))
        const carrying = { buttonValue: (one: Button) => numbers.get(one) ?? 'unknown' }
        const pages = renderPages(made, carrying)
        const shown = pages.flatMap(({ blocks }, at) => (at === 0 ? blocks : blocks.slice(1)))

        for (const { blocks, text } of pages) {
          expect(violations(blocks)).toEqual([])
          expect(text.length).toBeGreaterThan(0)
          expect(text.length).toBeLessThan(4000)
          expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/)
        }
        for (const blocks of [shown, renderBlocks(made, carrying)]) {
          const words = squeeze(slackTexts(blocks).join(''))
          for (const text of textsOf(made)) expect(words).toContain(squeeze(text))
          expect(valuesOf(blocks)).toEqual([...numbers.values()])
        }
        for (let at = 0; at < renderBlocks(made, carrying).length; at += 100)
          expect(violations(renderBlocks(made, carrying).slice(at, at + 100), 'view')).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

describe('the text beside the blocks', () => {
  it('tells the whole message without markup', () => {
    const at = moment(new Date('2026-12-12T13:30:00Z'), 'Europe/Vienna')
    const made = message(
      rich`Hi ${person('Ana', 'a@x.example')}, ${link('site', 'https://x.example')} <!here>`,
      block.heading('When'),
      block.list([rich`${at}`, '*two* &amp;']),
      block.fields([['Where', 'Room & hall']]),
      block.table(['Name', 'Since'], [['Ana', '2019']]),
      block.buttons(button('Yes', 'help'), button('No', 'help')),
    )
    expect(fallback(made).split('\n')).toEqual([
      'Hi Ana &lt;a@x.example&gt;, site &lt;https://x.example&gt; &lt;!here&gt;',
      'When',
      '• Sat 12 Dec 2026, 14:30 Europe/Vienna',
      '• *two* &amp;amp;',
      'Where: Room &amp; hall',
      'Name | Since',
      'Ana | 2019',
      '[Yes] [No]',
    ])
    expect(renderPages(made, look)[0]?.text).toBe(fallback(made))
  })

  it('has 3999 characters and not one more', () => {
    expect(fallback(message('a'.repeat(3999)))).toBe('a'.repeat(3999))
    expect(fallback(message('a'.repeat(4000)))).toMatch(/^a{3900,3990}…$/)
  })

  it('ends in how many lines there are more', () => {
    const lines = Array.from({ length: 100 }, () => '&'.repeat(10) + 'x'.repeat(49))
    const text = fallback(message('S', block.list(lines)))
    const kept = text.split('\n')
    expect(text.length).toBeLessThan(4000)
    expect(kept.length).toBeGreaterThan(30)
    expect(kept.at(-1)).toBe(`… and ${101 - (kept.length - 1)} more lines`)
    expect(kept.at(-2)).toBe(`• ${'&amp;'.repeat(10)}${'x'.repeat(49)}`)
  })

  it('is cut in no character and in no entity', () => {
    for (const text of [`a${family.repeat(900)}`, '&'.repeat(3500), '<'.repeat(9000)])
      expect(fallback(message(text))).toMatch(new RegExp(`^(?:a?(?:${family})+|(?:&amp;)+|(?:&lt;)+)…`))
  })
})

function valuesOf(blocks: readonly KnownBlock[]): string[] {
  const all = blocks.flatMap((one) => (one.type === 'actions' ? one.elements : []))
  return all.flatMap((one) => {
    if (one.type === 'static_select') return (one.options ?? []).map(({ value }) => value ?? '')
    return one.type === 'button' ? [one.value ?? ''] : []
  })
}
