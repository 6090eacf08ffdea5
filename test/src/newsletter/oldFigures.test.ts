import mammoth from 'mammoth'
import { expect, test } from 'vitest'

import { compose } from '../../../src/newsletter/compose/compose.ts'
import { renderDocx } from '../../../src/newsletter/document/docx.ts'
import { renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderMailText } from '../../../src/newsletter/mail/mailText.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'

const issue = compose({
  number: 1,
  period: { from: '2026-11-01', to: '2026-12-31' },
  status: 'published',
  figures: [
    { key: 'entities', label: 'Entities', value: 46, previous: 45 },
    { key: 'visits', label: 'Visits', value: 198, previous: 198, asOf: '2023-04-30' },
  ],
  items: [],
})

test('a figure of an earlier day carries it in every output, and says nothing of a change since', async () => {
  const { value: docx } = await mammoth.convertToHtml({ buffer: Buffer.from(await renderDocx(issue)) })
  const outputs = [
    renderHtml(issue),
    renderMarkdown(issue),
    renderMailHtml(issue),
    renderMailText(issue),
    docx,
  ]
  for (const output of outputs) {
    expect(output).toContain('Visits (as of 30 Apr 2023)')
    expect(output).not.toContain('unchanged')
    expect(output).not.toMatch(/\bNow\b/)
    expect(output.match(/198/g)).toHaveLength(1)
  }
})

test('beside a figure of an earlier day, one of today has its change and alone has a bar', () => {
  const page = renderHtml(issue)

  expect(page).toContain('+1')
  expect(page.match(/<svg/g)).toHaveLength(1)
})
