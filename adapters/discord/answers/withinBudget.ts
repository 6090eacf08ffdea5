import { forRoom } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Audience } from '../../../src/core/catalog.ts'
import { callback } from '../api/codes.ts'
import { budgetMs, type Desk } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import { sayDirectly } from './byDirectMessage.ts'
import { putLate } from './editLate.ts'
import { faulted } from './fault.ts'
import { cardFirst, type First, flagsFor, messageFirst } from './firstResponse.ts'
import type { Turn } from './outcome.ts'

/**
 * The first response: the answer where it is ready in time, else “thinking…” with the audience that the command
 * declares, and the answer follows. Never throws.
 */
export async function respond(
  desk: Desk,
  origin: Origin,
  declared: Audience,
  asked: Promise<Turn>,
): Promise<First> {
  const left = () => budgetMs - (performance.now() - origin.heardAt)
  const work = safely(desk, asked)
  const early = await within(work, left())
  if (!early) return deferred(desk, origin, declared, work)
  const turn = early.value
  const made = await within(madeFirst(desk, origin, turn), left())
  // What was done was done: however it is to be shown, it is told.
  if (!made?.value) return deferred(desk, origin, forRoom(turn.answer) ? 'room' : 'caller', work)
  return { ...made.value, unheard: () => sayDirectly(desk, origin, turn) }
}

/** “Thinking…” now, and the answer in its place when it is there. */
export function deferred(desk: Desk, origin: Origin, declared: Audience, asked: Promise<Turn>): First {
  const open = declared === 'room' && !origin.direct
  const work = safely(desk, asked)
  return {
    callback: { type: callback.later, data: flagsFor(origin, open) },
    after: async () => putLate(desk, origin, await work, open),
    unheard: async () => sayDirectly(desk, origin, await work),
  }
}

function safely(desk: Desk, asked: Promise<Turn>): Promise<Turn> {
  return asked.catch((error: unknown) => ({
    answer: faulted(desk, error, 'an interaction of Discord’s could not be handled'),
  }))
}

/** Undefined for what cannot travel as a first response: a file, or what Discord’s rules leave no room for. */
async function madeFirst(desk: Desk, origin: Origin, turn: Turn): Promise<First | undefined> {
  if (turn.modal) return { callback: { type: callback.modal, data: turn.modal } }
  try {
    return turn.card ? await cardFirst(desk, origin, turn, turn.card) : await messageFirst(desk, origin, turn)
  } catch (error) {
    desk.log.error({ err: error }, 'a first response could not be made')
    return undefined
  }
}
