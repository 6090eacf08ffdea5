import type { Part, Parts, WordPart } from './pattern.ts'

/** A line in words: as they were typed, and folded, which may be missing; each at the same place. */
export interface SpokenWords {
  readonly typed: readonly string[]
  readonly words: readonly (string | undefined)[]
}

/** The words of a line that stand in a gap, `end` left out. */
export interface Gap {
  readonly sign: '…' | '#' | '@' | '✉'
  readonly start: number
  readonly end: number
}

/** How a line fits a pattern. */
export interface Fit {
  /** In words; a gap for any words counts half. */
  readonly length: number
  readonly gaps: readonly Gap[]
}

/** The best way to come as far as a word, by the number of words before it. */
type Fits = ReadonlyMap<number, Fit>

const none: Fits = new Map()

/**
 * How a line fits a pattern from its first word to its last: the way that takes most words of the pattern, and of
 * several the one whose first gap is the shortest. Each part is walked once, from all words that the parts before it
 * lead to, so that the time grows with the line’s length and no more.
 */
export function fitOf(parts: Parts, line: SpokenWords): Fit | undefined {
  return walk(parts, line, atStart()).get(line.words.length)
}

/** How many words may be taken from the beginning of a line to fit a pattern. */
export function lengthsOf(parts: Parts, line: SpokenWords): readonly number[] {
  return [...walk(parts, line, atStart()).keys()]
}

function atStart(): Fits {
  return new Map([[0, { length: 0, gaps: [] }]])
}

function walk(parts: Parts, line: SpokenWords, before: Fits): Fits {
  let fits = before
  for (const part of parts) {
    fits = step(part, line, fits)
    if (fits.size === 0) return none
  }
  return fits
}

function step(part: Part, line: SpokenWords, before: Fits): Fits {
  switch (part.kind) {
    case 'oneOf':
    case 'number':
    case 'acronym':
    case 'address':
      return oneWord(part, line, before)
    case 'words':
      return anyWords(before, line.words.length)
    case 'name':
      return aName(before, line.words)
    case 'either':
      return eitherOf(part.of, line, before)
  }
}

function oneWord(part: WordPart, line: SpokenWords, before: Fits): Fits {
  let after: Map<number, Fit> | undefined
  for (const [start, { length, gaps }] of before) {
    if (!takes(part, line, start)) continue
    const end = start + 1
    after ??= new Map()
    after.set(end, {
      length: length + 1,
      gaps: part.kind === 'oneOf' ? gaps : [...gaps, { sign: signs[part.kind], start, end }],
    })
  }
  return after ?? none
}

const signs = { number: '#', acronym: '@', address: '✉' } as const

function takes(part: WordPart, line: SpokenWords, at: number): boolean {
  switch (part.kind) {
    case 'oneOf':
      return part.words.has(line.words[at] ?? '')
    case 'number':
      return isNumber(part.letter, line.words[at] ?? '')
    case 'acronym':
      return isAcronym(line.typed[at] ?? '')
    case 'address':
      return isAddress(line.typed[at] ?? '')
  }
}

function eitherOf(rows: readonly Parts[], line: SpokenWords, before: Fits): Fits {
  let all = none
  for (const row of rows) {
    const fits = walk(row, line, before)
    all = all.size === 0 ? fits : fits.size === 0 ? all : better(all, fits)
  }
  return all
}

function better(one: Fits, other: Fits): Fits {
  const both = new Map(one)
  for (const [at, fit] of other) if (isLonger(fit, both.get(at))) both.set(at, fit)
  return both
}

function anyWords(before: Fits, most: number): Fits {
  const after = new Map<number, Fit>()
  let best: { readonly fit: Fit; readonly start: number } | undefined
  for (let end = 1; end <= most; end++) {
    const start = end - 1
    const fit = before.get(start)
    if (fit && isLonger(fit, best?.fit)) best = { fit, start }
    if (best)
      after.set(end, {
        length: best.fit.length + 0.5,
        gaps: [...best.fit.gaps, { sign: '…', start: best.start, end }],
      })
  }
  return after
}

/** The most words of a name. */
const mostOfName = 4

/** Words that join others, of which no name of a few words has one that a pattern should take. */
const joining = new Set(
  'a an the of for with and or about after before in on at to from by that this it is are my our your me us'.split(
    ' ',
  ),
)

function aName(before: Fits, words: SpokenWords['words']): Fits {
  const after = new Map<number, Fit>()
  for (const [start, fit] of before) {
    for (let end = start + 1; end <= Math.min(words.length, start + mostOfName); end++) {
      if (joining.has(words[end - 1] ?? '')) break
      const taken: Fit = { length: fit.length + 0.5, gaps: [...fit.gaps, { sign: '…', start, end }] }
      if (isLonger(taken, after.get(end))) after.set(end, taken)
    }
  }
  return after
}

function isLonger(fit: Fit, than: Fit | undefined): boolean {
  return than === undefined || fit.length > than.length
}

/** `M12` with its folded letter, or any one where that is empty. */
export function isNumber(letter: string, word: string): boolean {
  const [, typed, digits] = /^(\p{L}?)(\p{Nd}{1,9})$/u.exec(word.replace(/:$/, '')) ?? []
  return digits !== undefined && (letter === '' || letter === typed)
}

/** `ana@example.org`, `(ana@example.org)` */
function isAddress(word: string): boolean {
  return /^[(<]?[^\s@()<>]{1,100}@[^\s@()<>]{1,100}\.\p{L}{2,20}[)>]?,?$/u.test(word)
}

/** `ETCIP`, `HRRoL-VOT` and `IOM`, as they are written and not in small letters, which any word may have. */
export function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{Nd}-]{0,20}\p{Lu}[\p{L}\p{Nd}-]{0,20}[?!.,:]{0,3}$/u.test(word)
}
