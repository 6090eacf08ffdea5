import type { Command, Feature } from '../../commands/define.ts'
import { commandWords } from '../core/catalog.ts'
import { UserError } from '../core/errors.ts'
import type { Invocation } from '../core/invocation.ts'
import { clean } from '../core/language/clean.ts'
import { readLine, shorten } from '../core/language/read.ts'

export interface Read {
  readonly kind: 'command'
  readonly command: Command
  readonly words: string
  readonly fields: Readonly<Record<string, string>>
  readonly confirmed: boolean
  readonly ask: boolean
}

/** What an invocation asks for: a command with its option texts, or help. */
export type Asked = Read | { readonly kind: 'help'; readonly feature: { readonly name: string } | undefined }

/** Whether it only looks, so that nothing is changed however often it is done. */
export function onlyLooks(asked: Asked): boolean {
  return asked.kind === 'help' || asked.ask || !asked.command.changes
}

/** Reads an invocation. Raises `UserError`. */
export function readInput(features: readonly Feature[], { input }: Invocation): Asked {
  if (input.kind === 'line') {
    const typed = readLine(features, input.text)
    if (typed.kind === 'help') return typed
    const words = commandWords(typed.feature, typed.command)
    return {
      kind: 'command',
      command: commandOf(features, words),
      words,
      fields: typed.fields,
      confirmed: typed.confirmed,
      ask: false,
    }
  }
  const fields = Object.fromEntries(Object.entries(input.fields).map(([name, text]) => [name, clean(text)]))
  const command = commandOf(features, input.command)
  return {
    kind: 'command',
    command,
    words: input.command,
    fields,
    confirmed: input.confirmed ?? false,
    ask: input.ask ?? false,
  }
}

function commandOf(features: readonly Feature[], words: string): Command {
  const [name, action = ''] = words.split(' ')
  const command = features
    .find((feature) => feature.name === name)
    ?.commands.find((candidate) => candidate.name === action)
  if (!command)
    throw new UserError(`There is no command /${shorten(words)} any more. /help shows what there is.`)
  return command
}
