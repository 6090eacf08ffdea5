import { type Catalog, findCommand } from '../../catalog.ts'
import { fold } from '../../text/nearest.ts'

/** Words before what an order is about: `close the newsletter`, `add a new reminder`. */
const articles = new Set(['a', 'an', 'the', 'my', 'our', 'this', 'new'])

/** Words that join it to what follows: `add a reminder to call Anna`. */
const joints = /^(?:to|of|for|that|about|called|named|on) /i

/**
 * The commands that fit what an order says it is about, and the words behind that: of `add a reminder to call Anna`
 * those of reminders, and `call Anna`. All of them where it says nothing of the kind.
 */
export function narrowed(
  catalog: Catalog,
  candidates: readonly string[],
  rest: string,
): { readonly words: readonly string[]; readonly rest: string } {
  const typed = rest.split(' ')
  const begins = typed.findIndex((word) => !articles.has(fold(word)))
  // A working group is a group.
  const at = /^working groups?$/i.test(typed.slice(begins, begins + 2).join(' ')) ? begins + 1 : begins
  const about = fold(typed[at] ?? '').replace(/[.!,]$/, '')
  const words = candidates.filter((one) =>
    namesOf(catalog, one).some((name) => name === about || `${name}s` === about),
  )
  if (about === '' || words.length === 0) return { words: candidates, rest }
  return {
    words,
    rest: typed
      .slice(at + 1)
      .join(' ')
      .replace(joints, ''),
  }
}

/** What a command is about, in a word: its group, else its feature under any of its names. */
function namesOf(catalog: Catalog, words: string): readonly string[] {
  const found = findCommand(catalog, words)
  if (!found) return []
  const { feature, command } = found
  return command.group === undefined ? [feature.name, ...(feature.aliases ?? [])] : [command.group]
}
