import type { Catalog, CommandSpec, FeatureSpec } from '../../catalog.ts'
import { fold } from '../../text/nearest.ts'
import { firstWord } from '../readAction.ts'
import { lineOfSaying } from '../sentences/sayings.ts'
import { sameVerb } from './nearActions.ts'
import { lettersOf, withLetters } from './numbered.ts'
import { isRecordNumber, takesRecord } from './takesRecord.ts'

/** A command, and what was typed behind its words. */
export interface CommandOfRecord {
  readonly feature: FeatureSpec
  readonly command: CommandSpec
  readonly rest: string
}

/**
 * The one command that a verb before the number of a record names without its feature, as `cancel R1`; a word that says
 * the same does, too: `delete R1`. Undefined where none does, or several do, or where a saying has these words.
 */
export function commandOfRecord(catalog: Catalog, text: string): CommandOfRecord | undefined {
  const [verb, rest] = firstWord(text)
  const isFeature = catalog.some(({ name, aliases }) => name === verb || aliases?.includes(verb))
  if (!/^\p{L}{2,} \p{L}{1,4}\p{Nd}/u.test(text) || isFeature || lineOfSaying(catalog, text) !== undefined)
    return undefined
  const taking = catalog.flatMap((feature) =>
    feature.commands
      .filter((command) => command.group === undefined && takesRecord(command, rest))
      .map((command) => ({ feature, command, rest })),
  )
  // Lists offer “Open U1”, which shows it.
  const word = fold(verb) === 'open' ? 'show' : fold(verb)
  const same = sameVerb(
    word,
    taking.map(({ command }) => command.name),
  )
  const named = taking.filter(({ command }) => command.name === word)
  const found = named.length > 0 ? named : taking.filter(({ command }) => same.includes(command.name))
  return found.length === 1 ? found[0] : undefined
}

/**
 * A line with its verb before the number that it is about, where that says something and the line as typed does not: `M1
 * cancel` as `cancel M1`, `delete the update number 3` as `delete U3`, `U4 section regional` as `edit U4 section:regional`.
 */
export function verbFirst(catalog: Catalog, text: string): string {
  const [, letters = '', number = ''] = /^(\p{L}{1,3}) (\p{Nd}{1,9})$/u.exec(text) ?? []
  // `U 1`
  if ([...lettersOf(catalog).values()].includes(letters.toUpperCase()))
    return `${letters.toUpperCase()}${number}`
  // `/update U1`
  const [, noun = '', own = ''] = /^(\p{L}{4,20}) #?(\p{L}{1,3}\p{Nd}{1,9})$/u.exec(text) ?? []
  const prefix = lettersOf(catalog).get(noun.toLowerCase())
  if (prefix !== undefined && own.toUpperCase().replace(/\p{Nd}/gu, '') === prefix)
    return shown(catalog, own.toUpperCase())
  if (isRecordNumber(text)) return shown(catalog, text)
  const lettered = withLetters(catalog, text)
  if (lettered !== undefined) {
    const line = turned(catalog, lettered.replace(/^(?:please|pls) /i, ''))
    if (says(catalog, line)) return line
  }
  return turned(catalog, text)
}

/** `LIB2` as `library show LIB2`, where no saying has the number alone. */
function shown(catalog: Catalog, number: string): string {
  if (lineOfSaying(catalog, number) !== undefined) return number
  const [feature] = catalog.filter(({ commands }) =>
    commands.some((one) => one.group === undefined && one.name === 'show' && takesRecord(one, number)),
  )
  return feature ? `${feature.name} show ${number}` : number
}

function turned(catalog: Catalog, text: string): string {
  const [, number, word = '', rest = ''] =
    /^(\p{L}{1,4}\p{Nd}{1,9})[,:]? (\p{L}{3,20})[.!]?( .+)?$/su.exec(text) ?? []
  if (number === undefined || lineOfSaying(catalog, text) !== undefined) return text
  const line = `${word} ${number}${rest}`
  return says(catalog, line) ? line : (edited(catalog, { number, word, value: rest.trim() }) ?? text)
}

function says(catalog: Catalog, line: string): boolean {
  return lineOfSaying(catalog, line) !== undefined || commandOfRecord(catalog, line) !== undefined
}

/** A longer value may be a sentence that begins with the name of an option. */
const longestValue = 100

/** `U4 section civil society`: the name of an option by which what has a number is edited, and its value. */
function edited(
  catalog: Catalog,
  { number, word, value }: { readonly number: string; readonly word: string; readonly value: string },
): string | undefined {
  const found = commandOfRecord(catalog, `edit ${number}`)
  const [first, ...others] = Object.keys(found?.command.options ?? {})
  const name = others.find((one) => one === fold(word))
  if (!found || first === undefined || name === undefined || value === '' || value.length > longestValue)
    return undefined
  return `${found.feature.name} edit ${number} ${name}:${value.replace(/^(?:to|is|=|→|->) /, '')}`
}
