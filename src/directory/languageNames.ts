import { fold } from '../core/text/nearest.ts'
import { lazily } from '../core/time/lazily.ts'

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
  const texts = parts.filter((part) => part !== '')
  // “E/F/S” is how lists of the United Nations write their official languages.
  const official = texts.map((part) => officialLanguages.get(part))
  if (official.every((language) => language !== undefined)) return [...new Set(official)]
  return [...new Set(texts.map(named))]
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

/** Languages of many people that no tag of two letters stands for, in lower case. */
const further =
  `berber cantonese comorian creole dari filipino fulani fulfulde hassaniya luo mandarin moore pidgin tamazight
  tetum tigre tok bislama balochi hazaragi sign`.split(/\s+/)

/** In the languages that people list themselves in: `français`, `Español`, `русский`. */
const locales = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'de', 'it', 'pt', 'tr', 'uk', 'nl', 'sw']

/** English names of languages by their names in many, folded; the first language that has a name keeps it. */
const englishNames = lazily((): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const tags = [...languageTags()].filter(([name, tag]) => name !== tag)
  // A language names itself as its speakers do.
  const ways = [...locales, ...tags.map(([, tag]) => tag)]
  for (const way of ways) {
    const shown = new Intl.DisplayNames(way, { type: 'language', fallback: 'none' })
    const own = locales.includes(way) ? tags.map(([, tag]) => tag) : [way]
    for (const tag of own) {
      const [name, inEnglish] = [shown.of(tag), english.of(tag)]
      if (name !== undefined && inEnglish !== undefined && !names.has(fold(name)))
        names.set(fold(name), inEnglish)
    }
  }
  return names
})

/** Whether some word of it is the name of a language: `fluent French`, `Swiss German` and `Arabic (spoken)` are. */
export function namesLanguage(text: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{M}]+/u)
  return (
    englishNames().has(fold(text)) || words.some((word) => englishNames().has(word) || further.includes(word))
  )
}

/** `French` for `fr`, `FRA` and `français`; any other word as it is, a short name such as `Lao` too. */
function named(language: string): string {
  const name = /^(?:[A-Za-z]{2}|[A-Z]{3})$/.test(language) ? english.of(language.toLowerCase()) : undefined
  return name ?? englishNames().get(fold(language)) ?? language
}
