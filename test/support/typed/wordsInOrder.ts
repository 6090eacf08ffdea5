/** The words of texts in their order, without the signs between them. */
export function wordsOf(...texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** Whether some words stand among others in the same order. */
export function standsIn(words: readonly string[], others: readonly string[]): boolean {
  let at = 0
  for (const word of others) if (word === words[at]) at += 1
  return at === words.length
}
