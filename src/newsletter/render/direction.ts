import type { Newsletter } from '../compose/compose.ts'
import { shownSections } from './shownSections.ts'
import { titleOf } from './title.ts'

/** The direction of an issue as a whole, that of its first heading. */
export function issueDirection(newsletter: Newsletter): 'rtl' | 'ltr' {
  return directionOf(shownSections(newsletter)[0]?.title ?? titleOf(newsletter))
}

/** The direction of a heading: in an issue from the right they all begin there, those in other letters too. */
export function headingDirection(newsletter: Newsletter, heading: string): 'rtl' | 'ltr' {
  return issueDirection(newsletter) === 'rtl' ? 'rtl' : directionOf(heading)
}

/** The same for a page, on which headings find their own direction otherwise. */
export function headingsOf(newsletter: Newsletter): 'rtl' | 'auto' {
  return issueDirection(newsletter) === 'rtl' ? 'rtl' : 'auto'
}

/** The direction in which a text runs, by its first letter that has one. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
    ? 'rtl'
    : 'ltr'
}
