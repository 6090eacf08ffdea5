import { meaningsOf } from '../../words/vocabulary.ts'
import type { Token } from '../token.ts'
import { isSign, type Match } from '../written.ts'

/** `ten` before `past`, and `ten minutes` before `to` as well: `ten to twelve` may go from one hour to another. */
export function minutesBesideHourAt(tokens: readonly Token[], at: number): Match<number> | undefined {
  const [token, hyphen, five] = tokens.slice(at, at + 3)
  const isCompound = token?.text === 'twenty' && isSign(hyphen, '-') && five?.text === 'five'
  const value = isCompound
    ? 25
    : token?.kind === 'number'
      ? token.value
      : (meaningsOf(token?.text ?? '').count ?? 0)
  if (value < 2 || value > 29) return undefined
  const next = at + (isCompound ? 3 : 1)
  const { unit } = meaningsOf(tokens[next]?.text ?? '')
  if (unit?.[0] === 'minute') return { value, next: next + 1 }
  const isRange = tokens[next]?.text === 'to' && (token?.kind === 'number' || value < 13)
  return isRange ? undefined : { value, next }
}
