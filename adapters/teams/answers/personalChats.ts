import { createDirectChats, type DirectChats } from '../../../src/chat/delivery/directChats.ts'
import type { Pace } from '../../../src/chat/delivery/pace.ts'
import type { Account } from '../../../src/core/address.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Address, Connector } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { References } from '../people/addresses.ts'

type Addressee = Pick<Account, 'tenant' | 'account'> & {
  /** How the person is found, where they are speaking just now. */
  readonly met?: Pick<ReplyRoute, 'serviceUrl' | 'bot' | 'user'>
}

/** The personal chats between the bot and people: known from before, or opened. */
export interface PersonalChats {
  /** The chat with whoever caused something. Raises `DeliveryError`. */
  of(route: ReplyRoute): Promise<Address>
  /** The chats with people who need not be speaking now. */
  readonly chats: DirectChats<Addressee, Address>
}

export function createPersonalChats(
  connector: Connector,
  references: References,
  pace: Pace,
  clock: Clock,
): PersonalChats {
  const chats = createDirectChats<Addressee, Address>({
    nameOf: ({ tenant, account }) => `${tenant} ${account}`,
    store: {
      async read({ tenant, account }) {
        const known = await references.person(tenant, account)
        if (known?.conversation === undefined) return undefined
        return { serviceUrl: known.serviceUrl, conversation: known.conversation }
      },
      async write({ tenant, account, met }, { serviceUrl, conversation }) {
        const { id, bot } = await foundAt({ tenant, account, ...(met ? { met } : {}) })
        await references.opened(tenant, account, { id, serviceUrl, bot, conversation })
      },
      async drop({ tenant, account }, lost) {
        // Whoever added the app again meanwhile has another chat, which stays.
        const known = await references.person(tenant, account)
        if (known?.conversation === lost.conversation) await references.closed(tenant, account)
      },
    },
    async open(who) {
      const { id, serviceUrl, bot } = await foundAt(who)
      return {
        serviceUrl,
        conversation: await connector.direct({ serviceUrl, bot, member: id, tenant: who.tenant }),
      }
    },
    turn: ({ tenant }) => ({ pace, conversation: `create:${tenant}` }),
    meaning: deliveryError,
    clock,
  })

  async function foundAt({ tenant, account, met }: Addressee) {
    if (met) return { id: met.user, serviceUrl: met.serviceUrl, bot: met.bot }
    const known = await references.person(tenant, account)
    if (known) return known
    throw new DeliveryError(
      'The bot does not know how to reach this account in Teams: the person adds the app and writes to it once.',
      { kind: 'gone' },
    )
  }

  return {
    chats,
    async of(route) {
      const { account, serviceUrl } = route
      if (route.kind === 'personal') return { serviceUrl, conversation: route.conversation }
      if (!account) throw new DeliveryError('There is no personal chat.', { kind: 'forbidden' })
      return chats.with({ ...account, met: route })
    },
  }
}
