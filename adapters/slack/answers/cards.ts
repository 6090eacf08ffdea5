import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import { type RefreshOutcome, refreshOutcome } from '../../../src/chat/cards/refresher.ts'
import { createSharedCards, type SharedCards } from '../../../src/chat/cards/sharedCards.ts'
import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { ClientPool } from '../api/clients.ts'
import { deliveryError, slackWord } from '../api/faults.ts'
import type { ResponseUrls } from '../api/responseUrls.ts'
import { messageName, readMessageName } from '../inbound/messageName.ts'
import type { Installation, Installations } from '../people/installations.ts'
import type { Wording } from '../render/commandPrefix.ts'
import { bodyOf, noPreviews, renderPages } from '../render/message.ts'

/** A shared card as it stands in a channel. */
interface StandingCard {
  readonly tenant: string
  readonly channel: string
  readonly ts: string
}

export interface Cards extends Omit<SharedCards<StandingCard>, 'seen'> {
  /** As `SharedCards.seen`; an answer address lets the bot change the card where it is not a member. */
  seen(card: string, standing: StandingCard, responseUrl?: string): Promise<void>
}

interface CardsDependencies {
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly installations: Installations
  readonly tokenOf: (installation: Installation) => Promise<string>
  readonly clients: ClientPool
  readonly buttonData: ButtonData
  readonly wording: Wording
  readonly responseUrls: ResponseUrls
  readonly failed: (error: unknown) => void
}

/** Slack takes answers to an address for half an hour. */
const urlLifeMs = 30 * 60_000
const mostUrls = 5_000

/** The record of a block of buttons that stands in a shared card: `card:meeting:12:0` is of `meeting:12`. */
export function cardOfBlock(blockId: string): string | undefined {
  return /^card:([a-z-]+:\d{1,9}):\d+$/.exec(blockId)?.[1]
}

export function createCards(deps: CardsDependencies): Cards {
  const { host, installations, tokenOf, clients, buttonData, wording, responseUrls, failed } = deps
  const urls = createRemembered<{ readonly url: string; readonly at: number }>({
    ...{ max: mostUrls, ttlMs: urlLifeMs, clock: host.clock },
  })

  /** `gone` where the message is no longer there, or the bot may not change it. */
  async function update(standing: StandingCard, body: ReturnType<typeof bodyOf>): Promise<RefreshOutcome> {
    const { tenant, channel, ts } = standing
    const given = urls.get(`${tenant}:${nameOf(standing)}`)
    // Whether this update arrived does not matter: the other way makes the same one.
    if (
      given &&
      (await responseUrls
        .post(given.url, given.at, { ...body, ...noPreviews, replace_original: true })
        .catch(() => false))
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
      return refreshOutcome(deliveryError(error), isGone(slackWord(error)))
    }
  }

  const cards = createSharedCards<StandingCard>({
    platform: 'slack',
    host,
    tenantOf: ({ tenant }) => tenant,
    nameOf,
    read: (tenant, name) => ({ tenant, ...readMessageName(name) }),
    async show(_card, card) {
      const message = wording.message(card)
      return async (standing) => {
        const [page] = renderPages(message, {
          buttonValue: await buttonData.values(standing.tenant, message),
        })
        return page ? update(standing, bodyOf(page)) : 'done'
      }
    },
    failed,
  })

  return {
    ...cards,
    async seen(card, standing, responseUrl) {
      if (responseUrl !== undefined) {
        urls.put(`${standing.tenant}:${nameOf(standing)}`, {
          url: responseUrl,
          at: host.clock.now().getTime(),
        })
      }
      await cards.seen(card, standing)
    },
  }
}

function nameOf({ channel, ts }: StandingCard): string {
  return messageName(channel, ts)
}

function isGone(word: string | undefined): boolean {
  const gone = [
    'message_not_found',
    'cant_update_message',
    'channel_not_found',
    'is_archived',
    'not_in_channel',
  ]
  return word !== undefined && gone.includes(word)
}
