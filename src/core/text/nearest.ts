/** Folds case and accents, so that `Éntity` and `entity` are one word; at most six times as long as the text. */
export function fold(text: string): string {
  return (
    text
      // Two signs of Arabic stand for whole phrases, which would be eighteen letters each.
      .replace(/[\ufdfa\ufdfb]/g, '')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .trim()
  )
}

/** The number of letters to change, add, drop or swap between two words. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The known word nearest to a typed one; undefined when none is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = fold(word).slice(0, 60)
  let found: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const d = distance(typed, fold(candidate))
    if (d < least) [found, least] = [candidate, d]
  }
  return found !== undefined &&
    least <= Math.max(1, Math.floor(Math.max(typed.length, fold(found).length) / 3))
    ? found
    : undefined
}

/** The one known word that is meant: exactly, else by an unambiguous beginning; several when it is ambiguous. */
export function match(word: string, known: readonly string[]): readonly string[] {
  // Most is typed as it is written, and need not be folded.
  if (word !== '' && known.includes(word)) return [word]
  const typed = fold(word)
  if (!typed) return []
  const exact = known.filter((candidate) => fold(candidate) === typed)
  return exact.length > 0 ? exact : known.filter((candidate) => fold(candidate).startsWith(typed))
}

/**
 * The titles nearest to what was typed: each typed word is in them but for slips of the hand, and there are as few slips
 * as possible. In the order in which they are given.
 */
export function nearTitles<T extends { readonly title: string }>(
  typed: string,
  known: readonly T[],
): readonly T[] {
  const words = wordsOf(typed).slice(0, mostWords)
  const slips = known.map(({ title }) => slipsIn(words, wordsOf(title)))
  const fewest = Math.min(...slips.filter((count) => count !== undefined))
  return words.length === 0 ? [] : known.filter((_, index) => slips[index] === fewest)
}

const mostWords = 12

function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, 300))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 40))
}

/** The slips between typed words and a title; undefined if a word is near to none of the title. */
function slipsIn(words: readonly string[], title: readonly string[]): number | undefined {
  let sum = 0
  for (const word of words) {
    const least = Math.min(...title.map((other) => distance(word, other)))
    if (least > Math.max(1, Math.floor(word.length / 3))) return undefined
    sum += least
  }
  return sum
}
