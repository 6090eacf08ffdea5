import { createDelivery, type DeliveryLine } from '../../../src/chat/delivery/delivery.ts'
import { inDirectChat } from '../../../src/chat/delivery/directChats.ts'
import { beforeSending } from '../../../src/chat/delivery/failure.ts'
import { closedPerson, closedRoom } from '../../../src/chat/delivery/forbidden.ts'
import { type Pace, takeTurns } from '../../../src/chat/delivery/pace.ts'
import type { Adapter } from '../../../src/core/adapter.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Clients } from '../api/clients.ts'
import { deliveryError, failedWith } from '../api/faults.ts'
import { wasPosted } from '../api/findPosted.ts'
import { sendFiles } from '../api/uploads.ts'
import type { AdapterContext } from '../context.ts'
import { messageName, readMessageName } from '../inbound/messageName.ts'
import { bodyOf, noPreviews, type Page } from '../render/message.ts'
import { createAccountFinder } from './findByEmail.ts'

/** Marks our messages, so that one of unknown fate can be looked for. */
const metadataType = 'rapporteur_delivery'

/** A conversation with the means to write to it. */
interface Conversation {
  readonly tenant: string
  readonly channel: string
  readonly clients: Clients
}

/** What the app says in Slack of its own accord. */
export function createDeliveries(
  context: AdapterContext,
  pace: Pace,
): Pick<Adapter, 'post' | 'announce'> & Required<Pick<Adapter, 'amend'>> {
  const { direct, forbidden, host, log } = context
  const findAccount = createAccountFinder(context)
  const deliver = createDelivery('slack', host, log, lineTo(context, pace))

  return {
    async post(to, message, key, attempt = 'again', onPosted) {
      const account = to.platform === 'slack' ? to : await beforeSending(findAccount(to))
      const { tenant } = account
      const clients = await clientsFor(context, tenant)
      const guarded = {
        target: `${tenant}:${account.account}`,
        key,
        alert: closedPerson('slack', account.name),
      }
      await forbidden.attempt(guarded, () =>
        inDirectChat(
          direct,
          { tenant, account: account.account, clients },
          (channel) => deliver({ tenant, channel, clients }, message, key, attempt, onPosted),
          (error) => failedWith(error, 'channel_not_found'),
        ),
      )
    },
    async announce({ tenant, channel }, message, key, attempt = 'again', onPosted) {
      const clients = await clientsFor(context, tenant)
      const guarded = { target: `${tenant}:${channel}`, key, alert: closedRoom('slack', channel) }
      await forbidden.attempt(guarded, () =>
        deliver({ tenant, channel, clients }, message, key, attempt, onPosted),
      )
    },
    async amend({ tenant, message: name }, message) {
      const { channel, ts } = readMessageName(name)
      const clients = await clientsFor(context, tenant)
      const [page] = await beforeSending(context.speaker.pages(tenant, message))
      if (!page) return
      await takeTurns([{ pace, conversation: `${tenant}:${channel}` }])
      try {
        await clients.patient.chat.update({ channel, ts, ...bodyOf(page) })
      } catch (error) {
        throw deliveryError(error)
      }
    },
  }
}

function lineTo({ cards, log, speaker }: AdapterContext, pace: Pace): DeliveryLine<Conversation, Page> {
  return {
    placeOf: ({ tenant, channel }) => ({ tenant, conversation: channel }),
    pages: ({ tenant }, message) => speaker.pages(tenant, message),
    turns: ({ tenant, channel }) => [{ pace, conversation: `${tenant}:${channel}` }],
    meaning: deliveryError,
    async send({ channel, clients }, { page, key, index }) {
      const { ts } = await clients.patient.chat.postMessage({
        channel,
        ...bodyOf(page),
        ...noPreviews,
        metadata: { event_type: metadataType, event_payload: { key: markOf(key, index) } },
      })
      return ts
    },
    postedAt: ({ tenant, channel }, ts) => ({ tenant, message: messageName(channel, ts) }),
    async settle({ channel, clients }, { key, index }, failed, since) {
      const found = await wasPosted(clients.patient, channel, metadataType, markOf(key, index), since)
      if (found === 'yes') return 'posted'
      if (found === 'unknown') return failed
      return new DeliveryError('Slack did not answer, and the message is not there.', { kind: 'retryable' })
    },
    async cardPosted({ tenant, channel }, card, ts) {
      if (channel.startsWith('D')) return
      await cards
        .seen(card, { tenant, channel, ts })
        .catch((error: unknown) => log.warn({ err: error }, 'failed to remember a shared card'))
    },
    files: ({ channel, clients }, message) =>
      sendFiles(message, async () => ({ client: clients.patient, channel })),
  }
}

function markOf(key: string, index: number): string {
  return `${key}.${index}`
}

async function clientsFor(context: AdapterContext, tenant: string): Promise<Clients> {
  const installation = await beforeSending(context.installations.of(tenant))
  if (!installation) {
    throw new DeliveryError(
      `The app is not installed in the workspace ${tenant}: install it again under /slack/install.`,
      { kind: 'auth' },
    )
  }
  return context.clients.of(await beforeSending(context.tokenOf(installation)))
}
