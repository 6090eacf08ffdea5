import { commandWords, findCommand } from '../core/catalog.ts'
import { orUserError, UserError } from '../core/errors.ts'
import { changedFields } from '../core/form.ts'
import type { Input, Invocation } from '../core/invocation.ts'
import { clean } from '../core/language/clean.ts'
import { readLine, type TypedLine } from '../core/language/readLine.ts'
import { completed } from '../core/language/trailing/completed.ts'
import type { Button } from '../core/message.ts'
import { shorten } from '../core/text/text.ts'
import type { Command, Feature } from './services.ts'

/** A command with its option texts, as an invocation asks for it. */
export interface ReadCommand {
  readonly command: Command
  /** `meeting schedule`, or `meeting agenda add`. */
  readonly words: string
  readonly fields: Readonly<Record<string, string>>
  /** The question that the command asks before it acts was answered with yes. */
  readonly confirmed: boolean
  /** The options that a typed line named without a colon, which the answer says. */
  readonly named?: readonly string[]
  /** Opens the form even when nothing is missing. */
  readonly ask: boolean
  /** Makes what was just made once more, as its button says: the second, the third. */
  readonly again?: number
  /** How the record stood when the form was opened. */
  readonly present?: Readonly<Record<string, string>> | undefined
  /** Takes the whole line as one text, offered if an option in it cannot be read. */
  readonly asItStands?: Button | undefined
  /** The line fits no pattern; its words were weighed. */
  readonly weighed?: boolean
  /** What a line that was taken for a name may ask for, offered where nothing bears that name. */
  readonly guesses?: readonly Button[]
  /** What else the typed line may mean, offered under the answer. */
  readonly beside?: Button | undefined
}

/** Whether a command changes nothing, however often it runs. */
export function isReadOnly({ command, ask }: ReadCommand): boolean {
  return ask || !command.changes
}

/** Reads an input. A `UserError` is returned rather than raised, since it is said once the caller is known. */
export function readInput(
  features: readonly Feature[],
  { input, read }: Pick<Invocation, 'input' | 'read'>,
): ReadCommand | UserError {
  if (read instanceof UserError) return read
  return orUserError(() =>
    input.kind === 'line'
      ? readTyped(features, read ?? readLine(features, input.text))
      : readFields(features, input),
  )
}

/** Reads the line of an invocation into it, so that nobody reads it again. */
export function readOnce(features: readonly Feature[], invocation: Invocation): Invocation {
  const { input, read } = invocation
  if (input.kind !== 'line' || read !== undefined) return invocation
  return { ...invocation, read: orUserError(() => readLine(features, input.text)) }
}

/** A feature or group named without an action means its help, and nothing at all means the whole help. */
function readTyped(features: readonly Feature[], typed: TypedLine): ReadCommand {
  const words = typed.kind === 'help' ? 'help' : commandWords(typed.feature, typed.command)
  const command = commandOf(features, words)
  if (typed.kind === 'command') {
    const { fields, confirmed, named = [], asItStands, beside, weighed = false, guesses = [] } = typed
    return {
      command,
      words,
      fields: completed(command.options, fields),
      confirmed,
      named,
      ask: false,
      asItStands,
      beside,
      weighed,
      guesses,
    }
  }
  const fields = {
    ...(typed.feature ? { feature: typed.feature.name } : {}),
    ...(typed.action === '' ? {} : { action: typed.action }),
  }
  return { command, words, fields, confirmed: false, ask: false }
}

function readFields(
  features: readonly Feature[],
  {
    command: words,
    fields,
    confirmed = false,
    ask = false,
    present: opened,
  }: Extract<Input, { readonly kind: 'fields' }>,
): ReadCommand {
  const command = commandOf(features, words)
  const { again, ...others } = fields
  const cleaned = cleanedTexts(command.makes ? others : fields)
  const present = opened && cleanedTexts(opened)
  return {
    command,
    words,
    fields: ask ? cleaned : completed(command.options, changedFields(command.options, cleaned, present)),
    confirmed,
    ask,
    present,
    ...(command.makes && again !== undefined && { again: Number(again) }),
  }
}

function cleanedTexts(texts: ReadCommand['fields']): ReadCommand['fields'] {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, clean(text)]))
}

function commandOf(features: readonly Feature[], words: string): Command {
  const found = findCommand(features, words)
  if (!found)
    throw new UserError(`There is no command /${shorten(words)} any more. /help shows what there is.`)
  return found.command
}
