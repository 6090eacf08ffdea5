import type { Option, Options } from '../../option.ts'
import { firstWord } from '../action.ts'
import { choiceNamed } from '../choice/choices.ts'
import { opensQuote, unquote } from '../quotes.ts'

/** A longer first text is a title, of which every word is its own. */
const longestAcronym = 60

const acronym = /^\p{Lu}[\p{Lu}\p{Nd}&./-]+$/u

const address = /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u

/** What may be named by the words that are left. */
const named: ReadonlySet<string> = new Set(['text', 'entity', 'entities', 'person'])

/**
 * `ECOWAS "Economic Community of …"`, `YOUTH UNDP and IOM` and `ETCIP chair CTED`: what is still required stands, in its
 * order, behind an acronym.
 */
export function takeInOrder(options: Options, first: string, fields: Record<string, string>): void {
  const [word, rest] = firstWord(fields[first] ?? '')
  const missing = Object.entries(options).filter(
    ([name, { required }]) => required && name !== first && fields[name] === undefined,
  )
  const last = missing.pop()
  if (!last || rest === '' || !leads(options[first], word, rest)) return
  const taken: [string, string][] = []
  let left = rest
  for (const [name, option] of missing) {
    const [said, more] = firstWord(left)
    const [choice] = option.kind === 'choice' ? choiceNamed(said, option) : []
    if (choice === undefined) return
    taken.push([name, choice])
    left = more
  }
  const [name, { kind }] = last
  if (left === '' || !named.has(kind)) return
  Object.assign(fields, Object.fromEntries(taken), { [first]: word, [name]: unquote(left, name) })
}

/** Whether a word is a value of its own before what follows it. `UN Women` may be one name, and is left as it is. */
function leads(option: Option | undefined, word: string, rest: string): boolean {
  const quoted = opensQuote(rest, 0)
  if (option?.kind === 'group') return acronym.test(word)
  if (option?.kind === 'text' && address.test(word)) return true
  if (option?.kind !== 'text' || (option.max ?? Number.POSITIVE_INFINITY) > longestAcronym) return false
  return quoted || (acronym.test(word) && /\s/.test(rest))
}
