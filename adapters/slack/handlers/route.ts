import type { AdapterContext, EventOutcome, Reply } from '../context.ts'
import type { SlackEvent } from '../inbound/event.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { handleChanged } from './changed.ts'
import { handleEnd, handleHome, handleProfile, handleRoomGone } from './lifecycle.ts'
import { handleLine } from './lines.ts'
import { handlePress } from './presses.ts'
import { handleShortcut } from './shortcuts.ts'
import { handleSubmit } from './submit.ts'
import { handleTypeahead } from './typeahead.ts'

/** Slack repeats an event three times; the last delivery is acknowledged whatever happens. */
const lastRetry = 3

/**
 * Handles one event. Never throws: a fault goes into the log, and an event that Slack may repeat is left
 * unacknowledged.
 */
export async function handle(
  context: AdapterContext,
  incoming: Incoming,
  event: SlackEvent,
): Promise<EventOutcome> {
  try {
    return await turnTo(context, incoming, event)
  } catch (error) {
    context.log.error({ err: error }, 'failed to handle an event of Slack')
    return 'again'
  }
}

async function turnTo(context: AdapterContext, incoming: Incoming, event: SlackEvent): Promise<EventOutcome> {
  const reply: Reply = (body) => event.ack(body)
  switch (incoming.kind) {
    case 'line':
      return handleLine(context, incoming, reply, event.retry >= lastRetry)
    case 'press':
      return handlePress(context, incoming, reply)
    case 'submit':
      return handleSubmit(context, incoming, reply)
    case 'typeahead':
      return handleTypeahead(context, incoming, reply)
    case 'shortcut':
      return handleShortcut(context, incoming, reply)
    case 'changed':
      return handleChanged(context, incoming)
    case 'home':
      return handleHome(context, incoming)
    case 'profile':
      return handleProfile(context, incoming)
    case 'uninstalled':
    case 'revoked':
      return handleEnd(context, incoming)
    case 'room-gone':
      return handleRoomGone(context, incoming)
    case 'ignored':
      return 'done'
  }
}
