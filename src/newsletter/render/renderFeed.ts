import { itemsOf } from '../compose/changes.ts'
import type { Newsletter } from '../compose/compose.ts'
import { html } from './escapeHtml.ts'
import { itemHtml } from './renderHtml.ts'
import { shownSections } from './shownSections.ts'
import { titleOf } from './title.ts'

export interface FeedEntry {
  readonly newsletter: Newsletter
  readonly number: number
  readonly publishedAt: Date
  /** When its latest edition was published. */
  readonly updatedAt: Date
}

/** Published issues as an Atom feed, the latest first. `address` is where the issues stand, without a slash at its end. */
export function renderFeed(entries: readonly FeedEntry[], address: string): string {
  const [latest] = entries
  const updated = entries
    .map(({ updatedAt }) => updatedAt.toISOString())
    .sort()
    .at(-1)
  const framework = latest?.newsletter.framework
  const title = framework === undefined ? 'Newsletter' : `${framework} newsletter`
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${address}/feed.xml</id>
<title>${xml(title)}</title>
<author><name>${xml(framework ?? 'The secretariat')}</name></author>
<link rel="self" type="application/atom+xml" href="${address}/feed.xml"/>
<updated>${updated ?? '1970-01-01T00:00:00.000Z'}</updated>
${entries.map((entry) => entryXml(entry, address))}</feed>
`.text
}

function entryXml({ newsletter, number, publishedAt, updatedAt }: FeedEntry, address: string) {
  const page = `${address}/${number}`
  const items = itemsOf(newsletter).length
  return html`<entry>
<id>${page}</id>
<title>${xml(titleOf(newsletter))}</title>
<link rel="alternate" type="text/html" href="${page}"/>
<published>${publishedAt.toISOString()}</published>
<updated>${updatedAt.toISOString()}</updated>
<summary>${items === 1 ? '1 item' : `${items} items`}</summary>
<content type="html">${xml(contentOf(newsletter))}</content>
</entry>
`
}

/** The sections as HTML, which stands in the feed as text. */
function contentOf(newsletter: Newsletter): string {
  return html`${shownSections(newsletter).map(
    ({ title, subsections }) => html`<h2>${title}</h2>
${subsections.map(
  (one) => html`<h3>${one.title}</h3>
<ul>${one.items.map((item) => html`<li dir="auto">${itemHtml(item, one.key)}</li>`)}</ul>
`,
)}`,
  )}`.text
}

/** Without the signs that XML cannot hold at all. */
function xml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
