import type { Word } from '../words/words.ts'
import { isShortWord } from './ordinaryWords.ts'
import { shortAcronym } from './slips.ts'

/** A name in the words of a text, and whose it is. */
export interface Named {
  readonly owner: string
  readonly from: number
  readonly to: number
}

/** Whether a name that is not sure by its letters is so in a list of names: `Iom`, `iom`. */
export function mayBeListed(words: readonly Word[], { from, to }: Named): boolean {
  const text = words[from]?.text ?? ''
  return /^(?!Who$)\p{Lu}\p{Ll}/u.test(text) || (to === from + 1 && isSmall(text))
}

function isSmall(text: string): boolean {
  return text.length <= shortAcronym && /^\p{Ll}{2,}$/u.test(text)
}

/**
 * The names that are sure and those that stand in a list with one, in their order: `Ohchr, Iom & Undp`, `iom, wco and
 * unhcr`. A short one in small letters that is also a word, `who`, has other names on both sides.
 */
export function withListed(
  words: readonly Word[],
  found: readonly Named[],
  doubtful: readonly Named[],
): readonly Named[] {
  const sure = new Set(found)
  const lists: Named[][] = []
  for (const one of [...found, ...doubtful].sort((first, second) => first.from - second.from)) {
    const list = lists.at(-1)
    const last = list?.at(-1)
    if (list && last && areListed(words, last, one)) list.push(one)
    else lists.push([one])
  }
  const textOf = (one: Named) => words[one.from]?.text ?? ''
  const isName = (one: Named) => sure.has(one) || !isSmall(textOf(one)) || !isShortWord(textOf(one))
  return lists.flatMap((list) => {
    if (!list.some((one) => sure.has(one))) return []
    const [first, last] = [list.findIndex(isName), list.findLastIndex(isName)]
    return list.filter((one, at) => {
      if (sure.has(one) || isSmall(textOf(one))) return first <= at && at <= last
      return [list[at - 1], list[at + 1]].some((other) => other !== undefined && sure.has(other))
    })
  })
}

/** What stands between two names of a list. */
const links = new Set([',', 'and', '/', ',and', '+', '-'])

function areListed(words: readonly Word[], first: Named, second: Named): boolean {
  if (second.from - first.to > 2) return false
  return links.has(
    words
      .slice(first.to, second.from)
      .map(({ key }) => key)
      .join(''),
  )
}
