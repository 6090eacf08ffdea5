import type { Newsletter } from '../compose/compose.ts'
import { type Html, html } from './escapeHtml.ts'
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

const scripts = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
] as const

/** The language of a text by the script of most of its letters; English for Latin ones, as the newsletter is. */
export function languageOf(text: string): 'en' | 'ar' | 'zh' | 'ru' {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const [language] = scripts.find(([, script]) => (text.match(script)?.length ?? 0) * 2 > letters) ?? []
  return language ?? 'en'
}

/** The language of an issue as a whole, that of its first heading. */
export function issueLanguage(newsletter: Newsletter): ReturnType<typeof languageOf> {
  return languageOf(shownSections(newsletter)[0]?.title ?? titleOf(newsletter))
}

/** ` lang="ar"` for a text in another language than the issue, so that a screen reader speaks it. */
export function languageMark(newsletter: Newsletter, text: string): Html {
  const language = languageOf(text)
  return language === issueLanguage(newsletter) ? html`` : html` lang="${language}"`
}
