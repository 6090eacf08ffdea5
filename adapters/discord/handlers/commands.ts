import { turnedAway } from '../../../src/chat/asking/answer.ts'
import { type Audience, findCommand } from '../../../src/core/catalog.ts'
import type { Input } from '../../../src/core/invocation.ts'
import { missing } from '../../../src/core/language/values.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Turn } from '../answers/outcome.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { limits } from '../limits.ts'
import { type Admitted, admit } from '../people/admit.ts'
import { withNames } from '../people/mentionedPeople.ts'
import { faultOf, formOf, keeping } from './formAnswers.ts'
import { openForm } from './openForm.ts'

type Command = Extract<Incoming, { kind: 'command' }>
type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** A slash command is the same command with these fields. */
export async function runCommand(context: AdapterContext, given: Command): Promise<Turn> {
  const { origin, command, fields, names } = given
  const form = () => formOf(context, command, fields)
  let named: Readonly<Record<string, string>>
  try {
    named = await withNames(context, origin, command, fields, names)
  } catch (error) {
    return faultOf(error, form())
  }
  const turn = await run(context, origin, { kind: 'fields', command, fields: named })
  // Discord keeps nothing of what was typed, so after a fault of ours it is given back.
  const lost = turn.answer.outcome === 'failed' && Object.keys(fields).length > 0 && form()
  return lost ? { answer: keeping(turn.answer, lost) } : turn
}

/** A command of a message’s menu, filled in with what the message says. */
export async function runShortcut(
  context: AdapterContext,
  { origin, label, text, link }: Shortcut,
): Promise<Turn> {
  const found = context.host.catalog
    .flatMap(({ shortcuts = [] }) => shortcuts)
    .find((one) => one.on === 'message' && one.label === label)
  if (!found) return { answer: turnedAway(`There is no command “${label}” any more.`) }
  const { command, fill, asks } = found
  // What has no room in the form is said not to be there.
  const given = fill ? { [fill.text]: shorten(text, limits.input), [fill.link]: link } : {}
  return run(context, origin, { kind: 'fields', command, fields: given, ask: asks })
}

async function run(context: AdapterContext, origin: Origin, input: Input): Promise<Turn> {
  const admitted: Admitted = await admit(context, origin)
  if (admitted.kind === 'out') return { answer: turnedAway(admitted.why) }
  const { speaks } = admitted.guest
  const answer = await context.host.dispatch({ ...speaks, deliveryId: origin.id, input })
  if (answer.outcome !== 'asked' || !answer.form) return { answer }
  return { answer, modal: await openForm(context, origin, answer.form, { prompted: false }) }
}

/** What is known of a command before it runs. */
interface Ahead {
  readonly command: string
  readonly fields: Readonly<Record<string, string>>
  readonly confirmed?: boolean
  readonly ask?: boolean
}

/**
 * For whom the answer of a command is meant, so that “thinking…” is shown to no more: what asks first, for what is
 * lacking or whether it is meant, asks the caller alone.
 */
export function audienceOf(
  context: AdapterContext,
  { command: words, fields, confirmed, ask }: Ahead,
): Audience {
  const command = findCommand(context.host.catalog, words)?.command
  if (!command || ask || missing(command.options, fields).length > 0) return 'caller'
  return command.confirm !== undefined && !confirmed ? 'caller' : command.audience
}
