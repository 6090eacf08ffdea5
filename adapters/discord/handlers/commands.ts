import { turnedAway } from '../../../src/chat/asking/answer.ts'
import { findShortcut, shortcutGone, shortcutInput } from '../../../src/chat/asking/asking.ts'
import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { formOf } from '../../../src/core/form.ts'
import type { Input } from '../../../src/core/invocation.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { InteractionOutcome } from '../answers/outcome.ts'
import { inputFiles } from '../api/attachments.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { limits } from '../limits.ts'
import { admit } from '../people/admit.ts'
import { withNames } from '../people/mentionedPeople.ts'
import { faultOf, keeping } from './formAnswers.ts'
import { openForm } from './openForm.ts'

type Command = Extract<Incoming, { kind: 'command' }>
type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** Runs a slash command. */
export async function runCommand(context: AdapterContext, given: Command): Promise<InteractionOutcome> {
  const { origin, command, fields, names, files } = given
  const form = () => formOf(context.host.catalog, command, fields)
  let named: Readonly<Record<string, string>>
  try {
    named = await withNames(context, origin, command, fields, names)
  } catch (error) {
    return faultOf(error, form())
  }
  const outcome = await run(context, origin, { kind: 'fields', command, fields: named }, { files })
  // Discord does not keep what was typed, so a fault of ours must give it back.
  const lost = outcome.answer.outcome === 'failed' && Object.keys(fields).length > 0 && form()
  return lost ? { answer: keeping(outcome.answer, lost) } : outcome
}

/** Runs a command of a message's context menu, filled in with that message. */
export async function runShortcut(
  context: AdapterContext,
  { origin, label, text, link, message }: Shortcut,
): Promise<InteractionOutcome> {
  const found = findShortcut(context.host.catalog, (one) => one.on === 'message' && one.label === label)
  if (!found) return { answer: turnedAway(shortcutGone) }
  // The form says what did not fit.
  return run(context, origin, shortcutInput(found, { text: shorten(text, limits.input), link }), { message })
}

async function run(
  context: AdapterContext,
  origin: Origin,
  input: Input,
  { files = [], message }: { readonly files?: readonly RemoteFile[]; readonly message?: string },
): Promise<InteractionOutcome> {
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') return { answer: turnedAway(admitted.why) }
  const { speaks } = admitted.user
  const answer = await context.host.dispatch({
    ...speaks,
    deliveryId: origin.id,
    input,
    ...(message === undefined ? {} : { message }),
    ...(files.length === 0 ? {} : { files: inputFiles(context, files) }),
  })
  if (answer.outcome !== 'asked' || !answer.form) return { answer }
  return { answer, modal: await openForm(context, origin, answer.form, { prompted: false }) }
}
