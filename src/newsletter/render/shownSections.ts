import type { Newsletter, NewsletterSection } from '../compose/compose.ts'

/** The sections that have something to print, each with those of its subsections that do. */
export function shownSections({ sections }: Pick<Newsletter, 'sections'>): readonly NewsletterSection[] {
  return sections
    .map((section) => ({
      ...section,
      subsections: section.subsections.filter(({ items, note }) => items.length > 0 || note !== undefined),
    }))
    .filter(({ subsections }) => subsections.length > 0)
}
