import { forRoom } from '../../../src/chat/asking/answer.ts'
import { block } from '../../../src/core/message.ts'
import type { ApiFile } from '../api/api.ts'
import { ephemeral } from '../api/codes.ts'
import { isClosed } from '../api/interactionTokens.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import { filesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'
import type { Page } from '../render/page.ts'
import { answerPages, typedIn } from './answerPages.ts'
import { sayDirectly } from './byDirectMessage.ts'
import type { Turn } from './outcome.ts'

/** What stands where only its reader looks, when the answer is for everyone in the channel. */
export const standsInChannel: Page = plain('Done; it stands in the channel.')
/** What stands where everyone looks, when “thinking…” cannot be taken away. */
const forOneReader: Page = plain('The answer is for one reader alone.')
const restIsLost: Page = plain('The rest of this answer could not be shown; please ask again.')
const notTaken = 'Discord did not take the whole of this answer. Please tell the secretariat.'

/**
 * Puts an answer in the place of “thinking…”; `open` is whether everyone in the channel sees that. By whatever way
 * is left it is told, and nothing stays “thinking”. Never throws.
 */
export async function putLate(
  context: AdapterContext,
  origin: Origin,
  turn: Turn,
  open: boolean,
): Promise<void> {
  const failed = await put(context, origin, turn, open).catch((error: unknown) => ({ error }))
  if (!failed) return
  context.log.warn({ err: failed.error }, 'an answer could not be put where it was asked for')
  const again = isClosed(failed.error) ? failed : await bare(context, origin, turn, open)
  if (!again) return
  await sayDirectly(context, origin, turn)
  await context.replies.remove(origin).catch(() => undefined)
}

/** The same in fewer words: what was done is told, even where Discord does not take how it looks. */
function bare(context: AdapterContext, origin: Origin, { answer }: Turn, open: boolean) {
  const { form, ...rest } = answer
  const { summary } = answer.message
  const turn = { answer: { ...rest, message: { summary, blocks: [block.text(notTaken), ...typedIn(form)] } } }
  return put(context, origin, turn, open).catch((error: unknown) => ({ error }))
}

async function put(context: AdapterContext, origin: Origin, turn: Turn, open: boolean): Promise<void> {
  const room = forRoom(turn.answer) && !origin.direct
  // What nobody but its reader sees is done with, and all others are told beside it.
  if (room && !open) {
    await context.replies.edit(origin, { body: bodyOf(standsInChannel) })
    return sayBeside(context, origin, turn)
  }
  const [first, ...more] = await answerPages(context, turn.answer, turn.buttons)
  const files = filesOf(turn.answer.message)
  if (!first) return
  // What is for one reader alone is never put where all read.
  if (open && !room) {
    await takeAway(context, origin)
    await follow(context, origin, first, false, files)
    return sayMore(context, origin, more, false)
  }
  const id = await context.replies.edit(origin, { body: bodyOf(first), files })
  const { card } = turn.answer.message
  if (room && card !== undefined && id !== undefined) await context.cards.remember(origin, card, id)
  await sayMore(context, origin, more, room)
}

async function takeAway(context: AdapterContext, origin: Origin): Promise<void> {
  try {
    await context.replies.remove(origin)
  } catch (error) {
    // Where somebody has taken it away, that is what was wanted.
    if (isClosed(error)) return
    context.log.warn({ err: error }, 'a placeholder could not be taken away')
    await context.replies.edit(origin, { body: bodyOf(forOneReader) })
  }
}

/** Says to everyone in the channel what its reader was told to stand there; where that fails, the reader alone has it. */
export async function sayBeside(
  context: AdapterContext,
  origin: Origin,
  { answer, buttons }: Turn,
): Promise<void> {
  const [first, ...more] = await answerPages(context, answer, buttons)
  if (!first) return
  try {
    const id = await follow(context, origin, first, true, filesOf(answer.message))
    const { card } = answer.message
    if (card !== undefined && id !== undefined) await context.cards.remember(origin, card, id)
  } catch (error) {
    context.log.error({ err: error }, 'an answer could not be said in the channel')
    await context.replies
      .edit(origin, { body: bodyOf(first) })
      .catch(() => sayDirectly(context, origin, { answer, ...(buttons ? { buttons } : {}) }))
    return
  }
  await sayMore(context, origin, more, true)
}

/** Says further pages after what stands there; where that fails, that some are lacking. Never throws. */
export async function sayMore(
  context: AdapterContext,
  origin: Origin,
  pages: readonly Page[],
  room: boolean,
  otherwise = async () => {
    await follow(context, origin, restIsLost, false, []).catch(() => undefined)
  },
): Promise<void> {
  try {
    for (const page of pages) await follow(context, origin, page, room, [])
  } catch (error) {
    context.log.error({ err: error }, 'an answer could not be said in full')
    await otherwise()
  }
}

/** The id of the message. Raises `ApiError`. */
function follow(
  { replies }: AdapterContext,
  origin: Origin,
  page: Page,
  room: boolean,
  files: readonly ApiFile[],
): Promise<string | undefined> {
  const flags = room || origin.direct ? {} : { flags: ephemeral }
  return replies.follow(origin, { body: { ...bodyOf(page), ...flags }, files })
}

function plain(content: string): Page {
  return { content, embeds: [], components: [] }
}
