/** An entity as a list of people names it, taken apart as far as the name itself tells. */
export interface GuessedEntity {
  readonly acronym: string
  readonly name: string
  /** The name as the list writes it, where it is neither of these. */
  readonly alias: string
}

/** `Council of the South (CHS)`, `CHS – Council of the South`, `CHS`; of a name alone the acronym is its initials. */
export function guessedEntity(typed: string): GuessedEntity {
  const text = typed.trim().replace(/\s+/g, ' ')
  const after = /^([^()]+) \(([^()\s]{2,20})\)$/.exec(text)
  if (after) return { name: after[1] ?? text, acronym: after[2] ?? text, alias: text }
  const before = /^([^\s]{2,20}) [–—-] (.+)$/.exec(text)
  if (before) return { name: before[2] ?? text, acronym: before[1] ?? text, alias: text }
  if (!text.includes(' ')) return { name: text, acronym: text, alias: '' }
  return { name: text, acronym: initials(text), alias: '' }
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const capital = words.filter((word) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word))
  const some = capital.length > 1 ? capital : words
  return some.map((word) => [...word][0]?.toUpperCase() ?? '').join('')
}
