import { forRoom } from '../../src/core/answer.ts'
import type { ApiFile } from './api.ts'
import { ephemeral } from './codes.ts'
import type { Desk } from './desk.ts'
import { faulted } from './faulted.ts'
import { deliveryError } from './faults.ts'
import type { Origin } from './origin.ts'
import type { Page } from './page.ts'
import { bodyOf } from './render.ts'
import { isClosed } from './replies.ts'
import type { Turn } from './respond.ts'
import { answerPages } from './said.ts'
import { filesOf } from './say.ts'

/**
 * Puts an answer in the place of “thinking…”; `open` is whether everyone in the channel sees that. What is for one
 * reader alone is never put where all read: the placeholder is taken away, and the answer is told privately. Never
 * throws.
 */
export async function editLate(desk: Desk, origin: Origin, turn: Turn, open: boolean): Promise<void> {
  const { answer, buttons } = turn
  const room = forRoom(answer)
  const aside = open && !room && !origin.direct
  try {
    const pages = await answerPages(desk, answer, buttons)
    const files = filesOf(answer.message)
    if (aside) {
      await takeAway(desk, origin)
      await followAll(desk, origin, pages, false, files)
      return
    }
    // What is for all of them is said beside what only its reader sees.
    const beside = !open && room && !origin.direct
    const [first, ...more] = beside ? [standsInChannel, ...pages] : pages
    if (!first) return
    const edited = await desk.replies.edit(origin, { body: bodyOf(first), ...(beside ? {} : { files }) })
    const followed = await followAll(desk, origin, more, room, beside ? files : [])
    const { card } = answer.message
    const id = beside ? followed : edited
    if (room && card !== undefined && id !== undefined) await desk.cards.remember(origin, card, id)
  } catch (error) {
    if (isClosed(error)) {
      desk.log.warn({ err: error }, 'an answer came too late for where it was asked for')
      return sayDirectly(desk, origin, turn)
    }
    await sayFault(desk, origin, turn, error)
  }
}

/** Nothing stays “thinking…”: what Discord does not take is said to be so, and told in the direct conversation else. */
async function sayFault(desk: Desk, origin: Origin, turn: Turn, error: unknown): Promise<void> {
  const [page] = await answerPages(
    desk,
    faulted(desk, error, 'an answer could not be put where it was asked for'),
  )
  try {
    if (page) await desk.replies.edit(origin, { body: bodyOf(page) })
  } catch {
    await sayDirectly(desk, origin, turn)
  }
}

/** What stands where only its reader looks, when the answer is for everyone in the channel. */
export const standsInChannel: Page = {
  content: 'Done; it stands in the channel.',
  embeds: [],
  components: [],
}

async function takeAway(desk: Desk, origin: Origin): Promise<void> {
  await desk.replies.remove(origin).catch((error: unknown) => {
    // Where somebody has taken it away, that is what was wanted.
    if (!isClosed(error)) throw error
  })
}

/** Says further pages after the first response; the id of the first of them. Never throws. */
export async function followWith(
  desk: Desk,
  origin: Origin,
  pages: readonly Page[],
  room: boolean,
): Promise<string | undefined> {
  try {
    return await followAll(desk, origin, pages, room, [])
  } catch (error) {
    desk.log.error({ err: error }, 'an answer could not be said in full')
    return undefined
  }
}

async function followAll(
  desk: Desk,
  origin: Origin,
  pages: readonly Page[],
  room: boolean,
  files: readonly ApiFile[],
): Promise<string | undefined> {
  const flags = room || origin.direct ? {} : { flags: ephemeral }
  let first: string | undefined
  for (const [at, page] of pages.entries()) {
    const body = { ...bodyOf(page), ...flags }
    const id = await desk.replies.follow(origin, { body, ...(at === 0 ? { files } : {}) })
    first ??= id
  }
  return first
}

/** Says an answer in the direct conversation, where there is no other way left. Never throws. */
export async function sayDirectly(desk: Desk, { user }: Origin, { answer, buttons }: Turn): Promise<void> {
  try {
    const channel = await desk.direct.with(user.id)
    const files = filesOf(answer.message)
    for (const [at, page] of (await answerPages(desk, answer, buttons)).entries()) {
      await desk.api.call({
        method: 'POST',
        path: `/channels/${channel}/messages`,
        body: bodyOf(page),
        ...(at === 0 && files.length > 0 ? { files } : {}),
      })
    }
  } catch (error) {
    desk.log.error({ err: deliveryError(error) }, 'an answer could not be said at all')
  }
}
