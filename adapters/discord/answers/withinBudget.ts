import { forRoom } from '../../../src/chat/asking/answer.ts'
import { faultAnswer } from '../../../src/chat/asking/fault.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Audience } from '../../../src/core/catalog.ts'
import { callback } from '../api/codes.ts'
import type { Origin } from '../inbound/origin.ts'
import { sayDirectly } from './byDirectMessage.ts'
import { putLate } from './editLate.ts'
import { cardFirst, type First, flagsFor, messageFirst } from './firstResponse.ts'
import type { AnswerMeans } from './means.ts'
import type { Turn } from './outcome.ts'

/**
 * The first response: the answer where it is ready in time, else “thinking…” with the audience that the command
 * declares, and the answer follows. Never throws.
 */
export async function respond(
  means: AnswerMeans,
  origin: Origin,
  declared: Audience,
  asked: Promise<Turn>,
): Promise<First> {
  const left = () => means.timings.answerMs - (performance.now() - origin.heardAt)
  const work = safely(means, asked)
  const early = await within(work, left())
  if (!early) return deferred(means, origin, declared, work)
  const turn = early.value
  const made = await within(madeFirst(means, origin, turn), left())
  // What was done was done: however it is to be shown, it is told.
  if (!made?.value) return deferred(means, origin, forRoom(turn.answer) ? 'room' : 'caller', work)
  return { ...made.value, unheard: () => sayDirectly(means, origin, turn) }
}

/** “Thinking…” now, and the answer in its place when it is there. */
export function deferred(
  means: AnswerMeans,
  origin: Origin,
  declared: Audience,
  asked: Promise<Turn>,
): First {
  const open = declared === 'room' && !origin.direct
  const work = safely(means, asked)
  return {
    callback: { type: callback.later, data: flagsFor(origin, open) },
    after: async () => putLate(means, origin, await work, open),
    unheard: async () => sayDirectly(means, origin, await work),
  }
}

function safely(means: AnswerMeans, asked: Promise<Turn>): Promise<Turn> {
  return asked.catch((error: unknown) => ({
    answer: faultAnswer(means.log, error, 'failed to handle an interaction of Discord'),
  }))
}

/** Undefined for what cannot travel as a first response: a file, or what Discord’s rules leave no room for. */
async function madeFirst(means: AnswerMeans, origin: Origin, turn: Turn): Promise<First | undefined> {
  if (turn.modal) return { callback: { type: callback.modal, data: turn.modal } }
  try {
    return turn.card
      ? await cardFirst(means, origin, turn, turn.card)
      : await messageFirst(means, origin, turn)
  } catch (error) {
    means.log.error({ err: error }, 'failed to make a first response')
    return undefined
  }
}
