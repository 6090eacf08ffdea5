import { turnedAway } from '../../src/core/answer.ts'
import { type Audience, findCommand } from '../../src/core/catalog.ts'
import type { Input } from '../../src/core/invocation.ts'
import { missing } from '../../src/core/values.ts'
import { type Admitted, admit } from './admit.ts'
import type { Desk } from './desk.ts'
import { openForm } from './forms.ts'
import type { Incoming } from './incoming.ts'
import type { Origin } from './origin.ts'
import type { Turn } from './respond.ts'

type Command = Extract<Incoming, { kind: 'command' }>
type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** A slash command is the same command with these fields. */
export function runCommand(desk: Desk, { origin, command, fields }: Command): Promise<Turn> {
  return run(desk, origin, { kind: 'fields', command, fields })
}

/** A command of a message’s menu, filled in with what the message says. */
export async function runShortcut(desk: Desk, { origin, label, text, link }: Shortcut): Promise<Turn> {
  const found = desk.host.catalog
    .flatMap(({ shortcuts = [] }) => shortcuts)
    .find((one) => one.on === 'message' && one.label === label)
  if (!found) return { answer: turnedAway(`There is no command “${label}” any more.`) }
  const { command, fill, asks } = found
  const given = fill ? { [fill.text]: text, [fill.link]: link } : {}
  return run(desk, origin, { kind: 'fields', command, fields: given, ask: asks })
}

async function run(desk: Desk, origin: Origin, input: Input): Promise<Turn> {
  const admitted: Admitted = await admit(desk, origin)
  if (admitted.kind === 'out') return { answer: turnedAway(admitted.why) }
  const { speaks } = admitted.guest
  const answer = await desk.host.dispatch({ ...speaks, deliveryId: origin.id, input })
  if (answer.outcome !== 'asked' || !answer.form) return { answer }
  return { answer, modal: await openForm(desk, origin, answer.form, { prompted: false }) }
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
export function audienceOf(desk: Desk, { command: words, fields, confirmed, ask }: Ahead): Audience {
  const command = findCommand(desk.host.catalog, words)?.command
  if (!command || ask || missing(command.options, fields).length > 0) return 'caller'
  return command.confirm !== undefined && !confirmed ? 'caller' : command.audience
}
