import { forRoom } from '../../../src/chat/asking/answer.ts'
import type { Message } from '../../../src/core/message.ts'
import { callback, ephemeral } from '../api/codes.ts'
import type { Origin } from '../inbound/origin.ts'
import { bodyOf } from '../render/message.ts'
import { filesOf, pagesOf } from '../render/messagePages.ts'
import { answerPages } from './answerPages.ts'
import { sayDirectly } from './byDirectMessage.ts'
import type { AnswerDependencies } from './dependencies.ts'
import { sayBeside, sayMore, standsInChannel } from './editLate.ts'
import type { InteractionOutcome } from './outcome.ts'

/** How an interaction is answered at once, and what follows when that has gone out. */
export interface FirstResponse {
  readonly callback: { readonly type: number; readonly data?: object }
  readonly after?: () => Promise<void>
  /** Done where the first response did not reach Discord. */
  readonly unheard?: () => Promise<void>
}

/** In a direct message there is nobody from whom to hide an answer, and an ephemeral one would not last. */
export function flagsFor({ direct }: Origin, room: boolean): { readonly flags?: number } {
  return room || direct ? {} : { flags: ephemeral }
}

/** The answer as a message, or in the place of the one with the button; undefined where a file goes with it. */
export async function messageFirst(
  deps: AnswerDependencies,
  origin: Origin,
  outcome: InteractionOutcome,
): Promise<FirstResponse | undefined> {
  const { answer, replaces, buttons } = outcome
  if (filesOf(answer.message).length > 0) return undefined
  const room = forRoom(answer) && !origin.direct
  // A message that only its reader sees ends there; what everyone may read is posted beside it.
  if (replaces && room) {
    return {
      callback: { type: callback.update, data: bodyOf(standsInChannel) },
      after: () => sayBeside(deps, origin, outcome),
    }
  }
  const [first, ...more] = await answerPages(deps, answer, buttons)
  if (!first) return undefined
  const { card } = answer.message
  const remembers = room && card !== undefined
  const after = async () => {
    if (remembers) await remember(deps, origin, card)
    await sayMore(deps, origin, more, room)
  }
  const body = bodyOf(first)
  return {
    callback: replaces
      ? { type: callback.update, data: body }
      : { type: callback.message, data: { ...body, ...flagsFor(origin, room) } },
    ...(remembers || more.length > 0 ? { after } : {}),
  }
}

/** The shared card shows what it stands for now, and whoever pressed is told beside it. */
export async function cardFirst(
  deps: AnswerDependencies,
  origin: Origin,
  outcome: InteractionOutcome,
  card: Message,
): Promise<FirstResponse> {
  const [now] = await pagesOf(deps.buttonData, card)
  return {
    callback: now ? { type: callback.update, data: bodyOf(now) } : { type: callback.updateLater },
    async after() {
      const pages = await answerPages(deps, outcome.answer, outcome.buttons)
      await sayMore(deps, origin, pages, forRoom(outcome.answer), () => sayDirectly(deps, origin, outcome))
    },
  }
}

/** A shared card that came with the first response is kept up from now on. */
async function remember(deps: AnswerDependencies, origin: Origin, card: string): Promise<void> {
  try {
    const id = await deps.replies.original(origin)
    if (id !== undefined) await deps.cards.remember(origin, card, id)
  } catch (error) {
    deps.log.warn({ err: error }, 'failed to find a card again')
  }
}
