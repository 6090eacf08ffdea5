import type { Carried } from '../../../src/chat/cards/buttons.ts'
import { createRefresher, type Shown, shownAfter } from '../../../src/chat/cards/refresher.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { ClientPool } from '../api/clients.ts'
import { deliveryError, slackWord } from '../api/faults.ts'
import type { ResponseUrls } from '../api/responseUrls.ts'
import type { Installation, Installations } from '../people/installations.ts'
import type { Wording } from '../render/commandPrefix.ts'
import { renderPages } from '../render/message.ts'
import { bodyOf } from './speaker.ts'

/** A shared card as it stands in a channel. */
interface Standing {
  readonly tenant: string
  readonly channel: string
  readonly ts: string
}

/** Shared cards: each shows its record as it is, refreshed once a second at the most. */
export interface Cards {
  /** A card was posted, or somebody pressed one of its buttons; an answer address lets the bot change it. */
  seen(card: string, standing: Standing, responseUrl?: string): Promise<void>
  /** Refreshes every card of a record, soon. */
  changed(card: string): void
  stop(): Promise<void>
}

interface Means {
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly installations: Installations
  readonly tokenOf: (installation: Installation) => Promise<string>
  readonly clients: ClientPool
  readonly carried: Carried
  readonly wording: Wording
  readonly responseUrls: ResponseUrls
  readonly failed: (error: unknown) => void
}

/** At most so many of one record are kept up; the newest are. */
const most = 20
const keptDays = 180

/** The record of a block of buttons that stands in a shared card: `card:meeting:12:0` is of `meeting:12`. */
export function cardOfBlock(blockId: string): string | undefined {
  return /^card:([a-z-]+:\d{1,9}):\d+$/.exec(blockId)?.[1]
}

export function createCards({
  host,
  installations,
  tokenOf,
  clients,
  carried,
  wording,
  responseUrls,
  failed,
}: Means): Cards {
  const urls = new Map<string, { readonly url: string; readonly at: number }>()
  const kindOf = (card: string) => `card ${card}`
  const keyOf = (card: string, { tenant, channel, ts }: Standing) => ({
    platform: 'slack',
    kind: kindOf(card),
    tenant,
    key: `${channel}:${ts}`,
  })

  /** The newest of them. */
  async function standings(card: string): Promise<readonly Standing[]> {
    const kept = await host.keep.list({ platform: 'slack', kind: kindOf(card) })
    return [...kept]
      .sort((one, other) => other.at.getTime() - one.at.getTime())
      .slice(0, most)
      .map(({ tenant, key }) => {
        const [channel = '', ts = ''] = key.split(':')
        return { tenant, channel, ts }
      })
  }

  /** How long to wait for another try, where one is wanted; `usual` where Slack does not say. */
  async function refresh(card: string, usual: number): Promise<number | undefined> {
    const all = await standings(card)
    const now = all.length > 0 ? await host.card(card) : undefined
    if (!now) return undefined
    const message = wording.message(now)
    let wait: number | undefined
    for (const standing of all) {
      const [page] = renderPages(message, { buttonValue: await carried.values(standing.tenant, message) })
      const outcome = page ? await update(standing, bodyOf(page)) : 'done'
      if (outcome === 'gone') await host.keep.drop(keyOf(card, standing))
      else if (outcome !== 'done') wait = Math.max(wait ?? 0, outcome.afterMs ?? usual)
    }
    return wait
  }

  /** `gone` where the message is there no more, or the bot may not change it; else how long Slack asks to wait. */
  async function update(standing: Standing, body: ReturnType<typeof bodyOf>): Promise<Shown> {
    const { tenant, channel, ts } = standing
    const given = urls.get(nameOf(standing))
    // What it did with an update does not matter: another way puts the same.
    if (
      given &&
      (await responseUrls.post(given.url, given.at, { ...body, replace_original: true }).catch(() => false))
    ) {
      return 'done'
    }
    const installation = await installations.of(tenant)
    if (!installation) return 'gone'
    try {
      await clients.of(await tokenOf(installation)).patient.chat.update({ channel, ts, ...body })
      return 'done'
    } catch (error) {
      failed(error)
      return shownAfter(deliveryError(error), lost.has(slackWord(error) ?? ''))
    }
  }

  const refresher = createRefresher(refresh, failed)

  return {
    async seen(card, standing, responseUrl) {
      if (urls.size > 5_000) urls.clear()
      if (responseUrl !== undefined) {
        urls.set(nameOf(standing), { url: responseUrl, at: host.clock.now().getTime() })
      }
      const expiresAt = new Date(host.clock.now().getTime() + keptDays * 86_400_000)
      await host.keep.claim(keyOf(card, standing), {}, { expiresAt })
    },
    changed: refresher.changed,
    stop: refresher.stop,
  }
}

const lost: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
])

function nameOf({ tenant, channel, ts }: Standing): string {
  return `${tenant}:${channel}:${ts}`
}
