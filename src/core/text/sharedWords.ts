/** How many words two texts have in common, as a share of all their words; of each the first 500 count. */
export function sharedWords(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared / Math.max(1, left.size + right.size - shared)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).slice(0, 500))
}
