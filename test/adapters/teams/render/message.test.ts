import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { outgoing, type RenderOptions, renderPages } from '../../../../adapters/teams/render/message.ts'
import { array, type Json, object } from '../../../../src/core/json.ts'
import {
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
import { actionsOf, cardTexts, violations } from '../../../support/teams/far/limits.ts'

const options: RenderOptions = { carry: ({ command }) => command, operation: 'op1' }
const at = new Date('2026-12-12T13:30:00.250Z')

function cards(made: Message, given: RenderOptions = options): readonly Json[] {
  return renderPages(made, given).map((page) => {
    expect(page.text).toBeUndefined()
    expect(violations(object(page.card))).toEqual([])
    return object(page.card)
  })
}

function only(made: Message, given: RenderOptions = options): Json {
  const all = cards(made, given)
  expect(all).toHaveLength(1)
  return all[0] ?? {}
}

/** The elements after the summary of a card of one page. */
function body(...blocks: Message['blocks']): readonly Json[] {
  return array(only(message('S', ...blocks))['body'])
    .slice(1)
    .map(object)
}

function types(elements: readonly Json[]): unknown[] {
  return elements.map(({ type }) => type)
}

/** The runs of a text. */
function runs(text: Rich): unknown {
  return body(block.text(text))[0]?.['inlines']
}

describe('a message in Teams', () => {
  it('is plain text where it has only words and people', () => {
    const [page, ...others] = renderPages(message(rich`Hi *${person('Ana', 'a@x.example')}*`), options)

    expect(others).toEqual([])
    expect(page).toEqual({ summary: 'Hi *Ana <a@x.example>*', text: 'Hi *Ana <a@x.example>*' })
    expect(page && outgoing(page)).toEqual({
      type: 'message',
      text: 'Hi *Ana <a@x.example>*',
      textFormat: 'plain',
      summary: 'Hi *Ana <a@x.example>*',
    })
  })

  it('isolates a title in Arabic within a line of English, and not where it stands alone', () => {
    const title = 'اجتماع (الرياض)'
    const isolated = `\u2068${title}\u2069`
    expect(runs(rich`M3 ${title} (24 Nov)`)).toEqual([
      { type: 'TextRun', text: 'M3 ' },
      { type: 'TextRun', text: isolated },
      { type: 'TextRun', text: ' (24 Nov)' },
    ])
    expect(runs([{ kind: 'text', text: title }])).toEqual([{ type: 'TextRun', text: title }])
    expect(body(block.text(rich`${bold('سارة')} at ${moment(at, 'Europe/Paris')}`))[0]?.['text']).toMatch(
      /^\u2068\*\*سارة\*\*\u2069 at /,
    )
    const [page] = renderPages(message(rich`M3 ${title} (24 Nov)`, block.text('x')), options)
    expect(page?.summary).toBe(`M3 ${isolated} (24 Nov)`)
  })

  test.each([
    ['has blocks', message('x', block.text('y'))],
    ['has bold words', message([bold('x')])],
    ['has a link', message([link('x', 'https://x.example')])],
    ['has a moment', message([moment(at, 'Europe/Vienna')])],
    ['is a shared one', { ...message('x'), card: 'meeting:12' }],
  ])('is a card where it %s', (_, made) => {
    const [page] = renderPages(made, options)

    expect(only(made)).toMatchObject({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
    })
    expect(page && outgoing(page)).toEqual({
      type: 'message',
      summary: page?.summary,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: page?.card }],
    })
  })

  it('says all of itself once more for a client that cannot show it', () => {
    const made = message(
      rich`At ${moment(at, 'Europe/Vienna')}: *a* ${link('minutes', 'https://x.example/(a)')}`,
      block.heading('1. Points'),
      block.text([link('https://x.example', 'https://x.example'), person('Ana', 'ana@x.example')]),
      block.list(['one', 'two']),
      block.fields([
        ['Where', '{{TIME(x)}}'],
        ['When', rich`${moment(at, 'America/New_York')}`],
        ['Link', rich`${link('https://x.example/a_b', 'https://x.example/a_b')}`],
      ]),
      block.table(['Name', 'Since'], [['Ana', '2019']]),
      { kind: 'image', url: 'https://x.example/i.png', alt: 'A chart' },
      block.buttons({ label: 'Go', command: 'meeting list', values: {} }),
    )
    expect(String(only(made)['fallbackText']).split('\n')).toEqual([
      'At Sat 12 Dec 2026, 14:30 Europe/Vienna: *a* minutes <https://x.example/%28a%29>',
      '1. Points',
      'https://x.exampleAna <ana@x.example>',
      '• one',
      '• two',
      'Where: {\u200b{TIME(x)}}',
      'When: Sat 12 Dec 2026, 08:30 America/New_York',
      'Link: https://x.example/a_b',
      '• Name · Since',
      '• Name: Ana · Since: 2019',
      'A chart <https://x.example/i.png>',
      '[Go]',
    ])
  })

  it('tells a notification one line, with the zone of every moment', () => {
    const [page] = renderPages(message(rich`At ${moment(at, 'Europe/Vienna')}\nin <at>Wien</at>`), options)
    expect(page?.summary).toBe('At Sat 12 Dec 2026, 14:30 Europe/Vienna in <\u200bat>Wien<\u200b/at>')
  })

  it('tells a notification what the first block says where there is no summary', () => {
    const made = message('', block.text('\n'), block.list(['', 'First']))
    expect(renderPages(made, options)[0]?.summary).toBe('First')
  })

  test.each([
    ['letters', 'a'.repeat(301), `${'a'.repeat(299)}…`],
    ['letters at the limit', 'a'.repeat(300), 'a'.repeat(300)],
    ['families', `${'a'.repeat(290)}${family}`, `${'a'.repeat(290)}…`],
  ])('tells a notification at most 300 characters: %s', (_, text, wanted) => {
    expect(renderPages(message(text), options)[0]?.summary).toBe(wanted)
  })

  it('says something even where there is nothing to say', () => {
    expect(renderPages(message(' '), options)).toEqual([{ summary: '–', text: '–' }])
    for (const nothing of [
      message('', block.text('\n'), block.list([]), block.buttons()),
      message([bold('')]),
    ])
      expect(cardTexts(only(nothing))).toEqual(['–'])
  })
})

