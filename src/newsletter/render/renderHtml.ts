import { closingOf } from '../closing.ts'
import type { Newsletter, NewsletterItem, NewsletterSubsection } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import { headingsOf, issueDirection, issueLanguage, languageMark } from './direction.ts'
import { type Html, html } from './escapeHtml.ts'
import { figureChart } from './figureChart.ts'
import { shownParts } from './itemParts.ts'
import { pageStyle } from './pageStyle.ts'
import { paragraphsOf } from './paragraphs.ts'
import { shownSections } from './shownSections.ts'
import { editionLine, headline, titleOf } from './title.ts'

/** The newsletter as a page of its own, for a screen, a phone and paper; every text finds its own direction. */
export function renderHtml(newsletter: Newsletter): string {
  const { status, foreword } = newsletter
  const title = titleOf(newsletter)
  const draft = status !== 'published'
  return html`<!doctype html>
<html lang="${issueLanguage(newsletter)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
${issueDirection(newsletter) === 'rtl' ? html`<body dir="rtl">` : html`<body>`}
<main>
<h1 dir="${headingsOf(newsletter)}"${languageMark(newsletter, title)}>${headline(title)}</h1>
${
  draft
    ? html`<p><strong>Draft</strong></p>
`
    : html``
}${noteHtml(newsletter, editionLine(newsletter))}${noteHtml(newsletter, foreword)}${figureChart(newsletter)}${shownSections(
  newsletter,
).map(
  ({ key, title: name, subsections }) => html`<section aria-labelledby="${key}">
<h2 id="${key}" dir="${headingsOf(newsletter)}"${languageMark(newsletter, name)}>${name}</h2>
${subsections.map(
  (
    subsection,
  ) => html`<h3 dir="${headingsOf(newsletter)}"${languageMark(newsletter, subsection.title)}>${subsection.title}</h3>
${noteHtml(newsletter, subsection.note)}${itemList(newsletter, subsection)}`,
)}</section>
`,
)}${closingHtml(newsletter)}</main>
</body>
</html>
`.text
}

function closingHtml(newsletter: Newsletter): Html {
  const closing = closingOf(newsletter)
  if (!closing) return html``
  return html`<section aria-labelledby="closing">
<h2 id="closing" dir="${headingsOf(newsletter)}"${languageMark(newsletter, closing.title)}>${closing.title}</h2>
${closing.paragraphs.map((pieces) => html`<p dir="auto">${pieces.map((piece) => partHtml({ ...piece, bold: false }))}</p>\n`)}</section>
`
}

/** The secretariat's words, a paragraph for each of theirs. */
function noteHtml(newsletter: Newsletter, note: string | undefined): Html {
  return html`${paragraphsOf(note).map((text) => html`<p dir="auto"${languageMark(newsletter, text)}>${text}</p>\n`)}`
}

function itemList(newsletter: Newsletter, { key, items }: NewsletterSubsection): Html {
  if (items.length === 0) return html``
  return html`<ul>
${items.map((item) => html`<li dir="auto"${languageMark(newsletter, item.text)}>${itemHtml(item, key)}</li>\n`)}</ul>
`
}

/** An item as it is printed. */
export function itemHtml(item: NewsletterItem, section: string): Html {
  const waits = item.waits ? html` <em dir="ltr">(not accepted yet)</em>` : html``
  return html`${shownParts(item, section).map(partHtml)}${waits}`
}

function partHtml({ text, url, bold }: PrintedPart): Html {
  // A browser would break `6-9 Mar` behind its hyphen.
  if (days.test(text)) return html` <span class="date">${text.trimStart()}</span>`
  const words = bold ? html`<strong>${text}</strong>` : html`${text}`
  return url === null ? words : html`<a href="${url}" rel="noopener">${words}</a>`
}

/** Days as they end an item, short enough to stand on one line of a phone. */
const days = /^ \((?=[^()]{1,32}\)$)[^()]*\d-\d[^()]*\)$/
