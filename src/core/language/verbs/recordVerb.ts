import type { Catalog, CommandSpec, FeatureSpec } from '../../catalog.ts'
import { fold } from '../../text/nearest.ts'
import { firstWord } from '../action.ts'
import { saidIn } from '../said/sayings.ts'
import { sameVerb } from './nearActions.ts'
import { takesRecord } from './takesRecord.ts'

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
  if (!/^\p{L}{2,} \p{L}{1,4}\p{Nd}/u.test(text) || isFeature || saidIn(catalog, text) !== undefined)
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

/** `M1 cancel` as `cancel M1`, where that says something and `M1 cancel` does not; any other text as it is. */
export function verbFirst(catalog: Catalog, text: string): string {
  const [, number, verb, rest = ''] =
    /^(\p{L}{1,4}\p{Nd}{1,9}),? (\p{L}{3,20})[.!]?( .+)?$/su.exec(text) ?? []
  if (number === undefined || saidIn(catalog, text) !== undefined) return text
  const turned = `${verb} ${number}${rest}`
  return saidIn(catalog, turned) === undefined && !commandOfRecord(catalog, turned) ? text : turned
}