describe('a text in Teams', () => {
  test.each(awkward)('stays as it was typed: %j', (text) => {
    const shown = cardTexts(
      only(message('', block.text(text), block.text([code(text)]), block.heading(text))),
    )
    expect(squeeze(shown.join(''))).toBe(squeeze(text.repeat(3)))
  })

  it('is runs in which nothing is parsed', () => {
    expect(runs([...rich`*a* `, bold('b'), code('c'), link('d', 'https://x.example/(1)')])).toEqual([
      { type: 'TextRun', text: '*a* ' },
      { type: 'TextRun', text: 'b', weight: 'Bolder' },
      { type: 'TextRun', text: 'c', fontType: 'Monospace' },
      {
        type: 'TextRun',
        text: 'd',
        selectAction: { type: 'Action.OpenUrl', url: 'https://x.example/(1)' },
      },
    ])
  })

  it('names a person without ringing for them', () => {
    expect(runs([person('<at>Ana</at>', 'a@x.example')])).toEqual([
      { type: 'TextRun', text: '<\u200bat>Ana<\u200b/at>', weight: 'Bolder' },
      { type: 'TextRun', text: ' <' },
      {
        type: 'TextRun',
        text: 'a@x.example',
        selectAction: { type: 'Action.OpenUrl', url: 'mailto:a@x.example' },
      },
      { type: 'TextRun', text: '>' },
    ])
  })

  it('shows the real address beside words that look like another', () => {
    const shown = JSON.stringify(runs([link('un.org', 'https://evil.example/x')]))

    expect(shown).toContain('"text":"un.org ("')
    expect(shown).toContain('"text":"https://evil.example/x"')
  })

  test.each([
    'javascript:alert(1)',
    'ftp://x.example',
    'https://x example',
    '#',
    'https://',
    'data:text/html,x',
  ])('makes no link of %s', (url) => {
    expect(runs([link('label', url)])).toEqual([{ type: 'TextRun', text: `label <${url}>` }])
  })

  it('has an element for each line', () => {
    expect(body(block.text('a\r\nb\n\nc'))).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'a' }] },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'b' }], spacing: 'None' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'c' }] },
    ])
  })

  test.each([
    [
      'full',
      '{{DATE(2026-12-12T13:30:00Z, SHORT)}} {{TIME(2026-12-12T13:30:00Z)}}',
      'Sat 12 Dec 2026, 14:30 ',
    ],
    ['day', '{{DATE(2026-12-12T13:30:00Z, SHORT)}}', 'Sat 12 Dec 2026, '],
    ['time', '{{TIME(2026-12-12T13:30:00Z)}}', '14:30 '],
  ] as const)("tells a moment by the reader's clock and by its zone: %s", (style, local, explicit) => {
    expect(body(block.text([moment(at, 'America/Port-au-Prince', style)]))).toEqual([
      {
        type: 'TextBlock',
        text: `${local} \\(${explicit.replace('14:30', '08:30')}America/Port\\-au\\-Prince\\)`,
        wrap: true,
      },
    ])
  })

  it('is escaped beside a moment, with bold words and links', () => {
    const text = rich`1. *x* ${bold(' b_b ')}${bold('(c)')}${code('`d`')} ${link('[e]', 'https://x.example/(1)')} ${moment(at, 'UTC', 'time')}`
    expect(body(block.text(text))[0]?.['text']).toBe(
      '1\\. \\*x\\*  b\\_b \\(c\\)\\`d\\` [\\[e\\]](https://x.example/%281%29) {{TIME(2026-12-12T13:30:00Z)}} \\(13:30 UTC\\)',
    )
  })

  test.each([
    ['within a word', rich`a${bold('b')}c `, 'a**b**c '],
    ['with spaces at its ends', rich`a${bold(' b c ')}d `, 'a **b c** d '],
    ['a label', rich`${bold('When:')} `, '**When:** '],
    ['a sign beside a letter', rich`${bold('When:')}a `, 'When:a '],
    ['a sign after a letter', rich`a${bold('(b')} `, 'a\\(b '],
    ['code', rich`${bold('a')}${code('*b*')} `, '**a**\\*b\\* '],
  ])('is bold in Markdown where its stars are read: %s', (_, text, wanted) => {
    const [shown] = body(block.text([...text, moment(at, 'UTC', 'time')]))
    expect(String(shown?.['text']).split('{{')[0]).toBe(wanted)
  })

  it('makes no function and no mention of two neighbours', () => {
    const parts = rich`{${code('{TIME(2026-12-12T13:30:00Z)}}')}<${code('at>')} ${moment(at, 'UTC')}`
    expect(String(body(block.text(parts))[0]?.['text'])).toMatch(
      /^\{\u200b\{TIME\\\(.*\\<\u200bat\\> \{\{DATE/,
    )
  })
})

describe('the blocks of a message in Teams', () => {
  it('come in their order after the summary', () => {
    const card = only(
      message(
        'Summary',
        block.heading('Heading'),
        block.text('Text'),
        block.list(['One', '', 'Two']),
        block.fields([['Label', 'value']]),
        block.fields([['Who', [bold('Ana')]]]),
        block.table(['Name'], [['Ana']]),
        { kind: 'image', url: 'https://x.example/i.png', alt: 'A chart' },
        block.file('report.docx', 'application/x', 'content'),
        block.buttons(button('Go', 'help')),
      ),
    )

    expect(types(array(card['body']).map(object))).toEqual([
      'RichTextBlock',
      'TextBlock',
      'RichTextBlock',
      'RichTextBlock',
      'RichTextBlock',
      'FactSet',
      'FactSet',
      'Table',
      'Image',
      'RichTextBlock',
      'ActionSet',
    ])
    expect(cardTexts(card).join('|')).toBe(
      'Summary|Heading|Text|• One|• Two|Label:|value|Who:|Ana|Name|Ana|A chart|File: report.docx|Go',
    )
    expect(JSON.stringify(card)).not.toContain('content"')
    expect(card['msteams']).toEqual({ width: 'Full' })
  })

  it('has no bullets before items that begin with their numbers, and an address alone where nobody is named', () => {
    const list = block.list(['1. One', '2. Two'])
    const card = only(message('S', list, block.fields([['E-mail', [person('', 'ana@x.example')]]])))
    expect(cardTexts(card).join('|')).toBe('S|1. One|2. Two|E-mail:|ana@x.example')
  })

  it('leaves out what is blank', () => {
    const blank = [block.text(' \n'), block.list(['', ' ']), block.heading(' '), block.buttons()]
    expect(body(...blank, block.fields([['', ' ']]), block.table([], []))).toEqual([])
  })

  it('is wide only for a table', () => {
    expect(only(message('S', block.text('x')))['msteams']).toBeUndefined()
  })

  it('marks a heading as one', () => {
    expect(body(block.heading('# A *b*'))).toEqual([
      { type: 'TextBlock', text: '\\# A \\*b\\*', style: 'heading', weight: 'Bolder', wrap: true },
    ])
  })

  test.each([
    ['plain ones', [['When', 'now']], 'FactSet'],
    ['one that is bold', [['When', [bold('now')]]], 'FactSet'],
    ['one with a link', [['Where', [link('here', 'https://x.example')]]], 'FactSet'],
    ['code', [['Type', [code('/help')]]], 'RichTextBlock'],
    ['a moment', [['When', [moment(at, 'UTC')]]], 'FactSet'],
    ['a value of two lines', [['When', 'a\nb']], 'RichTextBlock'],
    ['a long value', [['When', 'a'.repeat(1001)]], 'RichTextBlock'],
    [
      'an address that a phone would have to break',
      [['Link', `https://x.example/${'a'.repeat(40)}`]],
      'RichTextBlock',
    ],
    ['no label', [['', 'x']], 'RichTextBlock'],
  ] as const)('shows fields in two columns where Teams shows them well: %s', (_, fields, type) => {
    expect(body(block.fields(fields))[0]?.['type']).toBe(type)
  })

  it('keeps the facts beside a field that is too long for one', () => {
    const fields = block.fields([
      ['Called', '43'],
      ['Closes', [moment(at, 'UTC')]],
      ['No answer', 'a'.repeat(1001)],
      ['Left out', 'none'],
    ])
    expect(body(fields).map((one) => [one['type'], array(one['facts'] ?? []).length])).toEqual([
      ['FactSet', 2],
      ['RichTextBlock', 0],
      ['FactSet', 1],
    ])
  })

  test.each([80, 15])(
    'shows the beginning of a long address as a fact, and leads to all of it: %i',
    (length) => {
      const url = `https://teams.example/l/meetup-join/${'a'.repeat(length)}`
      const [facts] = body(block.fields([['Link', [link(url, url)]]]))
      expect(facts).toMatchObject({ type: 'FactSet' })
      expect(array(facts?.['facts'])).toEqual([
        { title: 'Link:', value: expect.stringMatching(/^\[https:.*\/l\/meetup.*…\]\(.*a{15,80}\)$/) },
      ])
    },
  )

  it('escapes the facts', () => {
    expect(
      body(
        block.fields([
          ['*a*', '{{DATE('],
          ['b', ''],
        ]),
      )[0]?.['facts'],
    ).toEqual([
      { title: '\\*a\\*:', value: '{\u200b{DATE\\(' },
      { title: 'b:', value: '–' },
    ])
  })

  test.each([
    ['https', 'https://x.example/i.png', 'Image'],
    ['http', 'http://x.example/i.png', 'RichTextBlock'],
    ['no address', 'javascript:x', 'RichTextBlock'],
    ['a long address', `https://x.example/${'a'.repeat(2000)}`, 'RichTextBlock'],
  ])('shows an image where Teams can: %s', (_, url, type) => {
    const [shown] = body({ kind: 'image', url, alt: 'a chart' })
    expect(shown?.['type']).toBe(type)
    expect(JSON.stringify(shown)).toContain('a chart')
    expect(JSON.stringify(shown)).toContain(url)
  })
})

describe('buttons in Teams', () => {
  it('are pressed in the card, or submitted where that is not known', () => {
    const data = { verb: 'press', b: 'meeting list', o: 'op1' }
    const submit = { type: 'Action.Submit', title: 'Go', style: 'positive', data }
    expect(body(block.buttons(button('Go', 'meeting list', {}, 'primary')))).toEqual([
      {
        type: 'ActionSet',
        actions: [{ ...submit, type: 'Action.Execute', verb: 'press', fallback: submit }],
      },
    ])
  })

  it('that are dangerous look so', () => {
    expect(body(block.buttons(button('Go', 'x', {}, 'danger')))[0]).toMatchObject({
      actions: [{ style: 'destructive', fallback: { style: 'destructive' } }],
    })
  })

  it('open a form where they ask for more', () => {
    expect(body(block.buttons({ ...button('Go', 'x'), ask: true }))[0]?.['actions']).toEqual([
      {
        type: 'Action.Submit',
        title: 'Go',
        data: { verb: 'press', b: 'x', o: 'op1', msteams: { type: 'task/fetch' } },
      },
    ])
  })

  test.each([
    [6, [6]],
    [7, [6, 1]],
    [20, [6, 6, 6, 2]],
  ])('come in rows of at most six: %i', (count, rows) => {
    const many = Array.from({ length: count }, (_, n) => button(`${n}`, 'help'))
    expect(body(block.buttons(...many)).map(({ actions }) => array(actions).length)).toEqual(rows)
  })

  it('come in rows that a phone shows to their end', () => {
    const made = block.buttons(
      ...['Yes', 'Maybe', 'No', 'Add to my calendar', 'Edit', 'Undo: take it off the list'].map((label) =>
        button(label, 'help'),
      ),
    )
    expect(
      body(made).map(({ actions, spacing }) => [
        spacing,
        ...array(actions).map((one) => object(one)['title']),
      ]),
    ).toEqual([
      [undefined, 'Yes', 'Maybe', 'No'],
      ['Small', 'Add to my calendar', 'Edit'],
      ['Small', 'Undo: take it off the list'],
    ])
  })

  test.each([
    ['60 letters', 'b'.repeat(60), ['b'.repeat(60)]],
    ['61 letters', 'b'.repeat(61), [`• ${'b'.repeat(61)}`, `${'b'.repeat(59)}…`]],
    [
      'a family over the limit',
      `${'b'.repeat(55)}${family}`,
      [`• ${'b'.repeat(55)}${family}`, `${'b'.repeat(55)}…`],
    ],
    ['nothing', ' ', ['meeting list']],
  ])('have a title of %s', (_, label, wanted) => {
    const card = only(message('S', block.buttons(button(label, 'meeting list'))))
    expect(cardTexts(card).slice(1)).toEqual(wanted)
  })

  it('carry 1000 characters and not one more', () => {
    const carrying = (length: number) => () =>
      only(message('S', block.buttons(button('b', 'help'))), { ...options, carry: () => 'v'.repeat(length) })
    expect(carrying(1000)).not.toThrow()
    expect(carrying(1001)).toThrow('The button of “help” carries 1001 characters')
  })

  it('stay with what they followed', () => {
    const filler = Array.from({ length: 60 }, (_, n) => block.text(`${n} ${'x'.repeat(80)}`))
    const asked = [block.heading('Question'), block.text('?'), block.buttons(button('b', 'help'))]
    for (let many = 40; many < 60; many++) {
      const last = cards(message('S', ...filler.slice(0, many), ...asked)).at(-1) ?? {}
      expect(cardTexts(last).slice(-3)).toEqual(['Question', '?', 'b'])
    }
  })
})

describe('a shared card in Teams', () => {
  const shared: Message = { ...message('S', block.buttons(button('Yes', 'x'))), card: 'meeting:12' }
  const viewers = (count: number) => Array.from({ length: count }, (_, n) => `29:${n}${'v'.repeat(90)}`)

  it('is named by each of its buttons', () => {
    expect(actionsOf(only(shared)).map(({ data }) => object(data)['c'])).toEqual(['meeting:12'])
    expect(only(shared)['refresh']).toBeUndefined()
  })

  it('asks for the view of each who has one', () => {
    expect(only(shared, { ...options, viewers: ['29:a', '29:b', '29:a'] })['refresh']).toEqual({
      action: {
        type: 'Action.Execute',
        title: 'Refresh',
        verb: 'refresh',
        data: { verb: 'refresh', b: '', o: 'op1', c: 'meeting:12' },
      },
      userIds: ['29:a', '29:b'],
    })
  })

  it('asks for at most 60, and for fewer whose names are long', () => {
    const asked = (ids: readonly string[]) =>
      array(object(only(shared, { ...options, viewers: ids })['refresh'])['userIds']).length
    expect(asked(viewers(59))).toBe(59)
    expect(asked(viewers(61))).toBe(60)
    expect(asked(viewers(60).map((id) => id.repeat(3)))).toBeLessThan(25)
  })

  it('is not a view of anyone without being shared', () => {
    const made = message('S', block.buttons(button('Yes', 'x')))
    expect(JSON.stringify(only(made, { ...options, viewers: viewers(3) }))).not.toMatch(/refresh|"c":/)
  })

  it('is asked for on its first page alone, since the whole takes its place', () => {
    const long: Message = { ...shared, blocks: [block.text('word '.repeat(8000)), ...shared.blocks] }
    const pages = cards(long, { ...options, viewers: viewers(60) })
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.map((card) => 'refresh' in card)).toEqual(pages.map((_, n) => n === 0))
  })
})

it('a list to choose from says what is chosen there, to who does not see it too', () => {
  const choices = Array.from({ length: 9 }, (_, n) =>
    button(`Section ${n}`, 'update move', { section: `${n}` }),
  )
  expect(body(block.choices(choices))[0]).toMatchObject({
    type: 'Input.ChoiceSet',
    label: 'Section: choose one of 9',
  })
  const mixed = [...choices, button('None', 'update show', { section: '1' })]
  expect(body(block.choices(mixed))[0]).toMatchObject({ label: 'Choose one of 10' })
})

describe('tables in Teams', () => {
  const table = (rows: number, columns: number, cell = 'c') =>
    block.table(
      Array.from({ length: columns }, (_, n) => `h${n}`),
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)),
    )
  const rowsOf = (card: Json) =>
    array(card['body'])
      .map(object)
      .flatMap(({ type, rows }) => (type === 'Table' ? [array(rows).length] : []))

  it('have headings, cells and lines for who knows no tables', () => {
    const cell = (text: string, style: object = {}) => ({
      type: 'TableCell',
      items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...style }] }],
    })
    const line = (text: string) => ({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: `• ${text}` }],
    })
    expect(body(block.table(['Name', 'Since'], [['*Ana*', '']]))).toEqual([
      {
        type: 'Table',
        columns: [{ width: 5 }, { width: 5 }],
        firstRowAsHeader: true,
        rows: [
          {
            type: 'TableRow',
            cells: [cell('Name', { weight: 'Bolder' }), cell('Since', { weight: 'Bolder' })],
          },
          { type: 'TableRow', cells: [cell('*Ana*'), cell('–')] },
        ],
        fallback: { type: 'Container', items: [line('Name · Since'), line('Name: *Ana* · Since: –')] },
      },
    ])
  })

  it('give each column room for its longest text, within bounds', () => {
    const [shown] = body(block.table(['Group', 'Submitted', 'x'], [['BMLE', 'a'.repeat(90), '']]))
    expect(shown?.['columns']).toEqual([{ width: 5 }, { width: 24 }, { width: 4 }])
  })

  test.each([
    [4, ['Table']],
    [5, ['RichTextBlock', 'RichTextBlock']],
  ])('of %i columns, as a phone has room for, are %j', (columns, wanted) => {
    const shown = body(table(2, columns))
    expect(types(shown)).toEqual(wanted)
    expect(JSON.stringify(shown).match(/\bc\b/g)?.length).toBeGreaterThanOrEqual(2 * columns)
  })

  it('go over to the next page with their headings, as one table on each', () => {
    const pages = cards(message('S', table(100, 3)))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map((card) => rowsOf(card).length)).toEqual(pages.map(() => 1))
    expect(pages.flatMap(rowsOf).reduce((sum, rows) => sum + rows - 1, 0)).toBe(100)
    for (const card of pages) expect(cardTexts(card)).toContain('h0')
  })

  it('stay two where there are two', () => {
    expect(rowsOf(only(message('S', table(2, 2), table(3, 2))))).toEqual([3, 4])
  })

  it('are lines where a row is a page of its own', () => {
    const made = message('S', table(1, 2, 'word '.repeat(1000)))
    expect(cards(made).flatMap(rowsOf)).toEqual([])
  })

  it('have rows of one length', () => {
    expect(body(block.table(['a'], [['1', '2'], []]))[0]?.['columns']).toHaveLength(2)
  })

  it('may have no headings', () => {
    expect(body(block.table([], [['1', '2']]))[0]).toMatchObject({ type: 'Table', firstRowAsHeader: false })
  })
})

