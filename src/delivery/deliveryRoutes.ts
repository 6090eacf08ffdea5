import type { ClaimedNotice } from '../../db/ledger/claims/claimNotices.ts'
import type { Adapter, Attempt, OnPosted, Recipient } from '../core/adapter.ts'
import type { Place } from '../core/address.ts'
import { DeliveryError } from '../core/errors.ts'
import { stampOf } from '../core/feature/notice.ts'
import type { Message } from '../core/message.ts'
import type { Mailer } from '../process/mail.ts'
import { meetingLetterId } from './letterId.ts'
import { letterOf, meetingAsked } from './noticeAsLetter.ts'
import { sendLetter } from './sendLetter.ts'

/** What the way by mail is called. */
export const emailRoute = 'e-mail'

/** One way to deliver a notice. */
export interface DeliveryRoute {
  /** The platform, or `emailRoute`. */
  readonly name: string
  /** Its target, for the log and for marking it unreachable. */
  readonly to: Recipient | Place
  say(message: Message, key: string, attempt: Attempt, stands: OnPosted): Promise<void>
}

/** How letters go out. */
export interface OutgoingMail {
  readonly mailer: Mailer
  /** Whether replies are read. */
  readonly answersByMail: boolean
}

/**
 * The ways to deliver a notice, best first: the one that the person chose, their accounts on platforms that run here,
 * and e-mail where none of those reaches them.
 */
export function deliveryRoutesTo(
  adapters: readonly Adapter[],
  { room, recipients, via, dueAt }: ClaimedNotice,
  mail: OutgoingMail | undefined,
): readonly DeliveryRoute[] {
  if (room) {
    const place = { ...room, private: false }
    return adapters
      .filter((adapter) => adapter.name === room.platform)
      .map(
        (adapter): DeliveryRoute => ({
          name: adapter.name,
          to: place,
          async say(message, key, attempt, stands) {
            if (adapter.findsDelivered !== true) mustNotBeDoubtful(attempt)
            await adapter.announce(place, message, key, attempt, stands)
          },
        }),
      )
  }
  const way = (adapter: Adapter, to: Recipient): DeliveryRoute => ({
    name: adapter.name,
    to,
    async say(message, key, attempt, stands) {
      if (adapter.findsDelivered !== true) mustNotBeDoubtful(attempt)
      await adapter.post(to, message, key, attempt, stands)
    },
  })
  const [first] = recipients
  if (!first) return []
  const direct = recipients.flatMap((to) =>
    adapters.filter((adapter) => adapter.name === to.platform).map((adapter) => way(adapter, to)),
  )
  const byMail = mail && first.email !== null ? [mailWay(mail, first, first.email, dueAt)] : []
  const vouched = adapters
    .filter((adapter) => adapter.reachesByEmail && first.email)
    .map((adapter) => way(adapter, first))
  const chats = direct.length > 0 ? direct : vouched
  if (via === 'email') return [...byMail, ...chats]
  // Known accounts on platforms not served here are left to another process.
  const elsewhere = direct.length === 0 && first.platform !== ''
  return elsewhere ? vouched : [...chats, ...byMail]
}

function mailWay(
  { mailer, answersByMail }: OutgoingMail,
  { name }: Recipient,
  email: string,
  dueAt: Date,
): DeliveryRoute {
  return {
    name: emailRoute,
    to: { platform: 'email', tenant: '-', account: email, email, name },
    async say(message, key, attempt) {
      mustNotBeDoubtful(attempt)
      const answersFor = answersByMail ? meetingAsked(message) : undefined
      const id =
        answersFor === undefined ? `${key}.${stampOf(dueAt)}` : meetingLetterId(answersFor, key, dueAt)
      await sendLetter(() => mailer(letterOf(message, email, { id, answersFor })))
    },
  }
}

/** Raises an ambiguous `DeliveryError` for a delivery in doubt where nobody can check whether it arrived. */
function mustNotBeDoubtful(attempt: Attempt): void {
  if (typeof attempt !== 'object') return
  throw new DeliveryError('The process that sent it ended before recording the outcome.', {
    kind: 'ambiguous',
  })
}
