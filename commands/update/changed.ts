import type { UpdateContent } from '../../db/newsletter/updates.ts'
import { detailsOf } from './card.ts'

const names = ['section', 'date', 'entities', 'wg', 'place', 'link', 'embargo'] as const

/** What an edit changed beside the text: `place Kara (was Lomé)`; empty where it changed nothing of that. */
export function detailsChanged(after: UpdateContent, before: UpdateContent): string {
  const [now, then] = [detailsOf(after), detailsOf(before)]
  return names
    .filter((name) => now[name] !== then[name])
    .map((name) => `${name} ${now[name] ?? 'none'} (was ${then[name] ?? 'none'})`)
    .join('; ')
}
