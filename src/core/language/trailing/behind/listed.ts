import type { Option, Options } from '../../../option.ts'
import { fold } from '../../../text/nearest.ts'
import { choiceNamed, wholeChoice } from '../../choice/choices.ts'
import { firstWord } from '../../readAction.ts'

/** The most words of a choice: `in progress`. */
const longest = 3
/** The most words that narrow a list; more are sought as they are. */
const most = 6

/** What may be the first option of a list whose words are narrowed down by others. */
const narrowed: ReadonlySet<string | undefined> = new Set(['text', 'group', 'entity'])

/**
 * `list ongoing`, `list publications`, `list pillar II` and `list open Kenya`: where a list may be narrowed by what stands
 * in a choice, a word of it is that choice and not a part of a name. A list is what has pages.
 */
export function takeListed(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  if (option?.required || !narrowed.has(option?.kind) || options['page']?.kind !== 'integer') return
  let words = (fields[first] ?? '').split(' ').filter((word) => word !== '')
  if (words.length === 0 || words.length > most) return
  for (let found = choiceIn(options, words, fields); found; found = choiceIn(options, words, fields)) {
    fields[found.name] = found.choice
    words = [...words.slice(0, found.at), ...words.slice(found.at + found.count)]
  }
  if (words.length === 0) delete fields[first]
  else fields[first] = words.join(' ')
}

interface Found {
  readonly name: string
  readonly choice: string
  readonly at: number
  readonly count: number
}

/** A choice at the end of the words, or at their beginning, of an option that is not given yet. */
function choiceIn(
  options: Options,
  words: readonly string[],
  fields: Readonly<Record<string, string>>,
): Found | undefined {
  const free = Object.entries(options).filter(
    ([name, { kind }]) => kind === 'choice' && fields[name] === undefined,
  )
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    for (const at of new Set([words.length - count, 0])) {
      const text = words.slice(at, at + count).join(' ')
      for (const [name, option] of free) {
        const choice = named(name, option, text, count === words.length)
        if (choice !== undefined) return { name, choice, at, count }
      }
    }
  }
  return undefined
}

/** The choice that words say: whole, behind the name of its option, or in the plural where nothing else was typed. */
function named(name: string, option: Option, text: string, isAll: boolean): string | undefined {
  const [own, value] = firstWord(text)
  const [behindName, other] = fold(own) === fold(name) && value !== '' ? choiceNamed(value, option) : []
  if (behindName !== undefined && other === undefined) return behindName
  // `I` and `II` are pillars behind their name alone.
  if (text.length < 3) return undefined
  const plural = isAll || /^\p{Ll}+s$/u.test(text) ? wholeChoice(text.replace(/s$/i, ''), option) : undefined
  return wholeChoice(text, option) ?? plural
}
