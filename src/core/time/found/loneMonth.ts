import type { Token } from '../reading/token.ts'
import { isSign } from '../reading/written.ts'
import { meaningsOf } from '../words/vocabulary.ts'

/** `31 November 2026`, `31st of November`: the day before the month is one that it has not. */
export function isBehindDay(tokens: readonly Token[], at: number): boolean {
  if (meaningsOf(tokens[at]?.text ?? '').month === undefined) return false
  const of = meaningsOf(tokens[at - 1]?.text ?? '').of ? at - 2 : at - 1
  const day = tokens[of]?.kind === 'word' && !tokens[of]?.spaced ? of - 1 : of
  return tokens[day]?.kind === 'number' && (tokens[day]?.text.length ?? 0) < 3
}

/** `march` and `may` are verbs, so that a month alone needs its capital, and `May` a word before it. */
export function isLoneMonth(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = meaningsOf(tokens[at - 1]?.text ?? '')
  const led =
    before.in === true ||
    before.of === true ||
    before.on === true ||
    before.from === true ||
    isSign(tokens[at - 1], '(')
  const written = text.slice(token?.start ?? 0, token?.end)
  // `OCT visited Tashkent`, `the Office (OCT)`: capitals are an acronym in a sentence that is not written in them.
  if (/^\p{Lu}{3,4}$/u.test(written) && /\p{Ll}/u.test(text)) return before.in === true
  const capital = /^\p{Lu}/u.test(written)
  if (token?.text === 'may' || token?.text === 'march' || token?.text === 'mar') return led && capital
  return capital || led
}
