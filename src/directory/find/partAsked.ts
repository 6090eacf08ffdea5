/** Words around a name that ask for its card. */
const before = new Set('please pls plz show me open tell about what whats what\'s is are who whos who\'s info information on the members observers chair chairs card of in'.split(' ')) // biome-ignore format: a table
const behind = new Set('please pls plz members member observers observer chair chairs group wg card info meetings meeting'.split(' ')) // biome-ignore format: a table

/** More words are no name with words of asking around it. */
const mostWords = 10

/** The name in `observers of etcip` or `whats etcip`, and whether its meetings are asked for; what was typed where none is. */
export function partAsked(typed: string): { readonly name: string; readonly meetings: boolean } {
  const words = typed
    .trim()
    .replace(/[?!.]{1,3}$/, '')
    .split(/\s+/)
  const says = (word: string | undefined) => (word ?? '').toLowerCase().replace(/[’‘`]/g, "'")
  let [from, to] = [0, words.length]
  if (words.length > mostWords) return { name: typed, meetings: false }
  while (from < to && before.has(says(words[from]))) from++
  while (to > from && behind.has(says(words[to - 1]))) to--
  const meetings = words.slice(to).some((word) => /^meetings?$/i.test(word))
  return { name: words.slice(from, to).join(' '), meetings }
}
