import type { Option } from '../../option.ts'
import { fold, match } from '../../text/nearest.ts'
import { answerIn } from '../sentences/assent.ts'

type Choosable = Pick<Option, 'choices' | 'also'>

/**
 * The choices that a word may name: exactly, by another word for one, in the plural, or by an unambiguous beginning.
 * Several where it is ambiguous.
 */
export function choiceNamed(typed: string, option: Choosable): readonly string[] {
  const text = wholeChoice(typed, option)
  if (text !== undefined) return [text]
  const choices = option.choices ?? []
  const word = bare(typed)
  for (const spelt of new Set([word, singular(word), singular(inOurSpelling(word))])) {
    const found = match(spelt, choices)
    if (found.length > 0) return found
  }
  return []
}

/** The choices of a list, `accepted, proposed`; none where a part of it names none or may name several. */
export function choicesListed(typed: string, option: Choosable): readonly string[] {
  const named = typed.split(/[,;/&+]| (?:and|or) /i).map((part) => choiceNamed(part, option))
  return named.every(({ length }) => length === 1) ? [...new Set(named.flat())] : []
}

/** The choice that a text says whole, in its own words or in others for it. */
export function wholeChoice(typed: string, { choices = [], also = {} }: Choosable): string | undefined {
  const assented = choices.includes('yes') && choices.includes('no') ? answerIn(typed) : undefined
  if (assented !== undefined) return assented
  const text = fold(bare(typed)).replace(/[’‘`]/g, "'")
  const choice = choices.find((one) => fold(one) === text)
  const other = Object.entries(also).find(([meant, words]) => choices.includes(meant) && words.includes(text))
  return choice ?? other?.[0]
}

function singular(word: string): string {
  return /[^s]s$/i.test(word) ? word.slice(0, -1) : word
}

/** `regional organisations` for `regional-organizations`. */
function inOurSpelling(words: string): string {
  return words.replace(/isation/gi, 'ization').replace(/\s+/g, '-')
}

/** The words without an article before and a stop behind them. */
function bare(typed: string): string {
  return typed
    .trim()
    .replace(/^(?:(?:of|the|all|only) )+/i, '')
    .replace(/[.,:;!]{1,3}$/, '')
}
