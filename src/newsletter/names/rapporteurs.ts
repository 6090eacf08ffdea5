import { isAllCaps, isCapital, type Word } from '../words/words.ts'

const title = 'Special Rapporteur'

/** `Special Rapporteur Okoye` in the words of a text: the one entity of that title, where no other bears it. */
export function rapporteurs(
  words: readonly Word[],
  known: readonly { readonly acronym: string }[],
): readonly { readonly owner: string; readonly from: number; readonly to: number }[] {
  const [only, ...others] = known.filter(({ acronym }) => acronym.startsWith(title))
  if (!only || others.length > 0) return []
  return words.flatMap(({ key }, from) => {
    const [second, name] = words.slice(from + 1, from + 3)
    const isTitle = key === 'special' && second?.key === 'rapporteur'
    return isTitle && isCapital(name) && !isAllCaps(name) ? [{ owner: only.acronym, from, to: from + 2 }] : []
  })
}
