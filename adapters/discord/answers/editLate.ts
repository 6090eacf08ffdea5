import { forRoom } from '../../../src/chat/asking/answer.ts'
import { block } from '../../../src/core/message.ts'
import type { ApiFile } from '../api/api.ts'
import { ephemeral } from '../api/codes.ts'
import { isClosed } from '../api/interactionTokens.ts'
import type { Origin } from '../inbound/origin.ts'
import { filesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'
import type { Page } from '../render/page.ts'
import { answerPages, typedIn } from './answerPages.ts'
import { sayDirectly } from './byDirectMessage.ts'
import type { AnswerMeans } from './means.ts'
import type { Turn } from './outcome.ts'

/** Stands where only its reader looks, when the answer is for everyone in the channel. */
export const standsInChannel: Page = plain('Done; the answer is in the channel.')
/** Stands where everyone looks, when “thinking…” cannot be taken away. */
const forOneReader: Page = plain('The answer is for one reader alone.')
const restIsLost: Page = plain('I could not show the rest of this answer. Please ask again.')
const notTaken = 'Discord did not take the whole of this answer. Please tell the secretariat.'

/**
 * Puts an answer in the place of “thinking…”; `open` is whether everyone in the channel sees that. The ways are tried
 * in order, the direct conversation last, and nothing stays “thinking”. Never throws.
 */
export async function putLate(means: AnswerMeans, origin: Origin, turn: Turn, open: boolean): Promise<void> {
  const ways = [() => put(means, origin, turn, open), () => put(means, origin, inFewerWords(turn), open)]
  for (const say of ways) {
    try {
      return await say()
    } catch (error) {
      means.log.warn({ err: error }, 'failed to put an answer where it was asked for')
      if (isClosed(error)) break
    }
  }
  await sayDirectly(means, origin, turn)
  await means.replies.remove(origin).catch(() => undefined)
}

/** Tells what was done even where Discord does not take how it looks. */
function inFewerWords({ answer }: Turn): Turn {
  const { form, ...rest } = answer
  const { summary } = answer.message
  return { answer: { ...rest, message: { summary, blocks: [block.text(notTaken), ...typedIn(form)] } } }
}

async function put(means: AnswerMeans, origin: Origin, turn: Turn, open: boolean): Promise<void> {
  const room = forRoom(turn.answer) && !origin.direct
  // What only its reader sees ends here; everyone is told beside it.
  if (room && !open) {
    await means.replies.edit(origin, { body: bodyOf(standsInChannel) })
    return sayBeside(means, origin, turn)
  }
  const [first, ...more] = await answerPages(means, turn.answer, turn.buttons)
  const files = filesOf(turn.answer.message)
  if (!first) return
  // An answer for one reader is never put where everyone reads.
  if (open && !room) {
    await takeAway(means, origin)
    await follow(means, origin, first, false, files)
    return sayMore(means, origin, more, false)
  }
  const id = await means.replies.edit(origin, { body: bodyOf(first), files })
  const { card } = turn.answer.message
  if (room && card !== undefined && id !== undefined) await means.cards.remember(origin, card, id)
  await sayMore(means, origin, more, room)
}

async function takeAway(means: AnswerMeans, origin: Origin): Promise<void> {
  try {
    await means.replies.remove(origin)
  } catch (error) {
    // Somebody else has taken it away already.
    if (isClosed(error)) return
    means.log.warn({ err: error }, 'failed to take a placeholder away')
    await means.replies.edit(origin, { body: bodyOf(forOneReader) })
  }
}

/** Says an answer to everyone in the channel; where that fails, its reader alone gets it. */
export async function sayBeside(
  means: AnswerMeans,
  origin: Origin,
  { answer, buttons }: Turn,
): Promise<void> {
  const [first, ...more] = await answerPages(means, answer, buttons)
  if (!first) return
  try {
    const id = await follow(means, origin, first, true, filesOf(answer.message))
    const { card } = answer.message
    if (card !== undefined && id !== undefined) await means.cards.remember(origin, card, id)
  } catch (error) {
    means.log.error({ err: error }, 'failed to say an answer in the channel')
    await means.replies
      .edit(origin, { body: bodyOf(first) })
      .catch(() => sayDirectly(means, origin, { answer, ...(buttons ? { buttons } : {}) }))
    return
  }
  await sayMore(means, origin, more, true)
}

/** Says further pages; where that fails, says that some are missing. Never throws. */
export async function sayMore(
  means: AnswerMeans,
  origin: Origin,
  pages: readonly Page[],
  room: boolean,
  otherwise = async () => {
    await follow(means, origin, restIsLost, false, []).catch(() => undefined)
  },
): Promise<void> {
  try {
    for (const page of pages) await follow(means, origin, page, room, [])
  } catch (error) {
    means.log.error({ err: error }, 'failed to say an answer in full')
    await otherwise()
  }
}

/** The id of the message. Raises `CallError`. */
function follow(
  { replies }: AnswerMeans,
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
