import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Pace } from '../../../src/chat/delivery/pace.ts'
import { sayInTurn } from '../../../src/chat/delivery/sayInTurn.ts'
import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Button, Message } from '../../../src/core/message.ts'
import type { Outgoing } from '../api/activity.ts'
import type { Address, Connector } from '../api/connector.ts'
import { deliveryError, refused } from '../api/faults.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { outgoing, type Page, renderPages } from '../render/message.ts'
import type { Files } from './files.ts'
import type { PersonalChats } from './personalChats.ts'

export interface AnswerMessage {
  readonly message: Message
  /** Seen by everyone in the conversation; else by the one who asked. */
  readonly room: boolean
}

/** A card that was posted where others read it. */
export interface StandingCard {
  readonly tenant: string
  readonly conversation: string
  readonly activity: string
}

export interface Speaker {
  /** A message as pages; `viewers` have a copy of a shared card of their own. */
  pages(tenant: string, message: Message, viewers?: readonly string[]): Promise<readonly Page[]>
  /** A message as pages of which the first stands in a dialog. */
  dialogPages(tenant: string, message: Message): Promise<readonly Page[]>
  /**
   * Says an answer: in the conversation where all may read it, else to its reader alone, there or in the personal
   * chat. Raises `DeliveryError` when no way is left.
   */
  say(route: ReplyRoute, answer: AnswerMessage): Promise<void>
  /** Shows its reader alone what is a page already; else as `say`. */
  show(route: ReplyRoute, page: Page): Promise<void>
}

interface SpeakerDependencies {
  readonly connector: Connector
  readonly buttonData: ButtonData
  readonly personal: PersonalChats
  readonly files: Files
  readonly pace: Pace
  readonly clock: Clock
  readonly mint: () => string
  /** Whether a button opens a form at once. */
  readonly opens: (button: Button) => boolean
  /** Hears where a shared card was posted. */
  readonly posted: (card: string, standing: StandingCard) => Promise<void>
}

const notShown = 'Teams did not take the whole of my answer. Please tell the secretariat.'

/** How long a conversation that takes no messages for one reader is not asked again. */
const unableCacheMs = 3_600_000
const maxUnable = 10_000

export function createSpeaker(deps: SpeakerDependencies): Speaker {
  const { connector, buttonData, personal, files, pace, clock, mint, opens, posted } = deps
  const unable = createRemembered<true>({ max: maxUnable, ttlMs: unableCacheMs, clock })

  async function pages(tenant: string, message: Message, viewers: readonly string[] = []) {
    const carry = await buttonData.values(tenant, message)
    return renderPages(message, { carry, operation: mint(), viewers, opens })
  }

  const patient = <T>(to: Address, work: () => Promise<T>) =>
    sayInTurn({ pace, conversation: to.conversation }, deliveryError, work)

  function send(to: Address, activity: Outgoing, only?: string): Promise<string | undefined> {
    return patient(to, () => connector.send(to, activity, only))
  }

  /** False where the conversation takes no messages for one reader; then nothing was said. */
  async function aside(route: ReplyRoute, page: Page): Promise<boolean> {
    if (unable.get(route.conversation)) return false
    const to = { serviceUrl: route.serviceUrl, conversation: route.at }
    return patient(to, async () => {
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
  async function apart(route: ReplyRoute, rest: readonly Page[]): Promise<void> {
    const here = { serviceUrl: route.serviceUrl, conversation: route.at }
    const who = route.name === undefined ? '' : `${route.name}, `
    try {
      const to = await personal.of(route)
      for (const page of rest) await send(to, outgoing(page))
    } catch (error) {
      const failed = deliveryError(error)
      if (failed.fault.kind === 'gone' || failed.fault.kind === 'forbidden') {
        await send(
          here,
          plain(`${who}I cannot write to you privately. Please add me under Apps, then ask again.`),
        )
        return
      }
      throw failed
    }
    await send(here, plain(`${who}I have sent you the answer in our personal chat.`)).catch(() => undefined)
  }

  async function aloud(
    route: ReplyRoute,
    { message, room }: AnswerMessage,
    all: readonly Page[],
  ): Promise<void> {
    const to = { serviceUrl: route.serviceUrl, conversation: route.at }
    for (const page of all) {
      const activity = await send(to, outgoing(page))
      if (!room || !message.card || activity === undefined || route.kind === 'personal') continue
      const { tenant, conversation } = route
      await posted(message.card, { tenant, conversation, activity })
    }
  }

  async function privately(route: ReplyRoute, all: readonly Page[]): Promise<void> {
    for (const [from, page] of all.entries()) {
      if (await aside(route, page)) continue
      await apart(route, all.slice(from))
      return
    }
  }

  async function toReaders(route: ReplyRoute, answer: AnswerMessage, all: readonly Page[]): Promise<void> {
    if (route.kind === 'personal' || (answer.room && !route.private)) await aloud(route, answer, all)
    else await privately(route, all)
  }

  return {
    pages,
    async show(route, page) {
      if (route.kind !== 'personal') return privately(route, [page])
      await send({ serviceUrl: route.serviceUrl, conversation: route.at }, outgoing(page))
    },
    async dialogPages(tenant, message) {
      const carry = await buttonData.values(tenant, message)
      return renderPages(message, { carry, operation: mint(), dialog: true })
    },
    async say(route, answer) {
      const all = await pages(route.tenant, answer.message)
      await toReaders(route, answer, all).catch(async (error: unknown) => {
        if (deliveryError(error).fault.kind !== 'invalid') throw error
        // Where Teams refuses the card, its first sentence is still said: no command goes unanswered.
        const [first] = all
        const bare = { summary: first?.summary ?? '', text: `${first?.summary ?? ''}\n${notShown}` }
        await toReaders(route, { ...answer, message: { ...answer.message, blocks: [] } }, [bare])
        throw error
      })
      if (!answer.message.blocks.some((one) => one.kind === 'file')) return
      if (!route.account) throw new DeliveryError('There is nobody to give a file to.', { kind: 'forbidden' })
      await files.offer(await personal.of(route), route.account, answer.message)
    },
  }
}

function plain(text: string): Outgoing {
  return { type: 'message', text, textFormat: 'plain', summary: text }
}
