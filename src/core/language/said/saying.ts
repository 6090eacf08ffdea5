import { fold } from '../../text/nearest.ts'

/**
 * The line that a saying stands for, with what was said in its gaps; undefined where the words are others. `…` is any
 * words, `#` a number, `M#` one with that letter, `@` an acronym as acronyms are written. Each stands in the line in
 * the order in which it was said, and the last of a kind as often as the line has it; `@1` and `@2` are the first and the second acronym.
 */
export function sayAs(
  saying: string,
  line: string,
  words: readonly (string | undefined)[],
  typed: readonly string[],
): string | undefined {
  const parts = wordsOf(saying)
  const places = placed(parts, words, typed, 0, 0)
  if (!places || tellsInstead(parts, places)) return undefined
  const said = Map.groupBy(places, ({ sign }) => sign)
  const seen = new Map<string, number>()
  return line.replace(/…|#|@[12]?/g, (mark) => {
    const sign = mark.slice(0, 1)
    const numbered = { '@1': 0, '@2': 1 }[mark]
    const at = numbered ?? seen.get(mark) ?? 0
    seen.set(mark, at + 1)
    // What was said by one sign may stand in the line as another.
    const filling = said.get(sign) ?? places
    return filling[Math.min(at, filling.length - 1)]?.text ?? ''
  })
}

interface Place {
  readonly sign: string
  readonly text: string
}

/** What was said in each gap from a part of the saying on; the first gap is as short as it may be. */
function placed(
  parts: readonly string[],
  words: readonly (string | undefined)[],
  typed: readonly string[],
  part: number,
  at: number,
): readonly Place[] | undefined {
  const wanted = parts[part]
  if (wanted === undefined) return at === words.length ? [] : undefined
  if (wanted !== '…') {
    const sign = wanted.endsWith('#') ? '#' : wanted
    if (sign === '@' ? !isAcronym(typed[at] ?? '') : !fits(wanted, words[at] ?? '')) return undefined
    const rest = placed(parts, words, typed, part + 1, at + 1)
    const isGap = sign === '#' || sign === '@'
    return rest && isGap ? [{ sign, text: withoutEnd(typed[at] ?? '').replace(/[,:]$/, '') }, ...rest] : rest
  }
  for (let end = at + 1; end <= words.length; end++) {
    const rest = placed(parts, words, typed, part + 1, end)
    if (rest) return [{ sign: '…', text: withoutEnd(typed.slice(at, end).join(' ')) }, ...rest]
  }
  return undefined
}

/** `ETCIP`, `HRRoL-VOT` and `IOM`, as they are written and not in small letters, which any word may have. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{Nd}-]{0,20}\p{Lu}[\p{L}\p{Nd}-]{0,20}[?!.,:]{0,3}$/u.test(word)
}

/** Words with which a name begins rather than a question or an order. */
const nouns = new Set('the a an next last meeting meetings minutes contact search phone email address chair members agenda yes no maybe coming'.split(' ')) // biome-ignore format: a table

/** More words behind a noun tell something: `Minutes of silence were held at the memorial in Madrid`. */
const longestGap = 5

/** Whether the words of a saying that is a noun go on as a sentence does and no name would. */
function tellsInstead([first = '']: readonly string[], places: readonly Place[]): boolean {
  return (
    nouns.has(first) &&
    places.some(({ text }) => wordsOf(text).length > longestGap && !wordsOf(text).every(isOfTitle))
  )
}

/** `#` is a number with or without a letter, `M#` one with that letter. */
export function fits(saying: string, word: string): boolean {
  if (!saying.endsWith('#')) return saying === word
  const [, letter, digits] = /^(\p{L}?)(\p{Nd}{1,9})$/u.exec(word.replace(/:$/, '')) ?? []
  return digits !== undefined && (saying === '#' || letter === fold(saying.slice(0, -1)))
}

/** `Special`, `on`, `of`, `Counter-Terrorism`. */
export function isOfTitle(word: string): boolean {
  return (
    /^\(?[\p{Lu}\p{Nd}]/u.test(word) || /^(?:of|on|and|the|for|to|in|with|against|de|la|y|et)$/.test(word)
  )
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

export function plain(word: string): string {
  return fold(word)
    .replace(/[’‘`]/g, "'")
    .replace(/^[¿¡]/, '')
    .replace(/[?!.,؟]{1,3}$/, '')
}

export function withoutEnd(text: string): string {
  return text
    .trim()
    .replace(/[?!.؟]{1,3}$/, '')
    .trim()
}
