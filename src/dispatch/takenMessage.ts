import { changeMessage, isMessageTaken, takeMessage } from '../../db/newsletter/sources/takenMessages.ts'
import type { Host } from '../core/adapter.ts'
import { commandWords } from '../core/catalog.ts'
import { orUserError, UserError } from '../core/errors.ts'
import { clean } from '../core/language/clean.ts'
import { readLine } from '../core/language/readLine.ts'
import type { ReadCommand } from './readInput.ts'
import type { Run } from './run.ts'
import type { Feature, Services } from './services.ts'

/**
 * Notes which chat message an invocation was typed in or used on, if the command takes that message's text or offers
 * to, so that an edit of the message can be followed.
 */
export async function noteTakenMessage(
  { services: { store, features }, invocation: { caller, message }, now }: Run,
  asked: ReadCommand | UserError,
): Promise<void> {
  if (message === undefined) return
  const text = takenText(features, asked)
  if (text === undefined) return
  const { platform, tenant, account } = caller
  await takeMessage(store.kysely, { platform, tenant, account, message, said: text }, now)
}

/** Notes that a chat message was edited or deleted, if something was taken from it. */
export async function noteChangedMessage(
  { store, features, clock }: Pick<Services, 'store' | 'features' | 'clock'>,
  ...[message, text]: Parameters<Host['messageChanged']>
): Promise<void> {
  const db = store.kysely
  if (!(await isMessageTaken(db, message))) return
  const says = text ? lineIn(features, await text()) : null
  if (says === undefined) return
  await changeMessage(db, message, says, clock.now())
}

/** The text that a line gives to its command, or the whole line if it names none; undefined for control characters. */
function lineIn(features: readonly Feature[], line: string): string | undefined {
  const text = orUserError(() => clean(line))
  if (text instanceof UserError) return undefined
  const read = orUserError(() => readLine(features, text))
  if (read instanceof UserError || read.kind !== 'command') return text
  const option = textOption(features, commandWords(read.feature, read.command))
  return (option === undefined ? undefined : read.fields[option]) ?? text
}

function takenText(features: readonly Feature[], asked: ReadCommand | UserError): string | undefined {
  const takes =
    asked instanceof UserError
      ? asked.buttons.map(({ command, values }) => [command, values] as const)
      : [[asked.words, asked.fields] as const]
  for (const [words, fields] of takes) {
    const option = textOption(features, words)
    const text = option === undefined ? undefined : fields[option]
    if (text !== undefined && text !== '') return text
  }
  return undefined
}

/** The option of a command that takes the text of a message; undefined where it takes none. */
function textOption(features: readonly Feature[], words: string): string | undefined {
  const shortcuts = features.flatMap(({ shortcuts: own = [] }) => own)
  return shortcuts.find(({ command, fill }) => command === words && fill !== undefined)?.fill?.text
}
