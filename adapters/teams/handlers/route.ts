import { logFault } from '../../../src/chat/asking/fault.ts'
import { message } from '../../../src/core/message.ts'
import { errorResponse } from '../answers/responses.ts'
import { type AdapterContext, accepted, askedAgain, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { routeOf } from '../people/admit.ts'
import { tell } from './answer.ts'
import { handleChanged } from './changed.ts'
import { handleFile } from './fileAnswers.ts'
import { sentenceDialog } from './formDialog.ts'
import { handleAdded, handleJoined, handleRemoved, handleRoomGone } from './lifecycle.ts'
import { handleLine } from './lines.ts'
import { handleOpen } from './openForms.ts'
import { handleRefresh } from './ownCopies.ts'
import { handlePress } from './presses.ts'
import { handleSubmit } from './submit.ts'
import { handleTypeahead } from './typeahead.ts'

/** Handles one activity. Never throws: a fault goes into the log, under the reference that the user is given. */
export async function handle(context: AdapterContext, incoming: Incoming): Promise<Reply> {
  try {
    return await turnTo(context, incoming)
  } catch (error) {
    const why = logFault(context.log, error, 'failed to handle an activity of Teams')
    return sorry(context, incoming, why).catch(() => askedAgain)
  }
}

function turnTo(context: AdapterContext, incoming: Incoming): Promise<Reply> | Reply {
  switch (incoming.kind) {
    case 'line':
      return handleLine(context, incoming)
    case 'changed':
      return handleChanged(context, incoming)
    case 'press':
      return handlePress(context, incoming)
    case 'refresh':
      return handleRefresh(context, incoming)
    case 'open':
    case 'shortcut':
      return handleOpen(context, incoming)
    case 'submit':
      return handleSubmit(context, incoming)
    case 'typeahead':
      return handleTypeahead(context, incoming)
    case 'file':
      return handleFile(context, incoming)
    case 'added':
      return handleAdded(context, incoming)
    case 'removed':
      return handleRemoved(context, incoming)
    case 'joined':
      return handleJoined(context, incoming)
    case 'room-gone':
      return handleRoomGone(context, incoming)
    case 'ignored':
      context.log.info({ why: incoming.why }, 'ignored: not an activity for this app')
      return accepted
    case 'foreign':
      context.log.info({ why: incoming.why }, 'ignored: not an invoke for this app')
      return { status: 501 }
  }
}

/** An invoke needs a response; a message may be sent again. */
async function sorry(context: AdapterContext, incoming: Incoming, why: string): Promise<Reply> {
  switch (incoming.kind) {
    case 'press':
      if (incoming.execute) return ok(errorResponse(500, 'Fault', why))
      break
    case 'refresh':
      return ok(errorResponse(500, 'Fault', why))
    case 'submit':
      if (incoming.inChat) {
        await tellSender(context, incoming.origin, why)
        return accepted
      }
      return ok(await sentenceDialog(context, routeOf(incoming.origin, undefined), why))
    case 'open':
    case 'shortcut':
      return ok(await sentenceDialog(context, routeOf(incoming.origin, undefined), why))
    case 'line':
      break
    case 'changed':
    case 'typeahead':
    case 'file':
    case 'added':
    case 'removed':
    case 'joined':
    case 'room-gone':
    case 'ignored':
    case 'foreign':
      return askedAgain
  }
  context.unrecorded.wait(incoming.deliveryId, () => tellSender(context, incoming.origin, why))
  return askedAgain
}

function tellSender(context: AdapterContext, origin: Origin, why: string): Promise<void> {
  return tell(context, routeOf(origin, undefined), { message: message(why), room: false })
}
