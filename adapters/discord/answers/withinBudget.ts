import { forRoom } from '../../../src/chat/asking/answer.ts'
import { faultAnswer } from '../../../src/chat/asking/fault.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Audience } from '../../../src/core/catalog.ts'
import { callback } from '../api/codes.ts'
import type { Origin } from '../inbound/origin.ts'
import { sayDirectly } from './byDirectMessage.ts'
import type { AnswerDependencies } from './dependencies.ts'
import { putLate } from './editLate.ts'
import { cardFirst, type FirstResponse, flagsFor, messageFirst } from './firstResponse.ts'
import type { InteractionOutcome } from './outcome.ts'

/**
 * The first response: the answer where it is ready in time, else “thinking…” with the audience that the command
 * declares, and the answer follows. Never throws.
 */
export async function respond(
  deps: AnswerDependencies,
  origin: Origin,
  declared: Audience,
  asked: Promise<InteractionOutcome>,
): Promise<FirstResponse> {
  const left = () => deps.timings.answerMs - (performance.now() - origin.heardAt)
  const work = safely(deps, asked)
  const early = await within(work, left())
  if (!early) return deferred(deps, origin, declared, work)
  const outcome = early.value
  const made = await within(madeFirst(deps, origin, outcome), left())
  // The command was carried out, so its answer is said however it can be shown.
  if (!made?.value) return deferred(deps, origin, forRoom(outcome.answer) ? 'room' : 'caller', work)
  return { ...made.value, unheard: () => sayDirectly(deps, origin, outcome) }
}

/** “Thinking…” now, and the answer in its place when it is there. */
export function deferred(
  deps: AnswerDependencies,
  origin: Origin,
  declared: Audience,
  asked: Promise<InteractionOutcome>,
): FirstResponse {
  const open = declared === 'room' && !origin.direct
  const work = safely(deps, asked)
  return {
    callback: { type: callback.later, data: flagsFor(origin, open) },
    after: async () => putLate(deps, origin, await work, open),
    unheard: async () => sayDirectly(deps, origin, await work),
  }
}

function safely(deps: AnswerDependencies, asked: Promise<InteractionOutcome>): Promise<InteractionOutcome> {
  return asked.catch((error: unknown) => ({
    answer: faultAnswer(deps.log, error, 'failed to handle an interaction of Discord'),
  }))
}

/** Undefined for an answer that cannot be a first response: one with a file, or one that Discord’s rules do not allow there. */
async function madeFirst(
  deps: AnswerDependencies,
  origin: Origin,
  outcome: InteractionOutcome,
): Promise<FirstResponse | undefined> {
  if (outcome.modal) return { callback: { type: callback.modal, data: outcome.modal } }
  try {
    return outcome.card
      ? await cardFirst(deps, origin, outcome, outcome.card)
      : await messageFirst(deps, origin, outcome)
  } catch (error) {
    deps.log.error({ err: error }, 'failed to make a first response')
    return undefined
  }
}
