import { strFromU8, unzipSync } from 'fflate'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'

import { compose } from '../../../src/newsletter/compose/compose.ts'
import { renderDocx } from '../../../src/newsletter/document/docx.ts'
import { renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderMailText } from '../../../src/newsletter/mail/mailText.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { renderJson } from '../../../src/newsletter/render/renderJson.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'
import { item } from '../../support/newsletterItems.ts'

const [part, section, label] = ['المبادرات المشتركة', 'التركيز الإقليمي', 'الدول الأعضاء']

function issueOf(titles: Readonly<Record<string, string>>, figure: string) {
  return compose({
    number: 38,
    period: { from: '2026-11-01', to: '2026-12-31' },
    status: 'published',
    figures: [
      { key: 'visits', label: 'Visits', value: 200_062, previous: 150_000 },
      { key: 'memberStates', label: figure, value: 136, previous: 136, asOf: '2023-04-30' },
    ],
    items: [
      item({ text: 'نظمت المنظمة دورة تدريبية في عمان', section: 'regional', printedDate: '3 نوفمبر' }),
    ],
    plan: planOf({ titles }),
  })
}

const arabic = issueOf({ joint: part, regional: section }, label)
const english = issueOf({}, 'Member States')

async function wordOf(newsletter: typeof arabic): Promise<string> {
  const xml = unzipSync(await renderDocx(newsletter))['word/document.xml']
  return strFromU8(xml ?? new Uint8Array())
}

test('an issue with Arabic headings runs from the right as a whole: page, letter and document', async () => {
  expect(renderHtml(arabic)).toContain('<body dir="rtl">')
  expect(renderMailHtml(arabic)).toContain('<div role="main" dir="rtl">')
  expect(await wordOf(arabic)).toContain('<w:bidiVisual/>')
  expect(renderHtml(english)).toContain('<body>')
  expect(renderMailHtml(english)).toContain('<div role="main" dir="ltr">')
  expect(await wordOf(english)).not.toContain('<w:bidiVisual/>')
})

test('a page and a letter name the language of the issue, and that of what is in another one', () => {
  for (const render of [renderHtml, renderMailHtml]) {
    expect(render(arabic)).toContain('<html lang="ar">')
    expect(render(arabic)).toMatch(/<h1 [^>]*lang="en"/)
    expect(render(arabic)).toMatch(/<li (?!.*lang)[^>]*>نظمت/)
    expect(render(english)).toContain('<html lang="en">')
    expect(render(english)).toMatch(/<li [^>]*lang="ar"[^>]*>نظمت/)
    expect(render(english)).not.toMatch(/<h\d [^>]*lang=/)
  }
})

test('its headings begin at the right, and its numbers and days keep their own direction', async () => {
  const [page, letter] = [renderHtml(arabic), renderMailHtml(arabic)]

  expect(page).toMatch(new RegExp(`<h2 id="joint" dir="rtl">${part}</h2>`))
  expect(letter).toMatch(new RegExp(`<h2 dir="rtl" style="[^"]+">${part}</h2>`))
  for (const output of [page, letter]) {
    expect(output).toContain(`${label} <span dir="ltr">(as of 30 Apr 2023)</span>`)
    expect(output).toMatch(/<td[^>]* dir="ltr"[^>]*>\+50,062/)
  }
  const report = await new HtmlValidate({ extends: ['html-validate:a11y'] }).validateString(page)
  expect(report.valid).toBe(true)
})

test('headings in Latin letters stand at the right with the others of an issue from the right', async () => {
  const [page, letter, word] = [renderHtml(arabic), renderMailHtml(arabic), await wordOf(arabic)]

  expect(page).toMatch(/<h1 dir="rtl" lang="en">[A-Za-z]/)
  expect(letter).toMatch(/<h1 dir="rtl"[^>]*>[A-Za-z]/)
  expect(word).toMatch(/<w:pStyle w:val="Title"\/><w:bidi\/>/)
  expect(renderHtml(english)).toMatch(/<h1 dir="auto">/)
  expect(await wordOf(english)).not.toContain('<w:bidi/><w:r><w:t xml:space="preserve">newsletter')
})

test('a number breaks nowhere in the letter, however narrow the phone', () => {
  const letter = renderMailHtml(english)

  for (const number of ['<strong>200,062</strong>', '+50,062'])
    expect(letter).toMatch(new RegExp(`white-space:nowrap">${number.replace(/[+]/g, '\\+')}</td>`))
})

test('a heading of the document stays on the page of what it heads', async () => {
  const styles = strFromU8(unzipSync(await renderDocx(english))['word/styles.xml'] ?? new Uint8Array())

  for (const style of ['Heading1', 'Heading2'])
    expect(styles).toMatch(new RegExp(`w:styleId="${style}">(?:(?!</w:style>).)*<w:keepNext/>`))
})

test('a day in Latin letters after an item in Arabic keeps its order in every print, and the data stay as they were', () => {
  const text = 'نظمت المنظمة دورة تدريبية في عمان'
  const items = [
    item({ text, section: 'regional', printedDate: '24 Nov' }),
    item({ text: 'UNODC trained judges', section: 'regional', printedDate: '25 Nov' }),
  ]
  const issue = compose({
    number: 39,
    period: { from: '2026-11-01', to: '2026-12-31' },
    status: 'published',
    figures: [],
    items,
  })

  for (const render of [renderHtml, renderMailHtml, renderMailText, renderMarkdown]) {
    expect(render(issue)).toContain(`${text} (\u206824 Nov\u2069)`)
    expect(render(issue)).toContain('UNODC trained judges (25 Nov)')
  }
  expect(JSON.stringify(renderJson(issue))).not.toMatch(/[\u2068\u2069]/)
})
