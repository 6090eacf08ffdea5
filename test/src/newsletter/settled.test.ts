import { expect, test } from 'vitest'

import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'
import { withPrintedPieces } from '../../../src/newsletter/settled.ts'
import { issue, item } from '../../support/newsletterItems.ts'

/** An issue as a program with another manner of printing would have settled it. */
function inOtherManner(newsletter: Newsletter): Newsletter {
  return {
    ...newsletter,
    sections: newsletter.sections.map((section) => ({
      ...section,
      subsections: section.subsections.map((one) => ({
        ...one,
        items: one.items.map((each) => ({
          ...each,
          printed: [{ text: `${each.text}, as printed then`, url: null, bold: true }],
        })),
      })),
    })),
  }
}

const first = item()
const second = item({ id: 'U2', text: 'CTED visited Iraq' })

test('what is settled is printed in the same words as before', () => {
  const whole = issue([first, second])
  expect(renderHtml(withPrintedPieces(whole))).toBe(renderHtml(whole))
  expect(renderMarkdown(withPrintedPieces(whole))).toBe(renderMarkdown(whole))
})

test('a published issue keeps the manner in which it was printed', () => {
  const printed = inOtherManner(issue([first]))
  expect(renderMarkdown(printed)).toContain(`**${first.text}, as printed then**`)
})

test('a correction changes the manner of no item that it leaves as it was', () => {
  const printed = inOtherManner(issue([first, second]))
  const corrected = withPrintedPieces(
    issue([first, { ...second, text: 'CTED visited Iraq and Jordan' }]),
    printed,
  )
  const text = renderMarkdown(corrected)
  expect(text).toContain(`${first.text}, as printed then`)
  expect(text).toContain('CTED visited Iraq and Jordan')
  expect(text).not.toContain('CTED visited Iraq and Jordan, as printed then')
})
