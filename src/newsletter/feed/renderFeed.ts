import { html } from '../render/escapeHtml.ts'
import { newsletterName } from '../render/title.ts'
import type { FeedWords } from './feedWords.ts'

export interface FeedEntry {
  readonly words: FeedWords
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
  const framework = latest?.words.framework ?? null
  const title = newsletterName(framework ?? undefined)
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

function entryXml({ words, number, publishedAt, updatedAt }: FeedEntry, address: string) {
  const page = `${address}/${number}`
  return html`<entry>
<id>${page}</id>
<title>${xml(words.title)}</title>
<link rel="alternate" type="text/html" href="${page}"/>
<published>${publishedAt.toISOString()}</published>
<updated>${updatedAt.toISOString()}</updated>
<summary>${xml(words.summary)}</summary>
<content type="html">${xml(words.content)}</content>
</entry>
`
}

/** Escaped for XML, without the characters that it cannot hold at all. */
function xml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
