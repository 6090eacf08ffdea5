import type { Option } from '../option.ts'
import { fold, match } from '../text/nearest.ts'

type Choosable = Pick<Option, 'choices' | 'also'>

/**
 * The choices that a word may name: exactly, by another word for one, in the plural, or by an unambiguous beginning.
 * Several where it is ambiguous.
 */
export function choiceNamed(typed: string, option: Choosable): readonly string[] {
  const said = choiceSaid(typed, option)
  if (said !== undefined) return [said]
  const choices = option.choices ?? []
  const word = bare(typed)
  const found = match(word, choices)
  return found.length > 0 || !/[^s]s$/i.test(word) ? found : match(word.slice(0, -1), choices)
}

/** The choice that a text says whole, in its own words or in others for it. */
export function choiceSaid(typed: string, { choices = [], also = {} }: Choosable): string | undefined {
  const said = fold(bare(typed)).replace(/[’‘`]/g, "'")
  const choice = choices.find((one) => fold(one) === said)
  return choice ?? Object.entries(also).find(([, words]) => words.includes(said))?.[0]
}

/** The words without an article before and a stop behind them. */
function bare(typed: string): string {
  return typed
    .trim()
    .replace(/^(?:(?:of|the|all|only) )+/i, '')
    .replace(/[.,:;!]{1,3}$/, '')
}
