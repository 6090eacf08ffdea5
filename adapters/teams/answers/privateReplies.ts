import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Outgoing } from '../api/activity.ts'
import type { Connector } from '../api/connector.ts'
import { deliveryError, refused } from '../api/faults.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { outgoing, type Page } from '../render/message.ts'
import type { PersonalChats } from './personalChats.ts'
import { hereOf, type Posting } from './posting.ts'

/** Answers in a room that their reader alone sees. */
export interface PrivateReplies {
  /**
   * Says pages to one reader in the conversation where that is possible; where it is not, from that page on in the
   * personal chat.
   */
  say(route: ReplyRoute, pages: readonly Page[]): Promise<void>
}

interface PrivateRepliesDependencies {
  readonly connector: Pick<Connector, 'send'>
  readonly posting: Posting
  readonly personal: PersonalChats
  readonly clock: Clock
}

/** How long a conversation that takes no messages for one reader is not asked again. */
const unableCacheMs = 3_600_000
const maxUnable = 10_000

export function createPrivateReplies(deps: PrivateRepliesDependencies): PrivateReplies {
  const { connector, posting, personal, clock } = deps
  const unable = createRemembered<true>({ max: maxUnable, ttlMs: unableCacheMs, clock })

  /** False where the conversation takes no messages for one reader; then nothing was said. */
  async function inRoom(route: ReplyRoute, page: Page): Promise<boolean> {
    if (unable.get(route.conversation)) return false
    const to = hereOf(route)
    return posting.inTurn(to, async () => {
      try {
        await connector.send(to, outgoing(page), route.user)
        return true
      } catch (error) {
        if (!refused(error)) throw error
        unable.put(route.conversation, true)
        return false
      }
    })
  }

  /** In the personal chat, with a word where it was asked for; that word alone where there is no such chat. */
  async function inPersonalChat(route: ReplyRoute, pages: readonly Page[]): Promise<void> {
    const here = hereOf(route)
    const who = route.name === undefined ? '' : `${route.name}, `
    try {
      const to = await personal.of(route)
      for (const page of pages) await posting.post(to, outgoing(page))
    } catch (error) {
      const failed = deliveryError(error)
      if (failed.fault.kind !== 'gone' && failed.fault.kind !== 'forbidden') throw failed
      const how = 'I cannot write to you privately. Please add me under Apps, then ask again.'
      await posting.post(here, plain(`${who}${how}`))
      return
    }
    await posting
      .post(here, plain(`${who}I have sent you the answer in our personal chat.`))
      .catch(() => undefined)
  }

  return {
    async say(route, pages) {
      for (const [from, page] of pages.entries()) {
        if (await inRoom(route, page)) continue
        await inPersonalChat(route, pages.slice(from))
        return
      }
    },
  }
}

function plain(text: string): Outgoing {
  return { type: 'message', text, textFormat: 'plain', summary: text }
}
