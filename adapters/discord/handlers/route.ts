import { turnedAway } from '../../../src/chat/asking/answer.ts'
import { audienceAhead, formTooOld } from '../../../src/chat/asking/asking.ts'
import type { Audience } from '../../../src/core/catalog.ts'
import type { FirstResponse } from '../answers/firstResponse.ts'
import type { InteractionOutcome } from '../answers/outcome.ts'
import { deferred, respond } from '../answers/withinBudget.ts'
import { callback } from '../api/codes.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { runCommand, runShortcut } from './commands.ts'
import { audienceOfPress, runPress } from './presses.ts'
import { runSubmit } from './submit.ts'
import { typeahead } from './typeahead.ts'

/** Interactions answered by a message or a form. */
type Asking = Exclude<Incoming, { kind: 'ping' | 'typeahead' | 'ignored' }>

/** Handles one interaction. Never throws; undefined for one that is not for this app. */
export async function handle(
  context: AdapterContext,
  incoming: Incoming,
): Promise<FirstResponse | undefined> {
  switch (incoming.kind) {
    case 'ping':
      return { callback: { type: callback.pong } }
    case 'typeahead':
      return typeahead(context, incoming)
    case 'ignored':
      context.log.info({ why: incoming.why }, 'ignored: not an interaction for this app')
      return undefined
    case 'command':
    case 'shortcut':
    case 'press':
    case 'submit':
      return respond(context, incoming.origin, audienceFor(context, incoming), run(context, incoming))
  }
}

/**
 * Handles an interaction that Discord may have stopped waiting for: `acknowledge` sends “thinking…” first, and nothing
 * is done unless Discord accepts that.
 */
export async function handleDoubtful(
  context: AdapterContext,
  incoming: Incoming,
  acknowledge: (first: FirstResponse) => Promise<boolean>,
): Promise<void> {
  if (incoming.kind === 'ping' || incoming.kind === 'typeahead' || incoming.kind === 'ignored') return
  const begin = Promise.withResolvers<InteractionOutcome>()
  const first = deferred(context, incoming.origin, audienceFor(context, incoming), begin.promise)
  if (!(await acknowledge({ callback: first.callback }))) {
    context.log.info({ kind: incoming.kind }, 'interaction came too late, nothing was done')
    return
  }
  begin.resolve(run(context, incoming))
  await first.after?.()
}

async function run(context: AdapterContext, incoming: Asking): Promise<InteractionOutcome> {
  switch (incoming.kind) {
    case 'command':
      return runCommand(context, incoming)
    case 'shortcut':
      return runShortcut(context, incoming)
    case 'press':
      return runPress(context, incoming)
    case 'submit': {
      if (!incoming.step) return { answer: turnedAway(formTooOld) }
      const outcome = await runSubmit(context, incoming, incoming.step)
      return { ...outcome, replaces: outcome.replaces === true && isOwn(incoming) }
    }
  }
}

/** Whether the form was opened from a message that only its sender can read. */
function isOwn({ message, origin }: Extract<Incoming, { kind: 'submit' }>): boolean {
  return message !== undefined && (message.ephemeral || origin.direct)
}

/** Who sees “thinking…”, which Discord must be told before the command has run. */
function audienceFor(context: AdapterContext, incoming: Asking): Audience {
  switch (incoming.kind) {
    case 'command':
      return audienceAhead(context.host.catalog, { ...incoming, fields: withNamesOfFiles(incoming) })
    case 'press':
      return audienceOfPress(context, incoming)
    // A step may lead to another step, and a shortcut opens a form.
    case 'submit':
    case 'shortcut':
      return 'caller'
  }
}

function withNamesOfFiles({ fields, files }: Extract<Incoming, { kind: 'command' }>) {
  return { ...fields, ...Object.fromEntries(files.map(({ option = '', name }) => [option, name])) }
}
