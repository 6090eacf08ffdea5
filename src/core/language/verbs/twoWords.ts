import type { Catalog } from '../../catalog.ts'
import { fold } from '../../text/nearest.ts'
import { firstWord } from '../readAction.ts'
import type { CommandOfRecord } from './recordVerb.ts'

/** The longest word of a command that there may be. */
const longest = 32

/** The one command whose two words stand without those of its feature, and what follows: `add entity CGS`. */
export function commandOfTwoWords(catalog: Catalog, text: string): CommandOfRecord | undefined {
  const [first, behind] = firstWord(text)
  const [second, rest] = firstWord(behind)
  if (second === '' || first.length > longest || second.length > longest) return undefined
  const [group, name] = [fold(first), fold(second)]
  if (catalog.some((one) => one.name === group || one.aliases?.includes(group))) return undefined
  const found = catalog.flatMap((feature) =>
    feature.commands
      .filter((command) => command.group === group && command.name === name)
      .map((command) => ({ feature, command, rest })),
  )
  return found.length === 1 ? found[0] : undefined
}
