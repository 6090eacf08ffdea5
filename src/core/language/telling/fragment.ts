/** `in Lima`, `at the Office`: where, and nothing that was done there; its first group is the place. */
export const where = /^(?:in|at) (\S+(?: \S+){0,2})$/iu
/** `move to January`, `put it under regional`: what is to be done with a record. */
const order = /^(?:move|put|change|make|set|switch) (?:\S+ ){0,3}\S+$/iu
/** `because it is wrong`: why it is to change. */
const why = /^(?:because|since|parce qu|puisque|porque|weil)(?:\S*)(?: \S+){1,14}$/iu
/** `and tell everyone`: the rest of a sentence, as it is typed behind a number; a new text begins with a capital. */
const rest =
  /^(?:as|from|for|with|without|about|and|but|or|to|by|into|until|till|so|if|when|before|after|instead|please|which|that|then|it|is|was|has|needs|should|must|will)(?: \S+){1,7}$/u
/** Some scripts put no spaces between words. */
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}\p{P}\p{M}\s]+$/u

/** Whether words go on with a sentence, or say where, why or what is to be done, rather than say something whole; so does one word alone. */
export function goesOn(words: string): boolean {
  if (!spaced.test(words)) return false
  return !/\s/.test(words.trim()) || [where, order, why, rest].some((detail) => detail.test(words))
}

/** Whether words that would replace a whole text may be a detail of it: `Regional`, `in Lima`, `because it is wrong`. */
export function isFragment(words: string, before: string): boolean {
  const [count, former] = [words, before].map((text) => text.trim().split(/\s+/).length)
  if (count === undefined || former === undefined || former < 5 || !spaced.test(words)) return false
  return count <= 3 || goesOn(words)
}
