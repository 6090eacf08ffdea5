import { type CommandSpec, commandWords, type FeatureSpec, usage } from '../catalog.ts'
import { button } from '../message.ts'
import type { Option } from '../option.ts'
import { list } from '../text/list.ts'
import { fold } from '../text/nearest.ts'
import type { RefusalContext } from './readFields.ts'

/** More would be a list to be read rather than a hint. */
const mostOthers = 2

/** What a refused option of a command is told with: the command's usage, and which others of its feature have the option. */
export function whereIn(feature: FeatureSpec, command: CommandSpec): RefusalContext {
  const others = (has: (command: CommandSpec) => boolean) => {
    const found = feature.commands.filter(has).map((other) => `/${commandWords(feature, other)}`)
    return found.length > mostOthers ? [] : found
  }
  return {
    usage: usage(feature, command),
    neighbours: (word) =>
      command.changes
        ? feature.commands.flatMap((other) => (other === command ? [] : optionsNamed(other, word)))
        : [],
    way: (label, fields) => button(label, commandWords(feature, command), fields),
    elsewhere(word) {
      const named = others(({ options }) => Object.keys(options).some((name) => fold(name) === word))
      if (named.length > 0) return `It is one of ${list(named, 'and')}. `
      const called = others((other) => other.group === undefined && fold(other.name) === word)
      if (called.includes(`/${commandWords(feature, command)}`)) return 'Its value is typed without a name. '
      if (called.length > 0) return `It is set by ${list(called)}. `
      if (command.group !== word && feature.commands.some(({ group }) => group === word))
        return `For that there is /${feature.name} ${word}. `
      const chosen = others(({ options }) =>
        Object.values(options).some(({ choices }) => choices?.some((choice) => fold(choice) === word)),
      )
      return chosen.length === 0 ? '' : `Did you mean ${list(chosen)}? `
    },
  }
}

/** The option of a name, or of a command of that name its first one: `/profile timezone` takes a zone. */
function optionsNamed({ group, name, options }: CommandSpec, word: string): readonly Option[] {
  const [first] = Object.values(options)
  return [
    ...Object.entries(options).flatMap(([one, option]) => (fold(one) === word ? [option] : [])),
    ...(group === undefined && fold(name) === word && first !== undefined ? [first] : []),
  ]
}
