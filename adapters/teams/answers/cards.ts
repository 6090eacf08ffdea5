import { createRefresher, type Shown, shownAfter } from '../../../src/chat/cards/refresher.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { object, text } from '../../../src/core/json.ts'
import { type Connector, ConnectorError } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import type { References } from '../people/addresses.ts'
import { outgoing } from '../render/message.ts'
import type { Speaker, Standing } from './speaker.ts'

/** Shared cards: each shows its record as it is, refreshed once a second at the most. */
export interface Cards {
  /** A card was posted where others read it. */
  seen(card: string, standing: Standing): Promise<void>
  /** Whether it was posted there; what a press says of it proves nothing. */
  stands(card: string, standing: Standing): Promise<boolean>
  /** Somebody has a copy of their own from now on. */
  viewed(card: string, standing: Standing, viewer: string): Promise<void>
  /** Refreshes every card of a record, soon. */
  changed(card: string): void
  stop(): Promise<void>
}

interface Means {
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly connector: Connector
  readonly references: References
  readonly pages: Speaker['pages']
  readonly failed: (error: unknown) => void
}

/** At most so many of one record are kept up; the newest are. */
const most = 20
/** Teams lets so many have a copy of their own; the newest do. */
const mostViewers = 60
const keptDays = 180

export function createCards({ host, connector, references, pages, failed }: Means): Cards {
  const kindOf = (card: string) => `card ${card}`
  const viewersOf = (card: string) => `viewer ${card}`
  const keyOf = (card: string, { tenant, conversation, activity }: Standing) => ({
    platform: 'teams',
    kind: kindOf(card),
    tenant,
    key: `${conversation} ${activity}`,
  })
  const expiry = () => new Date(host.clock.now().getTime() + keptDays * 86_400_000)

  async function listed(kind: string) {
    const kept = await host.keep.list({ platform: 'teams', kind })
    return [...kept].sort((one, other) => other.at.getTime() - one.at.getTime())
  }

  /** How long to wait for another try, where one is wanted; `usual` where Teams does not say. */
  async function refresh(card: string, usual: number): Promise<number | undefined> {
    const standings = (await listed(kindOf(card))).slice(0, most)
    const message = standings.length > 0 ? await host.card(card) : undefined
    if (!message) return undefined
    const viewers = await listed(viewersOf(card))
    let wait: number | undefined
    for (const { tenant, key } of standings) {
      const [conversation = '', activity = ''] = key.split(' ')
      const own = viewers
        .filter((viewer) => viewer.tenant === tenant && viewer.key.startsWith(`${key} `))
        .flatMap(({ value }) => text(object(value)['viewer']) ?? [])
      const [page] = await pages(tenant, message, own.slice(0, mostViewers))
      const room = await references.room(tenant, conversation)
      const outcome =
        page && room
          ? await update({ serviceUrl: room.serviceUrl, conversation }, activity, outgoing(page))
          : 'gone'
      if (outcome === 'gone') await host.keep.drop(keyOf(card, { tenant, conversation, activity }))
      else if (outcome !== 'done') wait = Math.max(wait ?? 0, outcome.afterMs ?? usual)
    }
    return wait
  }

  /** `gone` where the message is there no more, or the bot may not change it; else how long Teams asks to wait. */
  async function update(
    to: Parameters<Connector['update']>[0],
    activity: string,
    body: Parameters<Connector['update']>[2],
  ): Promise<Shown> {
    try {
      await connector.update(to, activity, body)
      return 'done'
    } catch (error) {
      failed(error)
      const gone = error instanceof ConnectorError && (error.status === 403 || error.status === 404)
      return shownAfter(deliveryError(error), gone)
    }
  }

  const refresher = createRefresher(refresh, failed)

  return {
    async seen(card, standing) {
      await host.keep.claim(keyOf(card, standing), {}, { expiresAt: expiry() })
    },
    stands: async (card, standing) => (await host.keep.get(keyOf(card, standing))) !== undefined,
    async viewed(card, standing, viewer) {
      const { tenant, key } = keyOf(card, standing)
      const where = { platform: 'teams', kind: viewersOf(card), tenant, key: `${key} ${viewer}` }
      await host.keep.put(where, { viewer }, { expiresAt: expiry() })
    },
    changed: refresher.changed,
    stop: refresher.stop,
  }
}
