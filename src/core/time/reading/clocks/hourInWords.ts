import { meaningsOf } from '../../words/vocabulary.ts'
import type { Token } from '../token.ts'
import type { Match } from '../written.ts'
import { type Clock, withHalf } from './clockAt.ts'

/** `ten`, `ten thirty`, `ten in the morning` after `at`: an hour in words, with the minutes that follow it. */
export function hourInWordsAt(tokens: readonly Token[], at: number): Match<Clock> | undefined {
  const hour = countIn(tokens[at])
  if (hour === undefined || hour > 12) return undefined
  const minutes = countIn(tokens[at + 1])
  const minute = minutes !== undefined && minutes >= 10 && minutes < 60 ? minutes : 0
  return withHalf(
    tokens,
    minute > 0 ? at + 2 : at + 1,
    { hour, minute, bare: minute === 0, exact: false },
    tokens[at]?.text ?? '',
  )
}

const articles = new Set(['a', 'an', 'un', 'une', 'una', 'uno'])

/** A whole number in words; articles count nothing. */
function countIn(token: Token | undefined): number | undefined {
  const { count } = meaningsOf(token?.text ?? '')
  return token?.kind === 'word' && count !== undefined && count >= 1 && !articles.has(token.text)
    ? count
    : undefined
}
