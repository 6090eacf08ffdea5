import { createDelivery, type DeliveryLine } from '../../../src/chat/delivery/delivery.ts'
import { inDirectChat } from '../../../src/chat/delivery/directChats.ts'
import { beforeSending } from '../../../src/chat/delivery/failure.ts'
import { closedPerson, closedRoom } from '../../../src/chat/delivery/forbidden.ts'
import { type Pace, type PaceTurn, takeTurns } from '../../../src/chat/delivery/pace.ts'
import type { Adapter } from '../../../src/core/adapter.ts'
import type { Place } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object, text } from '../../../src/core/json.ts'
import { errorCodes } from '../api/codes.ts'
import { ClosedDirect, directChannelError } from '../api/directChannels.ts'
import { failedWithCode } from '../api/faults.ts'
import { nonceOf } from '../api/nonce.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import { messageName, readMessageName } from '../inbound/messageName.ts'
import { mayUse } from '../people/trust.ts'
import { bodyOf } from '../render/message.ts'
import { filesOf, pagesOf } from '../render/messagePages.ts'
import type { Page } from '../render/page.ts'
import { createRoomCaller } from './callToRoom.ts'
import { createUnknownFates } from './unknownFate.ts'

/** The rate limits of messages that nobody waits for. */
interface Paces {
  /** Of what is said in a channel. */
  readonly channel: Pace
  /** Of everything that is asked of Discord. */
  readonly whole: Pace
}

type Conversation = Pick<Place, 'tenant' | 'channel' | 'private'>

/** The channel is gone; a person may have another. */
class LostChannel extends DeliveryError {}

const calledToRoom = 'Those who are in the room of a group are asked there to open their direct messages. '

/** What the bot says in Discord of its own accord. */
export function createDeliveries(
  context: AdapterContext,
  paces: Paces,
): Pick<Adapter, 'post' | 'announce'> & Required<Pick<Adapter, 'amend'>> {
  const { cards, direct, forbidden, host, log, settings } = context
  const callToRoom = createRoomCaller(context)
  const deliver = createDelivery('discord', host, log, lineTo(context, paces))

  return {
    async post(to, message, key, attempt = 'again', onPosted) {
      const { account, name } = to
      const guarded = { target: account, key, alert: closedPerson('discord', name, calledToRoom) }
      const say = (channel: string) =>
        deliver({ tenant: everywhere, channel, private: true }, message, key, attempt, onPosted)
      try {
        await forbidden.attempt(guarded, () =>
          inDirectChat(direct, { tenant: everywhere, account }, say, (error) => error instanceof LostChannel),
        )
      } catch (error) {
        // Nothing can be said to them here, so they are called in a room that they read.
        if (isClosed(error)) callToRoom(to)
        throw error
      }
    },
    async announce(room, message, key, attempt = 'again', onPosted) {
      const { tenant, channel } = room
      if (!mayUse(settings, tenant)) {
        throw new DeliveryError(
          `The server ${tenant} is not among those of DISCORD_GUILDS: add its id there, or type /wg unbind to take the room from its group.`,
          { kind: 'forbidden' },
        )
      }
      const guarded = { target: channel, key, alert: closedRoom('discord', channel) }
      await forbidden.attempt(guarded, () => deliver(room, message, key, attempt, onPosted))
      await cards.posted({ guild: tenant, channel })
    },
    async amend({ message: name }, message) {
      const { channel, message: id } = readMessageName(name)
      const [page] = await beforeSending(pagesOf(context.buttonData, message))
      if (!page) return
      await takeTurns(turnsFor(paces, channel))
      try {
        await context.api.call({
          method: 'PATCH',
          path: `/channels/${channel}/messages/${id}`,
          body: bodyOf(page),
        })
      } catch (error) {
        throw directChannelError(error)
      }
    },
  }
}

function turnsFor(paces: Paces, channel: string): readonly PaceTurn[] {
  return [
    { pace: paces.channel, conversation: channel },
    { pace: paces.whole, conversation: 'all' },
  ]
}

/** The refusal itself, or the pause that it led to. */
function isClosed(error: unknown): boolean {
  return error instanceof ClosedDirect || (error instanceof Error && error.cause instanceof ClosedDirect)
}

/**
 * A page of unknown fate is sent again with the same nonce, by which Discord recognizes it; once Discord may have
 * forgotten the nonce, its fate stays unknown.
 */
function lineTo(
  { api, cards, buttonData, host, clock }: AdapterContext,
  paces: Paces,
): DeliveryLine<Conversation, Page> {
  const fates = createUnknownFates(host.keep, clock)
  return {
    placeOf: ({ tenant, channel }) => ({ tenant, conversation: channel }),
    pages: (_, message) => pagesOf(buttonData, message),
    turns: ({ channel }) => turnsFor(paces, channel),
    postedAt: ({ channel }, id) => ({ tenant: everywhere, message: messageName(channel, id) }),
    meaning(error) {
      const failed = directChannelError(error)
      return failedWithCode(error, errorCodes.unknownChannel)
        ? new LostChannel(failed.message, failed.fault)
        : failed
    },
    beforeAgain: ({ channel }, { index, key }) => fates.check(nonceOf(key, channel, index)),
    async send({ channel }, { page, index, key }, message) {
      const nonce = nonceOf(key, channel, index)
      const files = index === 0 ? filesOf(message) : []
      const posted = await api.call({
        method: 'POST',
        path: `/channels/${channel}/messages`,
        body: { ...bodyOf(page), nonce, enforce_nonce: true },
        ...(files.length > 0 ? { files } : {}),
      })
      return text(object(posted)['id'])
    },
    settle: ({ channel }, { index, key }, failed, since) =>
      fates.settle(nonceOf(key, channel, index), failed, since),
    knowsRepeats: true,
    async cardPosted({ tenant, channel, private: direct }, card, id) {
      if (!direct) await cards.remember({ guild: tenant, channel }, card, id)
    },
  }
}
