import { itemsOf, same } from './compose/changes.ts'
import type { Newsletter, NewsletterItem, NewsletterSubsection } from './compose/compose.ts'
import { itemParts } from './render/itemParts.ts'

/**
 * A newsletter whose items keep the pieces in which they are printed now, so that a later manner of printing changes
 * nothing that was published. What the edition before it, if any, printed in the same words keeps its pieces of then.
 */
export function withPrintedPieces(newsletter: Newsletter, before?: Newsletter): Newsletter {
  const old = new Map(before ? itemsOf(before).map((item) => [item.id, item]) : [])
  const settle = (item: NewsletterItem, { key, title }: NewsletterSubsection): NewsletterItem => {
    const was = old.get(item.id)
    const kept = was && same(was, { ...item, section: title }) ? was.printed : undefined
    return { ...item, printed: kept ?? itemParts(item, key) }
  }
  return {
    ...newsletter,
    sections: newsletter.sections.map((section) => ({
      ...section,
      subsections: section.subsections.map((subsection) => ({
        ...subsection,
        items: subsection.items.map((item) => settle(item, subsection)),
      })),
    })),
  }
}
