import type { Word } from '../words/words.ts'

/** Past a bracket that holds a date. */
export function afterDate(words: readonly Word[], at: number): number {
  if (words[at]?.key !== '(') return at
  for (let to = at + 1; to < Math.min(words.length, at + 16); to++) {
    if (words[to]?.key === ')')
      return /\d/.test(
        words
          .slice(at, to)
          .map(({ key }) => key)
          .join(''),
      )
        ? to + 1
        : at
  }
  return at
}

/** Past `,`, `and`, `&` and the like, which join a list; undefined where none stands. */
export function afterJoint(words: readonly Word[], at: number): number | undefined {
  let to = at
  if ([',', ';'].includes(words[to]?.key ?? '')) to++
  if (['and', '&', 'et', 'y', 'и', '/'].includes(words[to]?.key ?? '')) to++
  return to > at ? to : undefined
}

/** Whether a clause ends after a place: nothing follows but a date, another clause, or that it was online as well. */
export function closesClause({ words }: { readonly words: readonly Word[] }, end: number): boolean {
  const [after, next] = [words[end], words[end + 1]]
  if (after === undefined || ['(', ';', '.', ':'].includes(after.key) || /^\d/.test(after.key)) return true
  if (after.key === '-' || after.key === '|') return !after.joined
  // `Vienna and online`, `Vienna/online`
  if (['and', 'or', '/', '+'].includes(after.key))
    return /^(?:online|virtual|virtually|hybrid|remote|remotely)$/.test(next?.key ?? '')
  return after.key === ',' && /^(?:\d|w$|week$|last$|this$|late$|early$|mid$)/.test(next?.key ?? '')
}
