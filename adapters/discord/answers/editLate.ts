import { forRoom } from '../../../src/chat/asking/answer.ts'
import { block } from '../../../src/core/message.ts'
import type { ApiFile } from '../api/api.ts'
import { ephemeral } from '../api/codes.ts'
import { isClosed } from '../api/interactionTokens.ts'
import type { Origin } from '../inbound/origin.ts'
import { bodyOf } from '../render/message.ts'
import { filesOf } from '../render/messagePages.ts'
import type { Page } from '../render/page.ts'
import { answerPages, typedIn } from './answerPages.ts'
import { sayDirectly } from './byDirectMessage.ts'
import type { AnswerDependencies } from './dependencies.ts'
import type { InteractionOutcome } from './outcome.ts'

/** Shown to the reader alone, when the answer is for everyone in the channel. */
export const standsInChannel: Page = plain('Done; the answer is in the channel.')
/** Shown to everyone, when “thinking…” cannot be taken away. */
const forOneReader: Page = plain('The answer is for one reader alone.')
const restIsLost: Page = plain('I could not show the rest of this answer. Please ask again.')
const notTaken = 'Discord did not take the whole of this answer. Please tell the secretariat.'

/**
 * Puts an answer in the place of “thinking…”; `open` is whether everyone in the channel sees that. The ways are tried
 * in order, the direct conversation last, and nothing stays “thinking”. Never throws.
 */
export async function putLate(
  deps: AnswerDependencies,
  origin: Origin,
  outcome: InteractionOutcome,
  open: boolean,
): Promise<void> {
  const ways = [() => put(deps, origin, outcome, open), () => put(deps, origin, inFewerWords(outcome), open)]
  for (const say of ways) {
    try {
      return await say()
    } catch (error) {
      deps.log.warn({ err: error }, 'failed to put an answer where it was asked for')
      if (isClosed(error)) break
    }
  }
  await sayDirectly(deps, origin, outcome)
  await deps.replies.remove(origin).catch(() => undefined)
}

/** Says what was done even where Discord refuses its layout. */
function inFewerWords({ answer }: InteractionOutcome): InteractionOutcome {
  const { form, ...rest } = answer
  const { summary } = answer.message
  return { answer: { ...rest, message: { summary, blocks: [block.text(notTaken), ...typedIn(form)] } } }
}

async function put(
  deps: AnswerDependencies,
  origin: Origin,
  outcome: InteractionOutcome,
  open: boolean,
): Promise<void> {
  const room = forRoom(outcome.answer) && !origin.direct
  // What only its reader sees ends here; everyone is told beside it.
  if (room && !open) {
    await deps.replies.edit(origin, { body: bodyOf(standsInChannel) })
    return sayBeside(deps, origin, outcome)
  }
  const [first, ...more] = await answerPages(deps, outcome.answer, outcome.buttons)
  const files = filesOf(outcome.answer.message)
  if (!first) return
  // An answer for one reader is never put where everyone reads.
  if (open && !room) {
    await takeAway(deps, origin)
    await follow(deps, origin, first, false, files)
    return sayMore(deps, origin, more, false)
  }
  const id = await deps.replies.edit(origin, { body: bodyOf(first), files })
  const { card } = outcome.answer.message
  if (room && card !== undefined && id !== undefined) await deps.cards.remember(origin, card, id)
  await sayMore(deps, origin, more, room)
}

async function takeAway(deps: AnswerDependencies, origin: Origin): Promise<void> {
  try {
    await deps.replies.remove(origin)
  } catch (error) {
    // Somebody else has taken it away already.
    if (isClosed(error)) return
    deps.log.warn({ err: error }, 'failed to take a placeholder away')
    await deps.replies.edit(origin, { body: bodyOf(forOneReader) })
  }
}

/** Says an answer to everyone in the channel; where that fails, its reader alone gets it. */
export async function sayBeside(
  deps: AnswerDependencies,
  origin: Origin,
  { answer, buttons }: InteractionOutcome,
): Promise<void> {
  const [first, ...more] = await answerPages(deps, answer, buttons)
  if (!first) return
  try {
    const id = await follow(deps, origin, first, true, filesOf(answer.message))
    const { card } = answer.message
    if (card !== undefined && id !== undefined) await deps.cards.remember(origin, card, id)
  } catch (error) {
    deps.log.error({ err: error }, 'failed to say an answer in the channel')
    await deps.replies
      .edit(origin, { body: bodyOf(first) })
      .catch(() => sayDirectly(deps, origin, { answer, ...(buttons ? { buttons } : {}) }))
    return
  }
  await sayMore(deps, origin, more, true)
}

/** Says further pages; where that fails, says that some are missing. Never throws. */
export async function sayMore(
  deps: AnswerDependencies,
  origin: Origin,
  pages: readonly Page[],
  room: boolean,
  otherwise = async () => {
    await follow(deps, origin, restIsLost, false, []).catch(() => undefined)
  },
): Promise<void> {
  try {
    for (const page of pages) await follow(deps, origin, page, room, [])
  } catch (error) {
    deps.log.error({ err: error }, 'failed to say an answer in full')
    await otherwise()
  }
}

/** The id of the message. Raises `CallError`. */
function follow(
  { replies }: AnswerDependencies,
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
