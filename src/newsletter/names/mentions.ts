export interface KnownEntity {
  readonly acronym: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly parts: readonly { readonly acronym: string; readonly name: string }[]
}

export interface KnownGroup {
  readonly acronym: string
  readonly name: string
  readonly aliases: readonly string[]
}

interface Term {
  readonly owner: string
  readonly pattern: RegExp
}

/**
 * Acronyms of the entities that a text names, in order of appearance, each once. An acronym counts as it is
 * written (`WHO`, not `who`), also joined by hyphens; a name counts in any case. A part counts as its entity.
 */
export function findEntities(text: string, known: readonly KnownEntity[]): readonly string[] {
  return inOrder(text, entityTerms(known))
}

/** Acronyms of the working groups that a text names, in order of appearance, each once. */
export function findGroups(text: string, known: readonly KnownGroup[]): readonly string[] {
  return inOrder(text, groupTerms(known))
}

/** Building the patterns costs more than using them, and the same list comes again with every text. */
const entityCache = new WeakMap<readonly KnownEntity[], readonly Term[]>()
const groupCache = new WeakMap<readonly KnownGroup[], readonly Term[]>()

function entityTerms(known: readonly KnownEntity[]): readonly Term[] {
  const cached = entityCache.get(known)
  if (cached) return cached
  const names = known.flatMap(({ acronym, name, aliases, parts }) =>
    [acronym, name, ...aliases, ...parts.flatMap((part) => [part.acronym, part.name])].map((term) => ({
      owner: acronym,
      term,
    })),
  )
  const terms = byLength(names).map(({ owner, term }) => ({ owner, pattern: termPattern(term) }))
  entityCache.set(known, terms)
  return terms
}

function groupTerms(known: readonly KnownGroup[]): readonly Term[] {
  const cached = groupCache.get(known)
  if (cached) return cached
  const terms = byLength(
    known.flatMap(({ acronym, name, aliases }) =>
      [acronym, name, ...aliases].map((term) => ({ owner: acronym, term })),
    ),
  ).map(({ owner, term }) => ({ owner, pattern: groupPattern(term) }))
  groupCache.set(known, terms)
  return terms
}

/** The longest first, so that a name within a longer name is not taken for itself. */
function byLength<T extends { readonly term: string }>(names: readonly T[]): readonly T[] {
  return names.filter(({ term }) => term.length > 1).sort((a, b) => b.term.length - a.term.length)
}

const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'

function termPattern(term: string): RegExp {
  return new RegExp(`${before}${spelt(term)}${after}`, isAcronym(term) ? 'gu' : 'giu')
}

/** Gender, human rights and PCVE are subjects too: such a word is a group only where it is called one. */
function groupPattern(term: string): RegExp {
  const word = spelt(term)
  if (/^working group/i.test(term))
    return new RegExp(`${before}(?:${word}|${spelt(term.replace(/^working group/i, 'WG'))})${after}`, 'giu')
  return new RegExp(
    `${before}(?:${word}\\s+(?:WG|Working Group)|(?:WG|Working Group)\\s+on\\s+(?:the\\s+)?${word})${after}`,
    'giu',
  )
}

function isAcronym(term: string): boolean {
  return (
    /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}-]+$/u.test(term) ||
    /^[\p{Lu}][\p{Lu}\p{Ll}]*\p{Lu}[\p{L}]*-[\p{Lu}]+$/u.test(term)
  )
}

/** A term with any blank, apostrophe, hyphen or accent that people type for the same. */
function spelt(term: string): string {
  return strip(term)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]?")
    .replace(/\s+/g, '[\\s-]+')
    .replace(/&/g, '(?:&|and)')
}

/** NFD, since compatibility forms can make eighteen letters of one. */
function strip(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
}

function inOrder(text: string, terms: readonly Term[]): readonly string[] {
  let rest = strip(text)
  const found: { at: number; owner: string }[] = []
  for (const { owner, pattern } of terms) {
    rest = rest.replace(pattern, (match, ...args) => {
      const at = args.find((arg) => typeof arg === 'number')
      found.push({ at: typeof at === 'number' ? at : 0, owner })
      return ' '.repeat(match.length)
    })
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ owner }) => owner))]
}
