import { formatPeriod } from '../../core/time/period.ts'
import type { Newsletter, NewsletterItem } from '../compose/compose.ts'
import { type Html, html } from './escapeHtml.ts'
import { figureChart } from './figureChart.ts'
import { linkedText, type TextPart } from './linkedText.ts'
import { pageStyle } from './pageStyle.ts'

/** The newsletter as a page of its own, for a screen, a phone and paper; every text finds its own direction. */
export function renderHtml(newsletter: Newsletter): string {
  const { number, period, status, edition, figures, sections } = newsletter
  const title = `Newsletter${number === null ? '' : ` No. ${number}`}: ${formatPeriod(period)}`
  const draft = status !== 'published'
  const shown = sections
    .map((section) => ({
      ...section,
      subsections: section.subsections.filter(({ items }) => items.length > 0),
    }))
    .filter(({ subsections }) => subsections.length > 0)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${
  draft
    ? html`<p><strong>Draft</strong></p>
`
    : html``
}${edition === undefined ? html`` : html`<p>Edition ${edition}, corrected.</p>\n`}${figureChart(figures)}${shown.map(
  ({ key, title: name, subsections }) => html`<section aria-labelledby="${key}">
<h2 id="${key}">${name}</h2>
${subsections.map(
  (subsection) => html`<h3>${subsection.title}</h3>
<ul>
${subsection.items.map((item) => html`<li dir="auto">${itemHtml(item, subsection.key)}</li>\n`)}</ul>
`,
)}</section>
`,
)}</main>
</body>
</html>
`.text
}

/** An item as it is printed: a meeting begins with its date in bold, others end with theirs in brackets. */
export function itemHtml(item: NewsletterItem, section: string): Html {
  const text = linkedText(item).map(partHtml)
  const waits = item.waits ? html` <em>(not accepted yet)</em>` : html``
  if (item.printedDate === null) return html`${text}${waits}`
  return section === 'wg-meetings'
    ? html`<strong>${item.printedDate}</strong> ${text}${waits}`
    : html`${text} (${item.printedDate})${waits}`
}

function partHtml(part: TextPart): Html {
  return part.url === null ? html`${part.text}` : html`<a href="${part.url}" rel="noopener">${part.text}</a>`
}
