import { html } from './escapeHtml.ts'
import { page } from './page.ts'

/** What a reader sees where nothing stands, or no longer does. */
export function missingPage(of: keyof typeof missing): string {
  const [title, why] = missing[of]
  return page(title, html`<p>${why}</p>\n`)
}

const missing = {
  address: [
    'There is nothing at this address',
    'Perhaps it was copied without its end. Rapporteur itself is spoken to in chat; type “help” there.',
  ],
  calendar: ['There is no public calendar', 'The secretariat has not switched it on.'],
  issue: ['There is no such newsletter', 'No issue of this number has been published.'],
  draft: [
    'This link shows no draft any more',
    'Such a link works for some days, and can be ended before. Ask whoever gave it to you for another.',
  ],
  subscription: [
    'You are not on the list',
    'This link belongs to nobody who gets the newsletter by e-mail, so there is no list to leave.',
  ],
} as const
