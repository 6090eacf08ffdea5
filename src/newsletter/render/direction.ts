import type { Newsletter } from '../compose/compose.ts'
import { shownSections } from './shownSections.ts'
import { titleOf } from './title.ts'

/** The direction of an issue as a whole, that of its first heading. */
export function issueDirection(newsletter: Newsletter): 'rtl' | 'ltr' {
  return directionOf(shownSections(newsletter)[0]?.title ?? titleOf(newsletter))
}

/** The direction in which a text runs, by its first letter that has one. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
    ? 'rtl'
    : 'ltr'
}
