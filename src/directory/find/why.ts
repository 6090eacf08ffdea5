import { distance, fold } from '../../core/text/nearest.ts'

/** A hit of a search with all that is known of it, each by what it is: `alias`, `station`. */
export interface SearchMatch {
  readonly kind: 'person' | 'entity' | 'group' | 'holder'
  readonly match: 'exact' | 'short' | 'whole' | 'slip' | 'holds' | 'near'
  readonly known: { readonly [facet: string]: string | readonly string[] | null }
}

/** Says why a hit matched a query, in a few words: `also called OMS`, `in Vienna`, `name is nearly “Elanto”`. */
export function whyMatched(hit: SearchMatch, query: string): string {
  switch (hit.match) {
    case 'exact':
      return hit.kind === 'person' ? 'exact e-mail' : 'exact acronym'
    case 'whole':
      return 'exact name'
    case 'short':
      return called(hit, (name) => fold(name) === fold(query)) ?? 'exact name'
    case 'slip':
      return called(hit, (name) => distance(fold(name), fold(query)) === 1, 'nearly ') ?? 'nearly the acronym'
    case 'holds':
    case 'near':
      return wordByWord(hit, query)
  }
}

/** Whether a hit is only guessed: a single word hardly means what merely sounds like it, unless it is a name in another script. */
export function isGuess(hit: SearchMatch & { readonly label: string }, query: string): boolean {
  const isLatin = (text: string) => /^[\p{Script=Latin}\P{L}]+$/u.test(text)
  return (
    !/\s/.test(query.trim()) &&
    isLatin(query) &&
    isLatin(hit.label) &&
    whyMatched(hit, query) === 'sounds alike'
  )
}

/** Whether every word of a query stands in what is known of a hit, and none is only like something there. */
export function holdsEveryWord(hit: SearchMatch, query: string): boolean {
  return wordsOf(query).every((word) => holding(hit, word) !== undefined)
}

/** The acronym, alias or part by which a hit is meant. */
function called({ known }: SearchMatch, meant: (name: string) => boolean, nearly = ''): string | undefined {
  const acronym = textsOf(known['acronym']).find(meant)
  if (acronym !== undefined) return `${nearly}${acronym}`
  const alias = textsOf(known['alias']).find(meant)
  if (alias !== undefined) return `${nearly === '' ? '' : 'nearly '}also called ${alias}`
  const part = textsOf(known['part']).find((name) => meant(name.split(' ')[0] ?? ''))
  return part === undefined ? undefined : `its part ${part}`
}

const phrases: Readonly<Record<string, (text: string) => string>> = {
  acronym: () => 'acronym',
  name: () => 'name',
  alias: (text) => `also called ${text}`,
  part: (text) => `its part ${text}`,
  title: () => 'title',
  entity: (text) => `of ${text}`,
  email: () => 'e-mail',
  station: (text) => `in ${text}`,
  country: (text) => `in ${text}`,
  language: (text) => `speaks ${text}`,
  subject: (text) => `deals with ${text}`,
  objective: () => 'objective',
}

const mostReasons = 3

function wordByWord(hit: SearchMatch, query: string): string {
  const words = wordsOf(query)
  const reasons = words.map((word) => holding(hit, word) ?? resembling(hit, word))
  const texts = [...new Set(reasons.filter((reason) => reason !== undefined))].slice(0, mostReasons)
  return texts.length > 0 ? texts.join(', ') : 'sounds alike'
}

/** The first thing known in which a word begins as the folded one does; in Chinese, which parts no words, has it. */
function holding({ known }: SearchMatch, word: string): string | undefined {
  const isHeld = /\p{Script=Han}/u.test(word)
    ? (other: string) => other.includes(word)
    : (other: string) => other.startsWith(word)
  for (const [facet, value] of Object.entries(known)) {
    const text = textsOf(value).find((one) => wordsOf(one).some(isHeld))
    if (text !== undefined) return phrases[facet]?.(text)
  }
  return undefined
}

/** The known word that a misspelt one is nearest to. */
function resembling({ known }: SearchMatch, word: string): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3))
  for (const facet of ['acronym', 'name', 'alias', 'title', 'station', 'country', 'language']) {
    const near = textsOf(known[facet]).flatMap((text) =>
      text.split(/[\s,;()]+/).filter((one) => distance(fold(one), word) <= most),
    )
    if (near[0] !== undefined) return `nearly “${near[0]}”`
  }
  return undefined
}

function textsOf(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[\s,;:()@./“”"’'-]+/)
    .filter((word) => word !== '')
}
