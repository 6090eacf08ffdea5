import { type Phrases, phrasesOf } from '../words/phrases.ts'
import { translatedAcronyms } from './translated.ts'

export interface KnownEntity {
  readonly acronym: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly parts: readonly { readonly acronym: string; readonly name: string }[]
}

/**
 * Gives what entities are called, with the acronym that each name stands for. The names of the last directory are kept:
 * it changes seldom, and every text is held against it.
 */
export function entityNamesKept(): (entities: readonly KnownEntity[]) => Phrases<string> {
  let last: { readonly directory: string; readonly names: Phrases<string> } | undefined
  return (entities) => {
    const directory = JSON.stringify(entities)
    if (last?.directory !== directory) last = { directory, names: namesOf(entities) }
    return last.names
  }
}

function namesOf(entities: readonly KnownEntity[]): Phrases<string> {
  const acronyms = new Set(entities.map(({ acronym }) => acronym))
  return phrasesOf([
    ...entities.flatMap(({ acronym, name, aliases, parts }) =>
      [acronym, name, ...aliases, ...parts.flatMap((part) => [part.acronym, part.name])]
        .flatMap(withUn)
        .map((term) => [term, acronym] as const),
    ),
    ...Object.entries(translatedAcronyms).flatMap(([acronym, others]) =>
      acronyms.has(acronym)
        ? others
            .split('; ')
            .flatMap(withPrefixes)
            .map((term) => [term, acronym] as const)
        : [],
    ),
  ])
}

/** People write `UN` for `United Nations` in a name. */
export function withUn(term: string): readonly string[] {
  return term.startsWith('United Nations ') ? [term, term.replace('United Nations', 'UN')] : [term]
}

/** Arabic joins “and”, “for”, “by” and “as” to the word that follows, whose article “for” shortens. */
function withPrefixes(term: string): readonly string[] {
  if (!/^\p{Script=Arabic}/u.test(term)) return [term]
  const behind = [term, `ب${term}`, `ك${term}`, term.startsWith('ال') ? `ل${term.slice(1)}` : `ل${term}`]
  return [...behind, ...behind.map((one) => `و${one}`), `ف${term}`]
}
