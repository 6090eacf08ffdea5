import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'

import { printedHtml } from '../../../src/directory/export/printed.ts'
import { minutesDocx } from '../../../src/meetings/minutes/docx.ts'
import { compose } from '../../../src/newsletter/compose/compose.ts'
import { renderDocx } from '../../../src/newsletter/document/docx.ts'
import { renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { unsubscribePage } from '../../../src/newsletter/render/unsubscribePages.ts'
import { item } from '../../support/newsletterItems.ts'

const issue = compose({
  number: 37,
  period: { from: '2023-03-01', to: '2023-04-30' },
  status: 'published',
  figures: [
    { key: 'entities', label: 'Compact entities', value: 45, previous: 43 },
    { key: 'groups', label: 'Working groups', value: 8, previous: null },
  ],
  items: [item({})],
  notes: {},
})

test('a heading keeps the number of an issue on the line of its “No.”, and the title of the window is plain', () => {
  const page = renderHtml(issue)

  expect(page).toMatch(/<h1[^>]*>Newsletter No\.\u00a037: March–April 2023<\/h1>/)
  expect(page).toContain('<title>Newsletter No. 37: March–April 2023</title>')
  expect(renderMailHtml(issue)).toMatch(/<h1[^>]*>Newsletter No\.\u00a037:/)
})

test('days at the end of an item stay on one line', () => {
  const page = renderHtml(issue)

  expect(page).toContain('Jordan <span class="date">(6-9 Mar)</span></li>')
  expect(page).toContain('.date { white-space: nowrap; }')
})

test('a bar stands only where there is a number before it to be compared with', () => {
  const rows = renderHtml(issue).split('<tr>')

  expect(rows.find((row) => row.includes('Compact entities'))).toContain('<svg')
  expect(rows.find((row) => row.includes('Working groups'))).not.toContain('<svg')
})

test('the button of a page is as high as a thumb needs', () => {
  expect(unsubscribePage()).toMatch(/button \{ min-height: 2\.75rem;[^}]*font: inherit/)
})

test('Word documents number their pages, have one look and skip no level of headings', async () => {
  const partsOf = (file: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const newsletter = partsOf(await renderDocx(issue))
  const minutes = partsOf(await minutesDocx([{ kind: 'heading', text: 'Summary' }], 'Plenary'))

  for (const parts of [newsletter, minutes]) {
    expect(parts['word/styles.xml']).toContain('w:ascii="Calibri"')
    expect(parts['word/footer1.xml']).toContain('PAGE')
  }
  expect(minutes['word/document.xml']).toContain('<w:pStyle w:val="Heading1"/>')
})

test('the tables of a printed directory scroll on a phone by themselves, with the keyboard too, and lie across the paper', () => {
  const page = printedHtml('Directory', [{ subject: 'people', columns: ['name'], rows: [['Ana']] }])

  expect(page).toContain('<div role="region" aria-labelledby="people" tabindex="0"><table>')
  expect(page).toContain('div { overflow-x: auto; }')
  expect(page).toContain('@page { size: A4 landscape;')
})
