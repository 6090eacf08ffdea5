import { choiceNamed } from '../../../core/language/choice/choices.ts'
import { opensQuote } from '../../../core/language/quotes.ts'
import { missing, type Readers } from '../../../core/language/readValues.ts'
import type { Option, Options } from '../../../core/option.ts'

type Fields = Readonly<Record<string, string>>

/** The most words of a group with a role and an entity behind it. */
const mostWords = 8

/**
 * `appoint etcip unodc` and `release etcip chair`: where something is lacking, and words are no group but their first one
 * is, what follows it is the role and the entity that are lacking. The same fields where nothing of the kind was typed.
 */
export async function withGroupParted(options: Options, fields: Fields, readers: Readers): Promise<Fields> {
  const lacking = missing(options, fields)
  if (lacking.length === 0) return fields
  const [first = '', option] = Object.entries(options)[0] ?? []
  const typed = fields[first]?.trim() ?? ''
  const words = typed.split(/\s+/)
  if (option?.kind !== 'group' || words.length < 2 || words.length > mostWords || opensQuote(typed, 0))
    return fields
  // The longest beginning that is a group: `border management chair`.
  const ways = words.flatMap((_, at) => {
    const taken = at === 0 ? undefined : takenFrom(options, lacking, words.slice(at))
    return taken ? [{ group: words.slice(0, at).join(' '), taken }] : []
  })
  if (ways.length === 0) return fields
  const [whole, ...read] = await readers.groups([typed, ...ways.map(({ group }) => group)])
  if (isFound(whole)) return fields
  const way = ways[read.findLastIndex(isFound)]
  return way ? { ...fields, ...way.taken, [first]: way.group } : fields
}

function isFound(read: (() => unknown) | undefined): boolean {
  try {
    return read?.() !== undefined
  } catch {
    return false
  }
}

/** The choice that the words begin or end with, and the rest as the entity; undefined where that leaves words without a place. */
function takenFrom(
  options: Options,
  lacking: readonly string[],
  words: readonly string[],
): Fields | undefined {
  const taken: Record<string, string> = {}
  let left = words
  for (const name of lacking) {
    const option = options[name]
    if (option?.kind !== 'choice') continue
    const found = choiceAt(option, left)
    if (!found) continue
    taken[name] = found.choice
    left = found.left
  }
  const entity = lacking.find((name) => /^entit(?:y|ies)$/.test(options[name]?.kind ?? ''))
  const name = left.join(' ').replace(/^(?:to|of|for|as|is|with) /i, '')
  if (name !== '' && entity === undefined) return undefined
  return name === '' || entity === undefined ? taken : { ...taken, [entity]: name }
}

function choiceAt(option: Option, words: readonly string[]) {
  for (const count of [2, 1]) {
    if (words.length < count) continue
    const [start, end] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')]
    const [choice, other] = choiceNamed(start, option)
    if (choice !== undefined && other === undefined) return { choice, left: words.slice(count) }
    const [closing, more] = choiceNamed(end, option)
    if (closing !== undefined && more === undefined) return { choice: closing, left: words.slice(0, -count) }
  }
  return undefined
}
