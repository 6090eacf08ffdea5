import { closingOf } from '../closing.ts'
import type { Newsletter, NewsletterItem } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import {
  directionOf,
  headingDirection,
  issueDirection,
  issueLanguage,
  languageMark,
} from '../render/direction.ts'
import { type Html, html } from '../render/escapeHtml.ts'
import { labelHtml } from '../render/figureChart.ts'
import { shownParts } from '../render/itemParts.ts'
import { paragraphsOf } from '../render/paragraphs.ts'
import { shownSections } from '../render/shownSections.ts'
import {
  editionLine,
  figureChange,
  figuresTitleOf,
  headline,
  numberHeading,
  titleOf,
} from '../render/title.ts'

/** Where a letter leads beside the issue itself. */
export interface MailLinks {
  /** The issue as a page. */
  readonly page?: string
  /** Takes this one reader off the list. */
  readonly unsubscribe?: string
}

/** Gmail cuts what is longer, and with it the way off the list. */
export const mostMailBytes = 102_000

const font = 'font-family:Arial,Helvetica,sans-serif'
const body = `${font};font-size:16px;line-height:24px;color:#1a1a1a`

const headingStyle = `margin:32px 0 8px;padding-bottom:4px;border-bottom:2px solid #c9ced6;${font};font-size:20px;line-height:28px`

/**
 * The newsletter as an e-mail: tables and styles at the elements, since Outlook knows little else. It is written here
 * and not by mjml, which takes text for markup and escapes none. What would make it longer than mail programs show is
 * left to the page, and the letter says so.
 */
export function renderMailHtml(newsletter: Newsletter, links: MailLinks = {}): string {
  const whole = letter(newsletter, links, Number.POSITIVE_INFINITY)
  if (Buffer.byteLength(whole) < mostMailBytes) return whole
  const count = shownSections(newsletter).reduce(
    (most, { subsections }) => Math.max(most, ...subsections.map(({ items }) => items.length)),
    0,
  )
  // As many items of each subsection as there is room for.
  let [fits, tooMany] = [0, count]
  while (tooMany - fits > 1) {
    const tried = Math.floor((fits + tooMany) / 2)
    if (Buffer.byteLength(letter(newsletter, links, tried)) < mostMailBytes) fits = tried
    else tooMany = tried
  }
  return letter(newsletter, links, fits)
}

function letter(newsletter: Newsletter, links: MailLinks, most: number): string {
  const title = titleOf(newsletter)
  return html`<!doctype html>
<html lang="${issueLanguage(newsletter)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background-color:#f2f4f7">
<div role="main" dir="${issueDirection(newsletter)}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
${outlookOnly(`<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td>`)}
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:640px;background-color:#ffffff"><tr><td style="padding:24px;overflow-wrap:anywhere;${body}">
<h1 dir="${headingDirection(newsletter, title)}"${languageMark(newsletter, title)} style="margin:0 0 16px;${font};font-size:24px;line-height:32px">${headline(title)}</h1>
${statusHtml(newsletter)}${noteHtml(newsletter, newsletter.foreword)}${pageHtml(links)}${figuresHtml(newsletter)}${shownSections(
  newsletter,
).map(
  (
    section,
  ) => html`<h2 dir="${headingDirection(newsletter, section.title)}"${languageMark(newsletter, section.title)} style="${headingStyle}">${section.title}</h2>
${section.subsections.map(
  ({
    key,
    title: name,
    note,
    items,
  }) => html`<h3 dir="${headingDirection(newsletter, name)}"${languageMark(newsletter, name)} style="margin:20px 0 8px;${font};font-size:17px;line-height:24px">${name}</h3>
${noteHtml(newsletter, note)}${itemsHtml(newsletter, items.slice(0, most), key)}${more(items.length - most, links)}`,
)}`,
)}${closingHtml(newsletter)}${footer(links)}</td></tr></table>
${outlookOnly(`</td></tr></table>`)}
</td></tr></table>
</div>
</body>
</html>
`.text
}

/** Marks that only Outlook on Windows reads: it knows no greatest width, so that a table of that width holds the letter. */
function outlookOnly(
  marks:
    | '<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td>'
    | '</td></tr></table>',
): Html {
  return { kind: 'html', text: `<!--[if mso]>${marks}<![endif]-->` }
}

function statusHtml(newsletter: Newsletter): Html {
  const draft =
    newsletter.status === 'published' ? html`` : html`<p style="margin:0 0 16px"><strong>Draft</strong></p>\n`
  const corrected = editionLine(newsletter)
  return corrected === undefined
    ? draft
    : html`${draft}<p dir="auto" style="margin:0 0 16px">${corrected}</p>\n`
}

