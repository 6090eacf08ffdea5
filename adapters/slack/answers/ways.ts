import type { Pace } from '../../../src/chat/delivery/pace.ts'
import { sayInTurn } from '../../../src/chat/delivery/sayInTurn.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { DirectChannels } from '../api/directChannels.ts'
import { deliveryError } from '../api/faults.ts'
import type { ResponseUrls } from '../api/responseUrls.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { bodyOf, noPreviews, type Page } from '../render/message.ts'

/** Where a shared card stands. */
export interface PostedCard {
  readonly tenant: string
  readonly channel: string
  readonly ts: string
}

export interface WaysDependencies {
  readonly pace: Pace
  readonly responseUrls: ResponseUrls
  readonly direct: DirectChannels
  /** Hears where a shared card was posted. */
  readonly posted: (card: string, standing: PostedCard) => Promise<void>
}

/** The ways a page of an answer can go. */
export interface Ways {
  /** To the address that came with the event; false where there is none, or it takes nothing any more. */
  toUrl(route: ReplyRoute, body: object): Promise<boolean>
  /**
   * In the channel; false where the bot may not speak there, or the channel stays busy. Raises `DeliveryError` where
   * it may have been said.
   */
  inChannel(route: ReplyRoute, page: Page, shown: ShownPage): Promise<boolean>
  /** In the direct conversation. Raises `DeliveryError`. */
  inDirect(route: ReplyRoute, page: Page): Promise<void>
}

interface ShownPage {
  /** Seen by everyone in the channel; else by the one who asked. */
  readonly room: boolean
  /** The record, `meeting:12`, where the answer is its shared card. */
  readonly card: string | undefined
}

export function createWays({ pace, responseUrls, direct, posted }: WaysDependencies): Ways {
  async function postInChannel(route: ReplyRoute, page: Page, { room, card }: ShownPage): Promise<boolean> {
    const { tenant, clients, channel, thread, user } = route
    if (channel === undefined || !clients) return false
    const where = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) }
    try {
      if (!room && !route.private) {
        await clients.patient.chat.postEphemeral({ ...where, user, ...bodyOf(page) })
        return true
      }
      const { ts } = await clients.patient.chat.postMessage({ ...where, ...bodyOf(page), ...noPreviews })
      if (room && card && ts) await posted(card, { tenant, channel, ts })
      return true
    } catch (error) {
      // What may have been said is not said again elsewhere, and what may be said soon is waited for.
      const failed = deliveryError(error)
      if (failed.fault.kind === 'ambiguous' || failed.fault.kind === 'retryable') throw failed
      return false
    }
  }

  async function postInDirect({ tenant, user, clients }: ReplyRoute, page: Page): Promise<void> {
    if (!clients) throw new DeliveryError('There is no way to answer.', { kind: 'auth' })
    try {
      const channel = await direct.with({ tenant, account: user, clients })
      await clients.patient.chat.postMessage({ channel, ...bodyOf(page), ...noPreviews })
    } catch (error) {
      throw deliveryError(error)
    }
  }

  return {
    async toUrl({ responseUrl, at }, body) {
      return responseUrl !== undefined && responseUrls.post(responseUrl, at, body)
    },
    async inChannel(route, page, shown) {
      const turn = { pace, conversation: `${route.tenant}:${route.channel}` }
      return sayInTurn(turn, deliveryError, () => postInChannel(route, page, shown)).catch(unlessBusy)
    },
    async inDirect(route, page) {
      const turn = { pace, conversation: `${route.tenant}:@${route.user}` }
      await sayInTurn(turn, deliveryError, () => postInDirect(route, page))
    },
  }
}

/** Where it stays busy, another way is worth a try; nothing was said yet. */
function unlessBusy(error: unknown): false {
  if (deliveryError(error).fault.kind === 'retryable') return false
  throw error
}
