import { HtmlValidate } from 'html-validate'
import { simpleParser } from 'mailparser'
import mammoth from 'mammoth'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'

import { type ComposeItem, compose, type Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { renderDocx } from '../../../src/newsletter/document/docx.ts'
import { renderEml } from '../../../src/newsletter/mail/eml.ts'
import { mostMailBytes, renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderMailText } from '../../../src/newsletter/mail/mailText.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'
import { item } from '../../support/newsletterItems.ts'

const meeting = {
  id: 'M1',
  text: 'ETCIP WG discussed drones',
  printedDate: null,
  start: '2023-03-22',
  end: '2023-03-22',
  wg: 'ETCIP',
  source: 'meeting',
  section: 'wg-meetings',
} as const

/** Texts of the six official languages, and what must not become markup anywhere. */
const texts = [
  'نظم مكتب الأمم المتحدة دورة تدريبية في عمان',
  '联合国在日内瓦举行会议',
  'L’UNODC a formé des juges à Abidjan, Côte d’Ivoire',
  'УНП ООН провело семинар в Ташкенте',
  'La UNODC formó a jueces en Bogotá (España también)',
  '<script>alert(1)</script> & {{TIME(1)}} <!channel> @everyone ]]> --> \u0007 \ud83d',
]

function issue(items: readonly ComposeItem[], over: Partial<Parameters<typeof compose>[0]> = {}): Newsletter {
  return compose({
    number: 37,
    period: { from: '2023-03-01', to: '2023-04-30' },
    status: 'published',
    figures: [{ key: 'entities', label: 'Compact entities', value: 45, previous: 43 }],
    items,
    notes: { '': 'Dear readers.\n\nThe groups met.', regional: 'قبل كل شيء' },
    plan: planOf({ framework: 'Counter-Terrorism Compact' }),
    ...over,
  })
}

const full = issue([
  item({ links: [{ text: 'visited', url: 'https://un.org/visit?a=1&b=(2)' }], bold: ['CTED'] }),
  item(meeting),
  ...texts.map((text, at) => item({ id: `U${at + 2}`, text, section: 'regional' })),
])

/** Words as a reader of the output sees them, without blanks and signs that show nothing. */
function seen(text: string): string {
  return text.replace(/[\s\u0007\ud83d\ufffd]+/g, '')
}

describe('a Word document', () => {
  test('opens with its headings, list, links, bold words and every text', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await renderDocx(full)) })

    expect(value).toContain('<h1>Engagement with Member States</h1>'.replaceAll('h1', 'h2'))
    expect(value).toContain('Counter-Terrorism Compact newsletter No. 37: March–April 2023')
    expect(value).toContain(
      '<li><strong>CTED</strong> <a href="https://un.org/visit?a=1&amp;b=(2)">visited</a> Jordan (6-9 Mar)</li>',
    )
    expect(value).toContain('<li><strong>22 March</strong> <strong>ETCIP WG</strong> discussed drones</li>')
    expect(value).toContain('Compact entities')
    const raw = (await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(full)) })).value
    for (const text of texts) expect(seen(raw)).toContain(seen(text))
  })

  test('of the same issue has the same bytes', async () => {
    const [one, other] = [await renderDocx(full), await renderDocx(full)]

    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

describe('a message to be sent by hand', () => {
  test('is read back with its subject, both texts and the document', async () => {
    const parsed = await simpleParser(
      Buffer.from(await renderEml(full, 'newsletter-37', { page: 'https://bot.example/newsletters/37' })),
    )

    expect(parsed.subject).toBe('Counter-Terrorism Compact newsletter No. 37: March–April 2023')
    expect(parsed.text).toContain('CTED visited <https://un.org/visit?a=1&b=(2)> Jordan (6-9 Mar)')
    expect(parsed.html).toContain('<strong>ETCIP WG</strong>')
    for (const text of texts) expect(seen(parsed.text ?? '')).toContain(seen(text))
    const [document] = parsed.attachments
    expect(document?.filename).toBe('newsletter-37.docx')
    expect((await mammoth.extractRawText({ buffer: document?.content ?? Buffer.alloc(0) })).value).toContain(
      'ETCIP WG discussed drones',
    )
  })

  test('of the same issue has the same bytes', async () => {
    const [one, other] = [await renderEml(full, 'x'), await renderEml(full, 'x')]

    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

describe('e-mail HTML', () => {
  test('stands in a table of its width where Outlook knows no greatest one, and loads nothing', () => {
    const letter = renderMailHtml(full)
    const marks = [...letter.matchAll(/<!--\[if mso\]>(.*?)<!\[endif\]-->/g)].map((found) => found[1] ?? '')

    expect(marks).toHaveLength(2)
    expect(marks[0]).toMatch(/^<table [^>]*width="640"[^>]*><tr><td>$/)
    expect(marks[1]).toBe('</td></tr></table>')
    expect(letter).not.toMatch(/<(?:img|link|script|style)\b|url\(/)
  })

  test('of a long issue stays under what mail programs show, and says what stands on the page alone', () => {
    const long = issue(
      Array.from({ length: 1000 }, (_, at) =>
        item({ id: `U${at}`, text: `UNODC trained judges and prosecutors number ${at} `.repeat(4).trim() }),
      ),
    )
    const letter = renderMailHtml(long, {
      page: 'https://bot.example/newsletters/37',
      unsubscribe: 'https://bot.example/u',
    })

    expect(Buffer.byteLength(letter)).toBeLessThan(mostMailBytes)
    expect(letter).toMatch(/\d+ more of this section stand on the page/)
    expect(letter).toContain('Leave the list')
  })

  test('runs nothing and leads nowhere but where its links say', () => {
    const letter = renderMailHtml(full)

    expect(letter).not.toContain('<script')
    expect([...letter.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'https://un.org/visit?a=1&amp;b=(2)',
    ])
  })

  test('gives an item from the right its direction, and its bullet room', () => {
    const [right, left] = [
      /<li dir="rtl" lang="ar" style="([^"]*)">نظم/,
      /<li dir="ltr" style="([^"]*)"><strong>CTED/,
    ].map((found) => found.exec(renderMailHtml(full))?.[1])
    expect(right).toBe('margin:0 24px 8px 0')
    expect(left).toBe('margin:0 0 8px')
  })

  test('breaks a long address in its cell, so that none makes it wider than a phone', () => {
    const address = `https://un.org/${'a'.repeat(200)}`
    const letter = renderMailHtml(issue([item({ text: `CTED met, ${address}` })]))
    const cell = letter.slice(0, letter.indexOf(address)).match(/<td style="padding:24px[^"]*"/)?.[0]

    expect(cell).toContain('overflow-wrap:anywhere')
  })

  test('its text says the same', () => {
    expect(renderMailText(full)).toContain('- 22 March ETCIP WG discussed drones')
  })
})

describe('by the judgement of others', () => {
  test.each([
    ['the page', renderHtml(full)],
    ['a draft’s page', renderHtml(issue([item({ waits: true })], { status: 'open', edition: 2 }))],
    ['an empty issue’s page', renderHtml(issue([], { figures: [], notes: {} }))],
  ])('%s is valid HTML', async (_, page) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: { 'no-trailing-whitespace': 'off', 'no-raw-characters': 'error', 'no-inline-style': 'off' },
    })
    const report = await validator.validateString(page)

    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
      ),
    ).toEqual([])
  })

  test('Markdown shows the words, bold and links that the page shows', () => {
    const shown = new MarkdownIt().render(renderMarkdown(full))

    expect(shown).toContain(
      '<strong>CTED</strong> <a href="https://un.org/visit?a=1&amp;b=%282%29">visited</a> Jordan',
    )
    expect(shown).toContain('<strong>22 March</strong> <strong>ETCIP WG</strong> discussed drones')
    expect(shown).not.toContain('<script')
  })
})