describe('the pages of a message in Teams', () => {
  test.each([
    ['words', 'word '.repeat(20_000)],
    ['one word', 'a'.repeat(60_000)],
    ['families', family.repeat(3000)],
    ['characters of four bytes', '𠮷'.repeat(20_000)],
    ['stars', '*'.repeat(30_000)],
    ['braces', '{'.repeat(30_000)],
    ['quotes and backslashes', '"\\'.repeat(15_000)],
    ['other scripts', 'محمد بن '.repeat(5000)],
    ['lines', 'line\r\n'.repeat(2000)],
    ['one letter under marks', `a${'\u0301'.repeat(20_000)}`],
  ])('lose nothing of a long text and tear no character: %s', (_, text) => {
    for (const part of [rich`${text}`, rich`${text} ${moment(at, 'UTC')} ${text}`]) {
      const pages = cards(message('S', block.text(part)))
      const shown = pages.flatMap((card, n) => cardTexts(card).slice(n === 0 ? 0 : 1)).join('')
      expect(pages.length).toBeGreaterThan(1)
      expect(squeeze(shown)).toContain(squeeze(text))
    }
  })

  it('have a number and what they are about', () => {
    const pages = renderPages(message('What', block.text('word '.repeat(5000))), options)
    const opening = pages.slice(1).map((_, n) => `(${n + 2}/${pages.length}) What`)
    expect(pages.map(({ summary }) => summary)).toEqual(['What', ...opening])
    expect(pages.slice(1).map(({ card }) => cardTexts(card)[0])).toEqual(opening)
    expect(pages.slice(1).map(({ card }) => String(card?.['fallbackText']).split('\n')[0])).toEqual(opening)
  })

  test.each([
    ['4000 letters', 'a'.repeat(4000), [4000]],
    ['4001 letters', 'a'.repeat(4001), [4000, 1]],
    ['a family over the limit', 'a'.repeat(3995) + family, [3995, family.length]],
    ['lines', `${'a '.repeat(1500)}\n${'b '.repeat(1500)}`, [2999, 2999]],
  ])('are parted for plain text too: %s', (_, text, wanted) => {
    const pages = renderPages(message(text), options)
    const texts = pages.map((page, n) =>
      (page.text ?? '').replace(n === 0 ? '' : `(${n + 1}/${pages.length})\n`, ''),
    )
    expect(texts.map(({ length }) => length)).toEqual(wanted)
    expect(squeeze(texts.join(''))).toBe(squeeze(text))
  })

  it('show nothing of a table without a word in it', () => {
    const blank = { summary: [], blocks: [{ kind: 'table', columns: [''], rows: [] }] } as const
    for (const { card, text } of renderPages(blank, options)) {
      if (card) expect(violations(card)).toEqual([])
      else expect(text?.trim().length).toBeGreaterThan(0)
    }
  })

  it('have room for a list to choose from and its text, however long the choices', () => {
    const buttons = Array.from({ length: 6 }, (_, n) =>
      button('word '.repeat(200 + n), 'help', { feature: `${n}` }),
    )
    const made: Message = { summary: [], blocks: [{ kind: 'buttons', buttons, listed: true }] }
    for (const card of cards(made)) expect(violations(card)).toEqual([])
  })

  it('obey every limit and lose nothing, whatever the message', () => {
    fc.assert(
      fc.property(messages, fc.boolean(), (given, isShared) => {
        const made: Message = isShared ? { ...given, card: 'meeting:12' } : given
        const numbers = new Map(buttonsOf(made).map((one, n) => [one, `${n}`]))
        const viewers = Array.from({ length: 70 }, (_, n) => `29:${n}${'v'.repeat(90)}`)
        const pages = renderPages(made, {
          carry: (one) => numbers.get(one) ?? '?',
          operation: 'op1',
          viewers,
        })

        for (const { summary, text, card } of pages) {
          expect(summary.trim().length).toBeGreaterThan(0)
          expect(summary.length).toBeLessThanOrEqual(300)
          expect([text, card].filter((one) => one !== undefined)).toHaveLength(1)
          if (card) expect(violations(card)).toEqual([])
          else expect(text?.trim().length).toBeGreaterThan(0)
        }
        const texts = pages.flatMap(({ card, text }, n) =>
          card ? cardTexts(card).slice(n === 0 ? 0 : 1) : [(text ?? '').replace(/^\(\d+\/\d+\)\n/, '')],
        )
        const shown = squeeze(texts.join(''))
        for (const text of textsOf(made)) expect(shown).toContain(squeeze(text))
        const pressed = pages
          .flatMap(({ card }) => array(object(card)['body']).map(object))
          .flatMap(({ choices, actions }) => [...array(choices), ...array(actions)].map(object))
          .map(({ value, data }) => value ?? object(data)['b'])
          .filter((buttonData) => buttonData !== '')
        expect(pressed).toEqual([...numbers.values()])
      }),
      { numRuns: 15 },
    )
  })
})
