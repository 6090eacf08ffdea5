const english = new Set(
  'the of in on at to and for with from by a an its their is was were has have that this held on'.split(' '),
)
const others = new Set(
  'le la les des du de et une un dans pour avec sur aux au ont est el los las del y una en para con por que der die das und von mit zur il degli della delle o os as da do das com'.split(
    ' ',
  ),
)

/**
 * Whether a text may be printed in an English letter. It counts as foreign where most of its letters are of another
 * script, or where the small words of another language outnumber the English ones; names alone are taken for English.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length > 0 && latin.length * 2 < letters.length) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const [ours, theirs] = [english, others].map((known) => words.filter((word) => known.has(word)).length)
  return (theirs ?? 0) < 3 || (theirs ?? 0) <= (ours ?? 0)
}
