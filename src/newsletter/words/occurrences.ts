/**
 * Where words stand in a text, from a place on: if there is any such place not inside of a longer word, “here” not in
 * “There”, only those; each once, in order.
 */
export function occurrences(words: string, text: string, most = mostCounted): readonly number[] {
  const [all, whole]: [number[], number[]] = [[], []]
  if (words === '') return []
  for (
    let at = text.indexOf(words);
    at >= 0 && all.length < most;
    at = text.indexOf(words, at + words.length)
  ) {
    all.push(at)
    const around = [
      text.slice(Math.max(at - 1, 0), at + 1),
      text.slice(at + words.length - 1, at + words.length + 1),
    ]
    if (!around.some((pair) => /^[\p{L}\p{M}\p{N}]{2}$/u.test(pair))) whole.push(at)
  }
  return whole.length > 0 ? whole : all
}

/** A word of a long text stands in it no more often than is of use. */
const mostCounted = 500
