import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Pace } from '../../../src/chat/delivery/pace.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Button, Message } from '../../../src/core/message.ts'
import type { Connector } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { outgoing, type Page, renderPages } from '../render/message.ts'
import type { Files } from './files.ts'
import type { PersonalChats } from './personalChats.ts'
import { createPosting, hereOf } from './posting.ts'
import { createPrivateReplies } from './privateReplies.ts'

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

export function createSpeaker(deps: SpeakerDependencies): Speaker {
  const { connector, buttonData, personal, files, pace, clock, mint, opens, posted } = deps
  const posting = createPosting(connector, pace)
  const privateReplies = createPrivateReplies({ connector, posting, personal, clock })

  async function pages(tenant: string, message: Message, viewers: readonly string[] = []) {
    const carry = await buttonData.values(tenant, message)
    return renderPages(message, { carry, operation: mint(), viewers, opens })
  }

  /** Where everybody in the conversation reads it. */
  async function sayOpenly(
    route: ReplyRoute,
    { message, room }: AnswerMessage,
    all: readonly Page[],
  ): Promise<void> {
    const { tenant, conversation, kind } = route
    for (const page of all) {
      const activity = await posting.post(hereOf(route), outgoing(page))
      if (!room || !message.card || activity === undefined || kind === 'personal') continue
      await posted(message.card, { tenant, conversation, activity })
    }
  }

  function sayPages(route: ReplyRoute, answer: AnswerMessage, all: readonly Page[]): Promise<void> {
    const openly = route.kind === 'personal' || (answer.room && !route.private)
    return openly ? sayOpenly(route, answer, all) : privateReplies.say(route, all)
  }

  async function offerFiles(route: ReplyRoute, message: Message): Promise<void> {
    if (!message.blocks.some((one) => one.kind === 'file')) return
    if (!route.account) throw new DeliveryError('There is nobody to give a file to.', { kind: 'forbidden' })
    await files.offer(await personal.of(route), route.account, message)
  }

  return {
    pages,
    async show(route, page) {
      if (route.kind !== 'personal') return privateReplies.say(route, [page])
      await posting.post(hereOf(route), outgoing(page))
    },
    async dialogPages(tenant, message) {
      const carry = await buttonData.values(tenant, message)
      return renderPages(message, { carry, operation: mint(), dialog: true })
    },
    async say(route, answer) {
      const all = await pages(route.tenant, answer.message)
      await sayPages(route, answer, all).catch(async (error: unknown) => {
        if (deliveryError(error).fault.kind !== 'invalid') throw error
        // Where Teams refuses the card, its first sentence is still said: no command goes unanswered.
        await sayPages(route, { ...answer, message: { ...answer.message, blocks: [] } }, [bare(all)])
        throw error
      })
      await offerFiles(route, answer.message)
    },
  }
}

/** The first sentence of an answer, without its card. */
function bare([first]: readonly Page[]): Page {
  const summary = first?.summary ?? ''
  return { summary, text: `${summary}\n${notShown}` }
}
