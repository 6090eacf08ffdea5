import { type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import type { Account } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Address, Connector } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { References } from '../people/addresses.ts'

/** The personal chats between the bot and people: known from before, or opened. */
export interface Personal {
  /** Of whoever caused something. Raises `DeliveryError`. */
  of(route: ReplyRoute): Promise<Address>
  /** Of somebody from whom nothing comes now. Raises `DeliveryError`, never ambiguous: nothing was said yet. */
  reach(account: Account): Promise<Address>
}

const patienceMs = 1_100

export function createPersonal(connector: Connector, references: References, pace: Pace): Personal {
  const opening = new Map<string, Promise<Address>>()

  async function open(
    account: Account,
    { serviceUrl, bot, id }: { readonly serviceUrl: string; readonly bot: string; readonly id: string },
  ): Promise<Address> {
    const wait = await takeTurn(pace, `create:${account.tenant}`, patienceMs)
    if (wait > 0) {
      throw new DeliveryError('Its turn comes later.', {
        kind: 'paced',
        afterSeconds: Math.ceil(wait / 1000),
      })
    }
    try {
      const { tenant } = account
      const conversation = await connector.direct({ serviceUrl, bot, member: id, tenant })
      await references.opened(tenant, account.account, { id, serviceUrl, bot, conversation })
      return { serviceUrl, conversation }
    } catch (error) {
      const failed = deliveryError(error)
      // To open it twice does no harm: Teams knows one such chat for each person.
      throw failed.fault.kind === 'ambiguous'
        ? new DeliveryError(failed.message, { kind: 'retryable' })
        : failed
    }
  }

  return {
    async of(route) {
      const { account, serviceUrl, bot, user } = route
      if (route.kind === 'personal') return { serviceUrl, conversation: route.conversation }
      if (!account) throw new DeliveryError('There is no personal chat.', { kind: 'forbidden' })
      const known = await references.person(account.tenant, account.account)
      if (known?.conversation !== undefined) return { serviceUrl, conversation: known.conversation }
      return open(account, { serviceUrl, bot, id: user })
    },
    async reach(account) {
      const known = await references.person(account.tenant, account.account).catch((error: unknown) => {
        throw new DeliveryError(String(error), { kind: 'retryable' })
      })
      if (!known) {
        throw new DeliveryError(
          'It is not known how to reach this account in Teams: the person adds the app and writes to it once.',
          { kind: 'gone' },
        )
      }
      const { conversation, serviceUrl } = known
      if (conversation !== undefined) return { serviceUrl, conversation }
      // Several deliveries to somebody new open one chat.
      const name = `${account.tenant} ${account.account}`
      const underway = opening.get(name) ?? open(account, known).finally(() => opening.delete(name))
      opening.set(name, underway)
      return underway
    },
  }
}