function noteHtml(newsletter: Newsletter, note: string | undefined): Html {
  return html`${paragraphsOf(note).map((text) => html`<p dir="auto"${languageMark(newsletter, text)} style="margin:0 0 12px">${text}</p>\n`)}`
}

function pageHtml({ page }: MailLinks): Html {
  if (page === undefined) return html``
  return html`<p style="margin:0 0 16px"><a href="${page}" style="color:#1f5fa8">Read it on the web</a></p>\n`
}

function figuresHtml(newsletter: Newsletter): Html {
  const { figures } = newsletter
  if (figures.length === 0) return html``
  const cell = 'padding:4px 8px;border-bottom:1px solid #c9ced6;font-size:14px;line-height:20px'
  // A long address may break anywhere, a number nowhere.
  const number = `${cell};white-space:nowrap`
  return html`<h2 dir="${headingDirection(newsletter, figuresTitleOf(newsletter))}" style="${headingStyle}">${figuresTitleOf(newsletter)}</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${font};color:#1a1a1a">
<tr><th scope="col" align="${issueDirection(newsletter) === 'rtl' ? 'right' : 'left'}" style="${cell}">What</th><th scope="col" align="right" style="${number}">${numberHeading(newsletter)}</th><th scope="col" align="right" style="${number}">Change</th></tr>
${figures.map(
  (
    figure,
  ) => html`<tr><th scope="row" ${startOf(figure.label)} style="${cell};font-weight:normal">${labelHtml(figure)}</th><td dir="ltr" align="right" style="${number}"><strong>${figure.value.toLocaleString('en')}</strong></td><td dir="ltr" align="right" style="${number}">${figureChange(figure)}</td></tr>
`,
)}</table>
`
}

/** Where a text begins, spelled out since Outlook finds no direction. */
function startOf(text: string): Html {
  return directionOf(text) === 'rtl' ? html`dir="rtl" align="right"` : html`align="left"`
}

function itemsHtml(newsletter: Newsletter, items: readonly NewsletterItem[], section: string): Html {
  if (items.length === 0) return html``
  return html`<ul style="margin:0 0 12px;padding:0 0 0 24px">
${items.map((item) => itemHtml(newsletter, item, section))}</ul>
`
}

/** An item with its direction spelled out, since Outlook finds none; the bullet of one from the right has room there. */
function itemHtml(newsletter: Newsletter, item: NewsletterItem, section: string): Html {
  const parts = shownParts(item, section)
  const direction = directionOf(parts.map(({ text }) => text).join(''))
  const margin = direction === 'rtl' ? '0 24px 8px 0' : '0 0 8px'
  const waits = item.waits ? html` <em dir="ltr">(not accepted yet)</em>` : html``
  return html`<li dir="${direction}"${languageMark(newsletter, item.text)} style="margin:${margin}">${parts.map(partHtml)}${waits}</li>
`
}

function partHtml({ text, url, bold }: PrintedPart): Html {
  const words = bold ? html`<strong>${text}</strong>` : html`${text}`
  return url === null ? words : html`<a href="${url}" style="color:#1f5fa8">${words}</a>`
}

function more(left: number, { page }: MailLinks): Html {
  if (left <= 0 || !Number.isFinite(left)) return html``
  const text = `${left} more of this section ${left === 1 ? 'stands' : 'stand'} on the page.`
  return page === undefined
    ? html`<p style="margin:0 0 12px">${text}</p>\n`
    : html`<p style="margin:0 0 12px"><a href="${page}" style="color:#1f5fa8">${text}</a></p>\n`
}

function closingHtml(newsletter: Newsletter): Html {
  const closing = closingOf(newsletter)
  if (!closing) return html``
  return html`<h2 dir="${headingDirection(newsletter, closing.title)}" style="${headingStyle}">${closing.title}</h2>
${closing.paragraphs.map((pieces) => html`<p dir="auto" style="margin:0 0 12px">${pieces.map((piece) => partHtml({ ...piece, bold: false }))}</p>\n`)}`
}

function footer({ unsubscribe }: MailLinks): Html {
  if (unsubscribe === undefined) return html``
  return html`<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #c9ced6;font-size:13px;line-height:20px;color:#5a6270">You get this letter because you are on the newsletter’s list. <a href="${unsubscribe}" style="color:#5a6270">Leave the list</a></p>\n`
}
