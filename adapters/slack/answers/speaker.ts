import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Pace } from '../../../src/chat/delivery/pace.ts'
import { sayInTurn } from '../../../src/chat/delivery/sayInTurn.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Message } from '../../../src/core/message.ts'
import type { DirectChannels } from '../api/directChannels.ts'
import { deliveryError } from '../api/faults.ts'
import type { ResponseUrls } from '../api/responseUrls.ts'
import { sendFiles } from '../api/uploads.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { Wording } from '../render/commandPrefix.ts'
import { type Page, renderPages } from '../render/message.ts'

export interface AnswerMessage {
  readonly message: Message
  /** Seen by everyone in the channel; else by the one who asked. */
  readonly room: boolean
  /** Takes the place of the message whose button was pressed. */
  readonly replace?: boolean
}

export interface Speaker {
  /** A message as Slack’s pages. */
  pages(tenant: string, message: Message): Promise<readonly Page[]>
  /**
   * Says an answer: to the address that came with the event while it lives, else in the channel, else in the
   * direct conversation. `from` is the first page that was not said yet. Raises `DeliveryError` when no way is left.
   */
  say(route: ReplyRoute, answer: AnswerMessage, from?: number): Promise<void>
  /** Takes away what only its reader sees, once its button was pressed; what stays there does no harm. */
  clear(route: ReplyRoute): Promise<void>
}

export function createSpeaker(
  buttonData: ButtonData,
  wording: Wording,
  pace: Pace,
  responseUrls: ResponseUrls,
  direct: DirectChannels,
  /** Hears where a shared card was posted. */
  posted: (card: string, standing: { tenant: string; channel: string; ts: string }) => Promise<void>,
): Speaker {
  async function pages(tenant: string, message: Message): Promise<readonly Page[]> {
    const notice = wording.message(message)
    return renderPages(notice, { buttonValue: await buttonData.values(tenant, notice) })
  }

  async function toUrl({ responseUrl, at }: ReplyRoute, body: object): Promise<boolean> {
    return responseUrl !== undefined && responseUrls.post(responseUrl, at, body)
  }

  /** False when the bot may not speak there. */
  async function inChannel(
    route: ReplyRoute,
    page: Page,
    { room, message }: AnswerMessage,
  ): Promise<boolean> {
    const { clients, channel, thread, user } = route
    if (channel === undefined || !clients) return false
    const where = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) }
    try {
      if (!room && !route.private) {
        await clients.patient.chat.postEphemeral({ ...where, user, ...bodyOf(page) })
        return true
      }
      const { ts } = await clients.patient.chat.postMessage({ ...where, ...bodyOf(page), ...noPreviews })
      if (room && message.card && ts) await posted(message.card, { tenant: route.tenant, channel, ts })
      return true
    } catch (error) {
      // What may have been said is not said again elsewhere, and what may be said soon is waited for.
      const failed = deliveryError(error)
      if (failed.fault.kind === 'ambiguous' || failed.fault.kind === 'retryable') throw failed
      return false
    }
  }

  async function inDirect({ tenant, user, clients }: ReplyRoute, page: Page): Promise<void> {
    if (!clients) throw new DeliveryError('There is no way to answer.', { kind: 'auth' })
    try {
      const channel = await direct.with({ tenant, account: user, clients })
      await clients.patient.chat.postMessage({ channel, ...bodyOf(page), ...noPreviews })
    } catch (error) {
      throw deliveryError(error)
    }
  }

  return {
    pages,
    async clear(route) {
      await toUrl(route, { delete_original: true }).catch(() => false)
    },
    async say(route, answer, from = 0) {
      const all = await pages(route.tenant, answer.message)
      let way: 'direct' | undefined
      for (const [index, page] of all.entries()) {
        if (index < from) continue
        const replaces = Boolean(answer.replace) && index === 0
        const body = {
          ...bodyOf(page),
          ...noPreviews,
          response_type: answer.room ? 'in_channel' : 'ephemeral',
          replace_original: replaces,
          ...(route.thread === undefined || replaces ? {} : { thread_ts: route.thread }),
        }
        // What begins in one place goes on there.
        if (way !== 'direct') {
          if (await toUrl(route, body)) continue
          if (
            await sayInTurn({ pace, conversation: `${route.tenant}:${route.channel}` }, deliveryError, () =>
              inChannel(route, page, answer),
            ).catch(unlessBusy)
          )
            continue
          way = 'direct'
        }
        await sayInTurn({ pace, conversation: `${route.tenant}:@${route.user}` }, deliveryError, async () => {
          await inDirect(route, page)
          return true
        })
      }
      const { clients, channel } = route
      if (!clients) return
      await sendFiles(answer.message, async () => ({
        client: clients.patient,
        channel:
          answer.room && channel !== undefined && !route.private
            ? channel
            : await direct.with({ tenant: route.tenant, account: route.user, clients }),
      }))
    },
  }
}

/** Where it stays busy, another way is worth a try; nothing was said yet. */
function unlessBusy(error: unknown): false {
  if (deliveryError(error).fault.kind === 'retryable') return false
  throw error
}

/** What goes with every message that others may see: Slack previews no link in it. */
export const noPreviews = { unfurl_links: false, unfurl_media: false } as const

/** What every way of saying a page takes. */
export function bodyOf({ text: fallback, blocks }: Page) {
  return { text: fallback, blocks: [...blocks] }
}
