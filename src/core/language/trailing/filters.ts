import type { Option, Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { isPeriodForm } from '../../time/period.ts'
import { choiceNamed, wholeChoice } from '../choice/choices.ts'

/** The most words of a filter, as of `in the last two months`. */
const longest = 5
/** More words are a text that is looked for. */
const most = 12

/** Words between filters: `accepted ones of UNODC in November`. */
const joints = /^(?:of|by|from|for|in|with|and|or|the|ones)$/i

const acronym = /^(?:\p{Lu}[\p{Lu}\p{Nd}&-]{1,20}|UN \p{Lu}\p{Ll}+)$/u

type Named = readonly [name: string, option: Option]

/**
 * The filters of a list in whatever order, `UNODC accepted` as `accepted UNODC`: choices, periods and acronyms. Words that
 * are none of them stay for the text of a list that begins with a choice; other lists are left as they were typed.
 */
export function takeFilters(options: Options, first: string, fields: Record<string, string>): void {
  const typed = fields[first] ?? ''
  const words = typed.split(/,? /)
  if (options['page']?.kind !== 'integer' || options[first]?.required || /["“„«]/.test(typed)) return
  if (words.length < 2 || words.length > most) return
  const given = Object.entries(options).filter(
    ([name, { kind }]) => kind !== 'integer' && (name === first || fields[name] === undefined),
  )
  const { taken, left, joined, twice } = partFilters(given, words)
  // `accepted, proposed`: of an option that takes one, neither is taken for another.
  if (twice) return
  const [searched] = given.find(([name, { kind }]) => kind === 'text' && name !== first) ?? []
  const rest = left.join(' ')
  const isWhole = rest === '' && (taken.size > 1 || (taken.size > 0 && joined))
  const isSearch = options[first]?.kind === 'choice' && searched !== undefined && taken.size > 0
  if (!isWhole && !(isSearch && rest !== '')) return
  delete fields[first]
  Object.assign(fields, Object.fromEntries(taken), rest !== '' && searched ? { [searched]: rest } : {})
}

interface Parted {
  readonly taken: ReadonlyMap<string, string>
  /** The words that are no filter. */
  readonly left: readonly string[]
  /** Whether words led to a filter: `from UNODC`, `group ETCIP`. */
  readonly joined: boolean
  /** Whether a choice was named twice, by two of its words. */
  readonly twice: boolean
}

/** The filters among words, the longest at each place. */
function partFilters(options: readonly Named[], words: readonly string[]): Parted {
  const taken = new Map<string, string>()
  const left: string[] = []
  let [joined, twice] = [false, false]
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const free = options.filter(([name]) => !taken.has(name))
    const found = filterAt(free, words, at)
    const isNamed = free.some(([name]) => fold(word) === name && filterAt(free, words, at + 1)?.name === name)
    if (found) taken.set(found.name, found.value)
    else if (isNamed || joints.test(word)) joined = true
    else {
      left.push(word)
      twice ||= options.some(([, option]) => option.kind === 'choice' && wholeChoice(word, option))
    }
    at = found?.next ?? at + 1
  }
  return { taken, left, joined, twice }
}

function filterAt(
  options: readonly Named[],
  words: readonly string[],
  at: number,
): { readonly name: string; readonly value: string; readonly next: number } | undefined {
  for (let next = Math.min(words.length, at + longest); next > at; next -= 1) {
    const value = words.slice(at, next).join(' ')
    // `with` begins a word of a choice too.
    if (joints.test(value)) continue
    for (const [name, option] of options) {
      const read = filterOf(option, value)
      if (read !== undefined) return { name, value: read, next }
    }
  }
  return undefined
}

/** The value of an option that words surely are; undefined for any others. */
function filterOf(option: Option, value: string): string | undefined {
  const { kind } = option
  if (kind === 'choice') {
    const [choice, other] = value.length > 1 ? choiceNamed(value, option) : []
    return other === undefined ? choice : undefined
  }
  const isOne =
    (kind === 'period' && !/^\p{Nd}{1,3}$/u.test(value) && isPeriodForm(value)) ||
    (kind === 'day' && /\p{L}|\p{Nd}{4}/u.test(value) && isMomentForm(value)) ||
    ((kind === 'entity' || kind === 'group') && acronym.test(value))
  return isOne ? value : undefined
}
