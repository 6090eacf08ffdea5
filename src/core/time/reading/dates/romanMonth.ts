import type { Token } from '../token.ts'

const months = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')

/** `17.XI.2026`: a day, its month in Roman numbers and the year, with points between them; undefined for anything else. */
export function romanDayAt(
  tokens: readonly Token[],
  at: number,
): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const [day, first, month, second, year] = tokens.slice(at, at + 5)
  const isPointed = [first, second].every((sign) => sign?.text === '.' && !sign.spaced)
  if (!isPointed || day?.kind !== 'number' || day.text.length > 2 || year?.kind !== 'number') return undefined
  if (year.text.length !== 4 || year.spaced || month?.spaced) return undefined
  const found = months.indexOf(month?.text ?? '') + 1
  return found === 0 ? undefined : { year: year.value, month: found, day: day.value }
}
