import { type Json, object } from '../../../src/core/json.ts'
import { limits } from '../limits.ts'

/** Letters of any script, digits, hyphen, underscore and apostrophe; Devanagari and Thai also with their signs. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** Where it is absent, the command is a slash command. */
export function kindOf(command: Json): number {
  return typeof command['type'] === 'number' ? command['type'] : 1
}

export function tooMany(what: string, count: number, limit: number): readonly string[] {
  return count > limit ? [`There are ${count} ${what}; at most ${limit} are taken.`] : []
}

/** The words that occur more than once. */
export function duplicates(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

/** A word in the default language and in every other. */
export function localized(part: Json, word: 'name' | 'description'): readonly string[] {
  return [part[word], ...Object.values(object(part[`${word}_localizations`]))].map((one) =>
    typeof one === 'string' ? one : '',
  )
}

/** Across all languages, the longest one counts. */
export function lengthOf(part: Json, word: 'name' | 'description'): number {
  return Math.max(...localized(part, word).map(({ length }) => length))
}

export function nameProblems(where: string, name: string, typed = true): readonly string[] {
  const fits = typed
    ? namePattern.test(name) && name === name.toLowerCase()
    : lengthFits(name, limits.commandName)
  if (fits) return []
  const wanted = typed ? '1 to 32 small letters, digits, hyphens and underscores' : '1 to 32 characters'
  return [`${where} is not a name (“${name}”): it must be ${wanted}.`]
}

/** Anything with a typed name and a description: a command, a group or an option. */
export function describedProblems(where: string, part: Json): readonly string[] {
  return [
    ...localized(part, 'name').flatMap((name) => nameProblems(where, name)),
    ...localized(part, 'description').flatMap((description) =>
      lengthFits(description, limits.about)
        ? []
        : [
            `${where} has a description of ${description.length} characters; it must have 1 to ${limits.about}.`,
          ],
    ),
  ]
}

export function lengthFits(text: string, most: number): boolean {
  return text.trim() !== '' && text.length <= most
}
