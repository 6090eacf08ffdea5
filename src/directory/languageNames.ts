/** Names of languages in English by their two-letter tags, in lower case: there is no table the other way. */
export function languageTags(): ReadonlyMap<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const tags = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  return new Map(tags.map((tag) => [english.of(tag)?.toLowerCase() ?? tag, tag]))
}

/**
 * Languages as people list them, `EN/FR`, `English, French`, `Arabic and Russian`: each once, a tag by its English name,
 * so that whoever looks for “French” finds it.
 */
export function readLanguages(text: string): string[] {
  const parts = text.split(/[;,/|&+\n]| (?:and|et|y) /iu).map((part) => part.trim())
  const said = parts.filter((part) => part !== '')
  // “E/F/S” is how lists of the United Nations write their official languages.
  const official = said.map((part) => officialLanguages.get(part))
  if (official.every((language) => language !== undefined)) return [...new Set(official)]
  return [...new Set(said.map(named))]
}

const officialLanguages: ReadonlyMap<string, string> = new Map([
  ['A', 'Arabic'],
  ['C', 'Chinese'],
  ['E', 'English'],
  ['F', 'French'],
  ['R', 'Russian'],
  ['S', 'Spanish'],
])

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** `French` for `fr` and `FRA`; any other word as it is, a short name such as `Lao` too. */
function named(language: string): string {
  const name = /^(?:[A-Za-z]{2}|[A-Z]{3})$/.test(language) ? english.of(language.toLowerCase()) : undefined
  return name ?? language
}
