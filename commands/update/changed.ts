import type { UpdateContent } from '../../db/newsletter/updates.ts'
import { detailsOf } from './card.ts'
import { printedDays } from './write/reading/reading.ts'

const names = ['section', 'date', 'entities', 'wg', 'place', 'link', 'embargo'] as const

/** What an edit changed beside the text: `place Kara (was Lomé)`; empty where it changed nothing of that. */
export function detailsChanged(after: UpdateContent, before: UpdateContent): string {
  const [now, then] = [saidOf(after), saidOf(before)]
  return names
    .filter((name) => now[name] !== then[name])
    .map((name) => `${name} ${now[name] ?? 'none'} (was ${then[name] ?? 'none'})`)
    .join('; ')
}

/** Days that only stand in the words are its date too. */
function saidOf(content: UpdateContent): ReturnType<typeof detailsOf> {
  const days = printedDays(content)
  return days === undefined ? detailsOf(content) : { date: days, ...detailsOf(content) }
}
