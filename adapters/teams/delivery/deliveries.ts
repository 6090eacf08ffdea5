import { createDelivery, type DeliveryLine } from '../../../src/chat/delivery/delivery.ts'
import { inDirectChat } from '../../../src/chat/delivery/directChats.ts'
import { beforeSending } from '../../../src/chat/delivery/failure.ts'
import { closedPerson, closedRoom } from '../../../src/chat/delivery/forbidden.ts'
import { type Pace, type PaceTurn, takeTurns } from '../../../src/chat/delivery/pace.ts'
import type { Adapter, Recipient } from '../../../src/core/adapter.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { PersonalChats } from '../answers/personalChats.ts'
import type { Address } from '../api/connector.ts'
import { deliveryError, LostConversation } from '../api/faults.ts'
import type { AdapterContext } from '../context.ts'
import { messageName, readMessageName } from '../inbound/messageName.ts'
import { outgoing, type Page } from '../render/message.ts'

/** The rate limits of messages that nobody waits for. */
interface Paces {
  /** Of deliveries in a conversation. */
  readonly delivery: Pace
  /** Of everything that is said in a conversation. */
  readonly conversation: Pace
  /** Of everything that goes to a tenant. */
  readonly tenant: Pace
}

interface Conversation {
  readonly tenant: string
  readonly address: Address
  /** Whose personal chat it is; undefined for a room. */
  readonly person?: Recipient
}

/** What the app says in Teams of its own accord. */
export function createDeliveries(
  context: AdapterContext,
  personal: PersonalChats,
  paces: Paces,
): Pick<Adapter, 'post' | 'announce'> & Required<Pick<Adapter, 'amend'>> {
  const { forbidden, host, log, references } = context
  const deliver = createDelivery('teams', host, log, lineTo(context, paces))

  return {
    async post(to, message, key, attempt = 'again', onPosted) {
      const { tenant, account, name } = to
      const guarded = { target: `${tenant}:${account}`, key, alert: closedPerson('teams', name) }
      await forbidden.attempt(guarded, () =>
        inDirectChat(
          personal.chats,
          to,
          (address) => deliver({ tenant, address, person: to }, message, key, attempt, onPosted),
          (error) => error instanceof LostConversation,
        ),
      )
    },
    async announce({ tenant, channel }, message, key, attempt = 'again', onPosted) {
      const known = await beforeSending(references.room(tenant, channel))
      if (!known) {
        throw new DeliveryError('The bot no longer knows this conversation: bind it again.', { kind: 'gone' })
      }
      const address = { serviceUrl: known.serviceUrl, conversation: channel }
      const guarded = { target: `${tenant}:${channel}`, key, alert: closedRoom('teams', channel) }
      await forbidden.attempt(guarded, () => deliver({ tenant, address }, message, key, attempt, onPosted))
    },
    async amend({ tenant, message: name, server }, message) {
      const { conversation, activity } = readMessageName(name)
      const [page] = await beforeSending(context.speaker.pages(tenant, message))
      if (!page || server === undefined) return
      await takeTurns(turnsFor(paces, tenant, conversation))
      try {
        await context.connector.update({ serviceUrl: server, conversation }, activity, outgoing(page))
      } catch (error) {
        throw deliveryError(error)
      }
    },
  }
}

function turnsFor(paces: Paces, tenant: string, conversation: string): readonly PaceTurn[] {
  return [
    { pace: paces.delivery, conversation },
    { pace: paces.conversation, conversation },
    { pace: paces.tenant, conversation: tenant },
  ]
}

/** Teams offers no way to look for a message of unknown fate, so such a message is never sent again. */
function lineTo(
  { cards, connector, files, log, speaker }: AdapterContext,
  paces: Paces,
): DeliveryLine<Conversation, Page> {
  return {
    placeOf: ({ tenant, address }) => ({ tenant, conversation: address.conversation }),
    pages: ({ tenant }, message) => speaker.pages(tenant, message),
    turns: ({ tenant, address: { conversation } }) => turnsFor(paces, tenant, conversation),
    postedAt: ({ tenant, address: { conversation, serviceUrl } }, activity) => ({
      tenant,
      message: messageName(conversation, activity),
      server: serviceUrl,
    }),
    meaning: deliveryError,
    send: ({ address }, { page }) => connector.send(address, outgoing(page)),
    async cardPosted({ tenant, address: { conversation }, person }, card, activity) {
      if (person) return
      await cards
        .seen(card, { tenant, conversation, activity })
        .catch((error: unknown) => log.warn({ err: error }, 'failed to remember a shared card'))
    },
    // A file is offered to a person in their personal chat; a room is told its name alone.
    async files({ address, person }, message) {
      if (person) await files.offer(address, person, message)
    },
  }
}
