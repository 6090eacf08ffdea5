import { type Catalog, findCommand } from '../../catalog.ts'
import type { Button } from '../../message.ts'
import { isQuestion } from '../sentences/asked.ts'
import { onceForEach } from '../sentences/byFirstWord.ts'
import { lineOfSaying } from '../sentences/sayings.ts'
import { meantButton } from './meantButton.ts'

/** The features with what they offer in the place of what they do. */
const offering = onceForEach(
  (catalog: Catalog): Catalog =>
    catalog.map((feature) => ({ ...feature, sayings: feature.offers ?? [], titled: [] })),
)

/** What parts the lines of one pattern that may mean several. */
const parted = ' | '

/** The commands that a sentence may ask for which may be told or meant otherwise, as buttons that do them; none for any other sentence. */
export function offeredButtons(catalog: Catalog, text: string): readonly Button[] {
  const [first = ''] = text.split(' ')
  // `directory who is chair of ETCIP` names a feature.
  const isFeature = catalog.some(({ name, aliases }) => name === first || aliases?.includes(first))
  if (isFeature && !isQuestion(text)) return []
  const lines = lineOfSaying(offering(catalog), text)?.split(parted) ?? []
  return lines.flatMap((line) => buttonOf(catalog, line) ?? [])
}

function buttonOf(catalog: Catalog, line: string): Button | undefined {
  const words = line.split(' ')
  const length = [3, 2].find((count) => findCommand(catalog, words.slice(0, count).join(' ')))
  return length === undefined
    ? undefined
    : meantButton(catalog, words.slice(0, length).join(' '), words.slice(length).join(' '))
}
