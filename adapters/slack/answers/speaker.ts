import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Message } from '../../../src/core/message.ts'
import { sendFiles } from '../api/uploads.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { Wording } from '../render/commandPrefix.ts'
import { bodyOf, noPreviews, type Page, renderPages } from '../render/message.ts'
import { createWays, type WaysDependencies } from './ways.ts'

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

interface SpeakerDependencies extends WaysDependencies {
  readonly buttonData: ButtonData
  readonly wording: Wording
}

export function createSpeaker(deps: SpeakerDependencies): Speaker {
  const { buttonData, wording, direct } = deps
  const ways = createWays(deps)

  async function pages(tenant: string, message: Message): Promise<readonly Page[]> {
    const notice = wording.message(message)
    return renderPages(notice, { buttonValue: await buttonData.values(tenant, notice) })
  }

  async function sendFilesOf({ message, room }: AnswerMessage, route: ReplyRoute): Promise<void> {
    const { clients, channel, tenant, user } = route
    if (!clients) return
    await sendFiles(message, async () => ({
      client: clients.patient,
      channel:
        room && channel !== undefined && !route.private
          ? channel
          : await direct.with({ tenant, account: user, clients }),
    }))
  }

  return {
    pages,
    async clear(route) {
      await ways.toUrl(route, { delete_original: true }).catch(() => false)
    },
    async say(route, answer, from = 0) {
      const all = await pages(route.tenant, answer.message)
      const shown = { room: answer.room, card: answer.message.card }
      // What begins in the direct conversation goes on there.
      let inDirect = false
      for (const [index, page] of all.entries()) {
        if (index < from) continue
        if (!inDirect && (await ways.toUrl(route, urlBody(route, answer, { page, index })))) continue
        if (!inDirect && (await ways.inChannel(route, page, shown))) continue
        inDirect = true
        await ways.inDirect(route, page)
      }
      await sendFilesOf(answer, route)
    },
  }
}

/** A page as the address of an event takes it; the first one may replace the message whose button was pressed. */
function urlBody(
  { thread }: ReplyRoute,
  { room, replace }: AnswerMessage,
  { page, index }: { readonly page: Page; readonly index: number },
): object {
  const replaces = Boolean(replace) && index === 0
  return {
    ...bodyOf(page),
    ...noPreviews,
    response_type: room ? 'in_channel' : 'ephemeral',
    replace_original: replaces,
    ...(thread === undefined || replaces ? {} : { thread_ts: thread }),
  }
}
