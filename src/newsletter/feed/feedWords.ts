import { counted } from '../../core/text/counted.ts'
import { itemsOf } from '../compose/changes.ts'
import type { Newsletter } from '../compose/compose.ts'
import { html } from '../render/escapeHtml.ts'
import { itemHtml } from '../render/renderHtml.ts'
import { shownSections } from '../render/shownSections.ts'
import { titleOf } from '../render/title.ts'

/** What the feed says of an edition, wherever its issues stand. */
export interface FeedWords {
  readonly framework: string | null
  readonly title: string
  readonly summary: string
  /** Its sections as HTML, which stands in the feed as text. */
  readonly content: string
}

export function feedWords(newsletter: Newsletter): FeedWords {
  return {
    framework: newsletter.framework ?? null,
    title: titleOf(newsletter),
    summary: counted(itemsOf(newsletter).length, 'item'),
    content: contentOf(newsletter),
  }
}

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

/** Words that were kept as JSON. Raises an `Error` for anything else. */
export function storedFeedWords(json: string): FeedWords {
  const words: unknown = JSON.parse(json)
  if (typeof words === 'object' && words !== null && 'title' in words && 'content' in words)
    return words as FeedWords
  throw new Error('what is stored is not what a feed says of an issue')
}
