import { forRoom } from '../../src/core/answer.ts'
import type { Audience } from '../../src/core/catalog.ts'
import type { Answer } from '../../src/core/invocation.ts'
import type { Message } from '../../src/core/message.ts'
import { within } from '../../src/core/within.ts'
import { callback, ephemeral } from './codes.ts'
import { budgetMs, type Desk } from './desk.ts'
import { faulted } from './faulted.ts'
import { editLate, followWith, sayDirectly, standsInChannel } from './late.ts'
import type { Origin } from './origin.ts'
import type { Page } from './page.ts'
import { bodyOf } from './render.ts'
import { answerPages, type StepButton } from './said.ts'
import { filesOf, pagesOf } from './say.ts'

/** How an interaction is answered at once, and what is done when that has gone out. */
export interface First {
  readonly callback: { readonly type: number; readonly data?: object }
  readonly after?: () => Promise<void>
  /** Done where the first response did not reach Discord. */
  readonly unheard?: () => Promise<void>
}

/** What came of an interaction. */
export interface Turn {
  readonly answer: Answer
  /** The form that is asked for, ready to be opened. */
  readonly modal?: object
  /** The message with the button makes room for the answer. */
  readonly replaces?: boolean
  /** What the message with the button shows from now on: the shared card as it stands. */
  readonly card?: Message
  /** Below the answer. */
  readonly buttons?: readonly StepButton[]
}

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
  const work = safely(desk, asked)
  const early = await within(work, budgetMs)
  if (!early) return deferred(desk, origin, declared, work)
  const turn = early.value
  try {
    const first = await firstOf(desk, origin, turn)
    return { ...first, unheard: () => sayDirectly(desk, origin, turn) }
  } catch (error) {
    const answer = faulted(desk, error, 'an answer for Discord could not be made')
    return deferred(desk, origin, 'caller', Promise.resolve({ answer }))
  }
}

/** “Thinking…” now, and the answer in its place when it is there. */
export function deferred(desk: Desk, origin: Origin, declared: Audience, asked: Promise<Turn>): First {
  const open = declared === 'room'
  const work = safely(desk, asked)
  return {
    callback: { type: callback.later, data: flagsFor(origin, open) },
    after: async () => editLate(desk, origin, await work, open),
    unheard: async () => sayDirectly(desk, origin, await work),
  }
}

function safely(desk: Desk, asked: Promise<Turn>): Promise<Turn> {
  return asked.catch((error: unknown) => ({
    answer: faulted(desk, error, 'an interaction of Discord’s could not be handled'),
  }))
}

/** In a direct message there is nobody to keep anything from, and what is said shall stay. */
function flagsFor({ direct }: Origin, room: boolean): { readonly flags?: number } {
  return room || direct ? {} : { flags: ephemeral }
}

async function firstOf(desk: Desk, origin: Origin, turn: Turn): Promise<First> {
  const { answer, modal, card, replaces, buttons } = turn
  if (modal) return { callback: { type: callback.modal, data: modal } }
  const room = forRoom(answer)
  if (filesOf(answer.message).length > 0) {
    return deferred(desk, origin, room ? 'room' : 'caller', Promise.resolve(turn))
  }
  const [first, ...more] = await answerPages(desk, answer, buttons)
  if (!first) throw new Error('a message has no page')
  if (card) return cardFirst(desk, origin, card, room, [first, ...more])
  if (replaces && room && !origin.direct) return roomAfter(desk, origin, answer.message, [first, ...more])
  const { card: posted } = answer.message
  const remembers = !replaces && room && posted !== undefined && origin.guild !== undefined
  const after = async () => {
    if (remembers) await remember(desk, origin, posted)
    await followWith(desk, origin, more, room)
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
async function cardFirst(
  desk: Desk,
  origin: Origin,
  card: Message,
  room: boolean,
  pages: readonly Page[],
): Promise<First> {
  const [now] = await pagesOf(desk.carried, card)
  return {
    callback: now ? { type: callback.update, data: bodyOf(now) } : { type: callback.updateLater },
    async after() {
      await followWith(desk, origin, pages, room)
    },
  }
}

/** A prompt that only its reader sees ends, and what all may read is said beside it. */
function roomAfter(desk: Desk, origin: Origin, { card }: Message, pages: readonly Page[]): First {
  return {
    callback: { type: callback.update, data: bodyOf(standsInChannel) },
    async after() {
      const id = await followWith(desk, origin, pages, true)
      if (card !== undefined && id !== undefined) await desk.cards.remember(origin, card, id)
    },
  }
}

/** A shared card that came with the first response is kept up from now on. */
async function remember(desk: Desk, origin: Origin, card: string): Promise<void> {
  try {
    const id = await desk.replies.original(origin)
    if (id !== undefined) await desk.cards.remember(origin, card, id)
  } catch (error) {
    desk.log.warn({ err: error }, 'a card could not be found again')
  }
}
