import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import { type RefreshOutcome, refreshOutcome } from '../../../src/chat/cards/refresher.ts'
import { cardExpiry, createSharedCards, type SharedCards } from '../../../src/chat/cards/sharedCards.ts'
import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Api } from '../api/api.ts'
import { errorCodes } from '../api/codes.ts'
import { deliveryError, failedWithCode } from '../api/faults.ts'
import { messageName, readMessageName } from '../inbound/messageName.ts'
import type { Origin } from '../inbound/origin.ts'
import { bodyOf } from '../render/message.ts'
import { pagesOf } from '../render/messagePages.ts'

/** A shared card as it stands in a channel of a server. */
export interface StandingCard {
  readonly guild: string
  readonly channel: string
  readonly message: string
}

export interface Cards extends Omit<SharedCards<StandingCard>, 'stands'> {
  /** As `seen`, for a card that came with an answer, which counts even if the card is not recorded. Never throws. */
  remember(where: Pick<Origin, 'guild' | 'channel'>, card: string, message: string): Promise<void>
  /**
   * The bot has posted something, which opens an archived thread: cards there that could not be refreshed are
   * tried again soon. Never throws.
   */
  posted(where: Pick<StandingCard, 'guild' | 'channel'>): Promise<void>
}

interface CardsDependencies {
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly api: Api
  readonly buttonData: ButtonData
  readonly failed: (error: unknown) => void
}

export function createCards({ host, api, buttonData, failed }: CardsDependencies): Cards {
  const archivedIn = ({ guild, channel }: Pick<StandingCard, 'guild' | 'channel'>) => ({
    platform: 'discord',
    kind: `archived ${channel}`,
    tenant: guild,
  })

  /** `gone` where the message is no longer there, or the bot may not see it. */
  async function update(card: string, standing: StandingCard, body: object): Promise<RefreshOutcome> {
    const { channel, message } = standing
    try {
      await api.call({ method: 'PATCH', path: `/channels/${channel}/messages/${message}`, body })
      return 'done'
    } catch (error) {
      if (failedWithCode(error, errorCodes.threadArchived)) {
        // Opening the thread for every answer would be noise; the next message there opens it.
        const expiresAt = cardExpiry(host.clock)
        await host.keep.put({ ...archivedIn(standing), key: card }, {}, { expiresAt })
        return 'done'
      }
      failed(error)
      const gone = error instanceof CallError && (error.status === 403 || error.status === 404)
      return refreshOutcome(deliveryError(error), gone)
    }
  }

  const { seen, changed, stop } = createSharedCards<StandingCard>({
    platform: 'discord',
    host,
    tenantOf: ({ guild }) => guild,
    nameOf: ({ channel, message }) => messageName(channel, message),
    read: (guild, name) => ({ guild, ...readMessageName(name) }),
    async show(card, message) {
      const [page] = await pagesOf(buttonData, message)
      return async (standing) => (page ? update(card, standing, bodyOf(page)) : 'done')
    },
    failed,
  })

  async function posted(where: Pick<StandingCard, 'guild' | 'channel'>): Promise<void> {
    try {
      for (const { key: card } of await host.keep.list(archivedIn(where))) {
        await host.keep.drop({ ...archivedIn(where), key: card })
        changed(card)
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
    changed,
    stop,
  }
}
