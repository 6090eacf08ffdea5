import { type RefreshOutcome, refreshOutcome } from '../../../src/chat/cards/refresher.ts'
import {
  cardExpiry,
  createSharedCards,
  newestFirst,
  type SharedCards,
} from '../../../src/chat/cards/sharedCards.ts'
import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Connector } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import { messageName, readMessageName } from '../inbound/messageName.ts'
import type { References } from '../people/addresses.ts'
import { outgoing } from '../render/message.ts'
import type { Speaker, StandingCard } from './speaker.ts'

export interface Cards extends SharedCards<StandingCard> {
  /** Somebody has a copy of their own from now on. */
  viewed(card: string, standing: StandingCard, viewer: string): Promise<void>
}

interface CardsDependencies {
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly connector: Connector
  readonly references: References
  readonly pages: Speaker['pages']
  readonly failed: (error: unknown) => void
}

/** The most viewers that Teams gives a copy of their own: the newest. */
const mostViewers = 60

export function createCards({ host, connector, references, pages, failed }: CardsDependencies): Cards {
  const viewersOf = (card: string) => `viewer ${card}`

  /** `gone` where the message is no longer there, or the bot may not change it. */
  async function update(
    to: Parameters<Connector['update']>[0],
    activity: string,
    body: Parameters<Connector['update']>[2],
  ): Promise<RefreshOutcome> {
    try {
      await connector.update(to, activity, body)
      return 'done'
    } catch (error) {
      failed(error)
      const gone = error instanceof CallError && (error.status === 403 || error.status === 404)
      return refreshOutcome(deliveryError(error), gone)
    }
  }

  const cards = createSharedCards<StandingCard>({
    platform: 'teams',
    host,
    tenantOf: ({ tenant }) => tenant,
    nameOf,
    read: (tenant, name) => ({ tenant, ...readMessageName(name) }),
    async show(card, message) {
      const viewers = newestFirst(await host.keep.list({ platform: 'teams', kind: viewersOf(card) }))
      return async (standing) => {
        const { tenant, conversation, activity } = standing
        const own = viewers
          .filter((viewer) => viewer.tenant === tenant && viewer.key.startsWith(`${nameOf(standing)} `))
          .flatMap(({ value }) => text(object(value)['viewer']) ?? [])
        const [page] = await pages(tenant, message, own.slice(0, mostViewers))
        const room = await references.room(tenant, conversation)
        if (!page || !room) return 'gone'
        return update({ serviceUrl: room.serviceUrl, conversation }, activity, outgoing(page))
      }
    },
    failed,
  })

  return {
    ...cards,
    async viewed(card, standing, viewer) {
      const key = `${nameOf(standing)} ${viewer}`
      const where = { platform: 'teams', kind: viewersOf(card), tenant: standing.tenant, key }
      await host.keep.put(where, { viewer }, { expiresAt: cardExpiry(host.clock) })
    },
  }
}

function nameOf({ conversation, activity }: StandingCard): string {
  return messageName(conversation, activity)
}
