/** A word of an item as it is compared: the stem of what it says, the acronym, or the name of a place. */
export interface ComparedWord {
  readonly stem: string
  /** Whether it is a verb or a number, which two authors write each in their own way. */
  readonly free: boolean
}

/** Two texts must share this many words in the same order, and this part of the shorter one, before the rest is compared. */
const leastShared = 3
const leastPart = 0.6
/** How many words of an item are compared. */
const mostWords = 50
/** Words that share this many first letters are taken for forms of one word. */
const alikeLetters = 4

/**
 * Whether two items are one sentence with another word in its place: `trained judges of Mali on drones` and `trained
 * judges of Mali on prisons`. Nobody writes so about one event; somebody who writes about two does.
 */
export function isParallel(first: readonly ComparedWord[], second: readonly ComparedWord[]): boolean {
  const [one, other] = [first.slice(0, mostWords), second.slice(0, mostWords)]
  const shared = inOneOrder(one, other)
  if (shared.length < leastShared || shared.length < leastPart * Math.min(one.length, other.length))
    return false
  const ends = [...shared, [one.length, other.length] as const]
  return ends.some(([to, otherTo], index) => {
    const [from, otherFrom] = ends[index - 1] ?? [-1, -1]
    return isOther(one.slice(from + 1, to), other.slice(otherFrom + 1, otherTo), one, other)
  })
}

/** Whether each of two corresponding pieces says something that the other text says nowhere. */
function isOther(
  piece: readonly ComparedWord[],
  otherPiece: readonly ComparedWord[],
  one: readonly ComparedWord[],
  other: readonly ComparedWord[],
): boolean {
  const own = piece.filter((word) => !other.some((each) => isAlike(word, each)))
  const theirs = otherPiece.filter((word) => !one.some((each) => isAlike(word, each)))
  return own.some(({ free }) => !free) && theirs.some(({ free }) => !free)
}

function isAlike({ stem }: ComparedWord, other: ComparedWord): boolean {
  return (
    stem === other.stem ||
    (stem.length >= alikeLetters && stem.slice(0, alikeLetters) === other.stem.slice(0, alikeLetters))
  )
}

/** Where the longest sequence of words stands that two texts share in the same order. */
function inOneOrder(
  one: readonly ComparedWord[],
  other: readonly ComparedWord[],
): readonly (readonly [number, number])[] {
  const longest: number[][] = Array.from({ length: one.length + 1 }, () => Array(other.length + 1).fill(0))
  const at = (row: number, column: number) => longest[row]?.[column] ?? 0
  const same = (row: number, column: number) => one[row]?.stem === other[column]?.stem
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--) {
      const found = same(row, column)
        ? 1 + at(row + 1, column + 1)
        : Math.max(at(row + 1, column), at(row, column + 1))
      const line = longest[row]
      if (line) line[column] = found
    }
  const places: [number, number][] = []
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (same(row, column)) places.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return places
}
