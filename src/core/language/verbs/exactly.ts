import {
  type Catalog,
  type CommandSpec,
  commandWords,
  type FeatureSpec,
  givenInWords,
} from '../../catalog.ts'
import type { OptionKind } from '../../option.ts'
import { onceForEach } from '../sentences/byFirstWord.ts'

/** A command with the one value that was typed behind its whole name. */
export interface ExactCommand {
  readonly feature: FeatureSpec
  readonly command: CommandSpec
  readonly fields: Readonly<Record<string, string>>
}

/** How a key is written, by the kind of the option; a value of any other kind may hold more, or be asked about. */
const keys: ReadonlyMap<OptionKind, RegExp> = new Map([
  ['entity', /^\p{Lu}{3,20}$/u],
  ['person', /^[\w.+-]{1,64}@[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,5}$/],
  ['meeting', /^M\p{Nd}{1,9}$/u],
])

/**
 * `directory entity CTED`, `/directory person anna@un.example` and `meeting show M1`: the words of a command as they are
 * listed and one key of the kind that it begins with, which is no sentence and needs no other reading. Undefined for any
 * other line.
 */
export function exactCommand(catalog: Catalog, text: string): ExactCommand | undefined {
  const at = text.lastIndexOf(' ')
  const value = text.slice(at + 1)
  const found = at < 0 ? undefined : byWords(catalog).get(text.slice(text.startsWith('/') ? 1 : 0, at))
  return found?.key.test(value)
    ? { feature: found.feature, command: found.command, fields: { [found.first]: value } }
    : undefined
}

/** The commands that begin with such a key, by their words. */
const byWords = onceForEach(
  (catalog: Catalog) =>
    new Map(
      catalog.flatMap((feature) =>
        feature.commands.flatMap((command) => {
          const [[first = '', option] = []] = givenInWords(command.options)
          const key = option && keys.get(option.kind)
          return key ? [[commandWords(feature, command), { feature, command, first, key }] as const] : []
        }),
      ),
    ),
)
