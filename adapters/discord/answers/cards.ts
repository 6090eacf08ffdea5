import type { Carried } from '../../../src/chat/cards/buttons.ts'
import { createRefresher, type Shown, shownAfter } from '../../../src/chat/cards/refresher.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { type Api, ApiError } from '../api/api.ts'
import { wrong } from '../api/codes.ts'
import { deliveryError, says } from '../api/faults.ts'
import type { Origin } from '../inbound/origin.ts'
import { pagesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'

/** A shared card as it stands in a channel of a server. */
export interface Standing {
  readonly guild: string
  readonly channel: string
  readonly message: string
}

/** Shared cards: each shows its record as it is, refreshed once a second at the most. */
export interface Cards {
  /** A card was posted, or somebody pressed one of its buttons. */
  seen(card: string, standing: Standing): Promise<void>
  /** The same of one that came with an answer: it is said, whether or not it will be kept up. Never throws. */
  remember(where: Pick<Origin, 'guild' | 'channel'>, card: string, message: string): Promise<void>
  /**
   * Something was posted by the bot, which opens an archived thread: cards that could not be refreshed there are,
   * soon. Never throws.
   */
  posted(where: Pick<Standing, 'guild' | 'channel'>): Promise<void>
  /** Refreshes every card of a record, soon. */
  changed(card: string): void
  stop(): Promise<void>
}

interface Means {
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly api: Api
  readonly carried: Carried
  readonly failed: (error: unknown) => void
}

/** At most so many of one record are kept up; the newest are. */
const most = 20
const keptDays = 180

export function createCards({ host, api, carried, failed }: Means): Cards {
  const kindOf = (card: string) => `card ${card}`
  const keyOf = (card: string, { guild, channel, message }: Standing) => ({
    platform: 'discord',
    kind: kindOf(card),
    tenant: guild,
    key: `${channel} ${message}`,
  })

  const archivedIn = ({ guild, channel }: Pick<Standing, 'guild' | 'channel'>) => ({
    platform: 'discord',
    kind: `archived ${channel}`,
    tenant: guild,
  })
  const later = () => ({ expiresAt: new Date(host.clock.now().getTime() + keptDays * 86_400_000) })

  async function standings(card: string): Promise<readonly Standing[]> {
    const kept = await host.keep.list({ platform: 'discord', kind: kindOf(card) })
    return [...kept]
      .sort((one, other) => other.at.getTime() - one.at.getTime())
      .slice(0, most)
      .map(({ tenant, key }) => {
        const [channel = '', message = ''] = key.split(' ')
        return { guild: tenant, channel, message }
      })
  }

  /** How long to wait for another try, where one is wanted; `usual` where Discord does not say. */
  async function refresh(card: string, usual: number): Promise<number | undefined> {
    const all = await standings(card)
    const message = all.length > 0 ? await host.card(card) : undefined
    if (!message) return undefined
    const [page] = await pagesOf(carried, message)
    if (!page) return undefined
    let wait: number | undefined
    for (const standing of all) {
      const outcome = await update(card, standing, bodyOf(page))
      if (outcome === 'gone') await host.keep.drop(keyOf(card, standing))
      else if (outcome !== 'done') wait = Math.max(wait ?? 0, outcome.afterMs ?? usual)
    }
    return wait
  }

  /** `gone` where the message is there no more, or the bot may not see it; else how long Discord asks to wait. */
  async function update(card: string, standing: Standing, body: object): Promise<Shown> {
    const { channel, message } = standing
    try {
      await api.call({ method: 'PATCH', path: `/channels/${channel}/messages/${message}`, body })
      return 'done'
    } catch (error) {
      if (says(error, wrong.threadArchived)) {
        // To open it for every answer would be noise; it is opened by what is next said there.
        await host.keep.put({ ...archivedIn(standing), key: card }, {}, later())
        return 'done'
      }
      failed(error)
      const gone = error instanceof ApiError && (error.status === 403 || error.status === 404)
      return shownAfter(deliveryError(error), gone)
    }
  }

  const refresher = createRefresher(refresh, failed)

  async function seen(card: string, standing: Standing): Promise<void> {
    await host.keep.claim(keyOf(card, standing), {}, later())
  }

  async function posted(where: Pick<Standing, 'guild' | 'channel'>): Promise<void> {
    try {
      for (const { key: card } of await host.keep.list(archivedIn(where))) {
        await host.keep.drop({ ...archivedIn(where), key: card })
        refresher.changed(card)
      }
    } catch (error) {
      failed(error)
    }
  }

  return {
    seen,
    posted,
    async remember({ guild, channel }, card, message) {
      if (guild === undefined) return
      await seen(card, { guild, channel, message }).catch(failed)
      await posted({ guild, channel })
    },
    changed: refresher.changed,
    stop: refresher.stop,
  }
}
