import { forRoom } from '../../../src/chat/asking/answer.ts'
import type { Message } from '../../../src/core/message.ts'
import { callback, ephemeral } from '../api/codes.ts'
import type { Origin } from '../inbound/origin.ts'
import { filesOf, pagesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'
import { answerPages } from './answerPages.ts'
import { sayDirectly } from './byDirectMessage.ts'
import { sayBeside, sayMore, standsInChannel } from './editLate.ts'
import type { AnswerMeans } from './means.ts'
import type { Turn } from './outcome.ts'

/** How an interaction is answered at once, and what is done when that has gone out. */
export interface First {
  readonly callback: { readonly type: number; readonly data?: object }
  readonly after?: () => Promise<void>
  /** Done where the first response did not reach Discord. */
  readonly unheard?: () => Promise<void>
}

/** In a direct message there is nobody to keep anything from, and what is said shall stay. */
export function flagsFor({ direct }: Origin, room: boolean): { readonly flags?: number } {
  return room || direct ? {} : { flags: ephemeral }
}

/** The answer as a message, or in the place of the one with the button; undefined where a file goes with it. */
export async function messageFirst(
  means: AnswerMeans,
  origin: Origin,
  turn: Turn,
): Promise<First | undefined> {
  const { answer, replaces, buttons } = turn
  if (filesOf(answer.message).length > 0) return undefined
  const room = forRoom(answer) && !origin.direct
  // What only its reader sees ends there, and what all may read is said beside it.
  if (replaces && room) {
    return {
      callback: { type: callback.update, data: bodyOf(standsInChannel) },
      after: () => sayBeside(means, origin, turn),
    }
  }
  const [first, ...more] = await answerPages(means, answer, buttons)
  if (!first) return undefined
  const { card } = answer.message
  const remembers = room && card !== undefined
  const after = async () => {
    if (remembers) await remember(means, origin, card)
    await sayMore(means, origin, more, room)
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
  means: AnswerMeans,
  origin: Origin,
  turn: Turn,
  card: Message,
): Promise<First> {
  const [now] = await pagesOf(means.carried, card)
  return {
    callback: now ? { type: callback.update, data: bodyOf(now) } : { type: callback.updateLater },
    async after() {
      const pages = await answerPages(means, turn.answer, turn.buttons)
      await sayMore(means, origin, pages, forRoom(turn.answer), () => sayDirectly(means, origin, turn))
    },
  }
}

/** A shared card that came with the first response is kept up from now on. */
async function remember(means: AnswerMeans, origin: Origin, card: string): Promise<void> {
  try {
    const id = await means.replies.original(origin)
    if (id !== undefined) await means.cards.remember(origin, card, id)
  } catch (error) {
    means.log.warn({ err: error }, 'failed to find a card again')
  }
}
