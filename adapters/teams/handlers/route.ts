import { message } from '../../../src/core/message.ts'
import { errorResponse } from '../answers/responses.ts'
import { again, type Desk, ok, type Reply, taken } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { roadOf } from '../people/admit.ts'
import { tell } from './answer.ts'
import { faulted } from './fault.ts'
import { handleFile } from './fileAnswers.ts'
import { sentenceDialog } from './formDialog.ts'
import { handleAdded, handleJoined, handleRemoved, handleRoomGone } from './lifecycle.ts'
import { handleLine } from './lines.ts'
import { handleOpen } from './openForms.ts'
import { handleRefresh } from './ownCopies.ts'
import { handlePress } from './presses.ts'
import { handleSubmit } from './submit.ts'
import { handleTypeahead } from './typeahead.ts'

/** One activity, by what it is. Never throws: a fault stands in the log, with the reference that is told. */
export async function handle(desk: Desk, incoming: Incoming): Promise<Reply> {
  try {
    return await turnTo(desk, incoming)
  } catch (error) {
    const why = faulted(desk, error, 'an activity of Teams’ could not be handled')
    return sorry(desk, incoming, why).catch(() => again)
  }
}

function turnTo(desk: Desk, incoming: Incoming): Promise<Reply> | Reply {
  switch (incoming.kind) {
    case 'line':
      return handleLine(desk, incoming)
    case 'press':
      return handlePress(desk, incoming)
    case 'refresh':
      return handleRefresh(desk, incoming)
    case 'open':
    case 'shortcut':
      return handleOpen(desk, incoming)
    case 'submit':
      return handleSubmit(desk, incoming)
    case 'typeahead':
      return handleTypeahead(desk, incoming)
    case 'file':
      return handleFile(desk, incoming)
    case 'added':
      return handleAdded(desk, incoming)
    case 'removed':
      return handleRemoved(desk, incoming)
    case 'joined':
      return handleJoined(desk, incoming)
    case 'room-gone':
      return handleRoomGone(desk, incoming)
    case 'ignored':
      desk.log.info({ why: incoming.why }, 'an activity of Teams’ is none of ours')
      return taken
    case 'foreign':
      desk.log.info({ why: incoming.why }, 'an invoke of Teams’ is none of ours')
      return { status: 501 }
  }
}

/** An invoke wants an answer; a message may come again. */
async function sorry(desk: Desk, incoming: Incoming, why: string): Promise<Reply> {
  switch (incoming.kind) {
    case 'press':
      if (incoming.execute) return ok(errorResponse(500, 'Fault', why))
      break
    case 'refresh':
      return ok(errorResponse(500, 'Fault', why))
    case 'submit':
      if (incoming.inChat) break
      return ok(await sentenceDialog(desk, roadOf(incoming.origin, undefined), why))
    case 'open':
    case 'shortcut':
      return ok(await sentenceDialog(desk, roadOf(incoming.origin, undefined), why))
    case 'line':
      break
    default:
      return again
  }
  await tell(desk, roadOf(incoming.origin, undefined), { message: message(why), room: false })
  return again
}
