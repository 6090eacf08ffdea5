import { turnedAway } from '../../../src/chat/asking/answer.ts'
import type { First } from '../answers/firstResponse.ts'
import type { Turn } from '../answers/outcome.ts'
import { deferred, respond } from '../answers/withinBudget.ts'
import { callback } from '../api/codes.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readStepId } from '../render/customIds.ts'
import { audienceOf, runCommand, runShortcut } from './commands.ts'
import { formTooOld } from './formAnswers.ts'
import { audienceOfPress, runPress } from './presses.ts'
import { runSubmit } from './submit.ts'
import { typeahead } from './typeahead.ts'

/** What an interaction asks for that is answered by a message or a form. */
type Asking = Exclude<Incoming, { kind: 'ping' | 'typeahead' | 'ignored' }>

/** One interaction, by what it is. Never throws; undefined for what is none of ours. */
export async function handle(context: AdapterContext, incoming: Incoming): Promise<First | undefined> {
  switch (incoming.kind) {
    case 'ping':
      return { callback: { type: callback.pong } }
    case 'typeahead':
      return typeahead(context, incoming)
    case 'ignored':
      context.log.info({ why: incoming.why }, 'an interaction of Discord’s is none of ours')
      return undefined
    default:
      return respond(context, incoming.origin, audienceFor(context, incoming), run(context, incoming))
  }
}

/**
 * The same for an interaction of which it is doubtful whether Discord still waits for it: `acknowledge` puts
 * “thinking…” first, and only where Discord takes that anything is done at all.
 */
export async function handleDoubtful(
  context: AdapterContext,
  incoming: Incoming,
  acknowledge: (first: First) => Promise<boolean>,
): Promise<void> {
  if (incoming.kind === 'ping' || incoming.kind === 'typeahead' || incoming.kind === 'ignored') return
  const begin = Promise.withResolvers<Turn>()
  const first = deferred(context, incoming.origin, audienceFor(context, incoming), begin.promise)
  if (!(await acknowledge({ callback: first.callback }))) {
    context.log.info({ kind: incoming.kind }, 'an interaction came too late, and nothing was done')
    return
  }
  begin.resolve(run(context, incoming))
  await first.after?.()
}

async function run(context: AdapterContext, incoming: Asking): Promise<Turn> {
  switch (incoming.kind) {
    case 'command':
      return runCommand(context, incoming)
    case 'shortcut':
      return runShortcut(context, incoming)
    case 'press':
      return runPress(context, incoming)
    case 'submit': {
      const step = readStepId('form', incoming.customId)
      if (!step) return { answer: turnedAway(formTooOld) }
      const turn = await runSubmit(context, incoming, step)
      return { ...turn, replaces: turn.replaces === true && isOwn(incoming) }
    }
  }
}

/** Whether the form was opened from a message that nobody else reads. */
function isOwn({ message, origin }: Extract<Incoming, { kind: 'submit' }>): boolean {
  return message !== undefined && (message.ephemeral || origin.direct)
}

function audienceFor(context: AdapterContext, incoming: Asking) {
  switch (incoming.kind) {
    case 'command':
      return audienceOf(context, incoming)
    case 'press':
      return audienceOfPress(context, incoming)
    // A step may have others after it, and a shortcut opens a form.
    case 'submit':
    case 'shortcut':
      return 'caller'
  }
}
