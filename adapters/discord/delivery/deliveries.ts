import { type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import type { Recipient } from '../../../src/core/adapter.ts'
import type { Place } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Message } from '../../../src/core/message.ts'
import { wrong } from '../api/codes.ts'
import { ClosedDirect, closedOr } from '../api/directChannels.ts'
import { says } from '../api/faults.ts'
import { nonceOf } from '../api/nonce.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import { times } from '../limits.ts'
import { mayUse } from '../people/trust.ts'
import { filesOf, pagesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'
import type { Page } from '../render/page.ts'
import { callToRoom } from './callToRoom.ts'
import { closedAlert, heldOr, shutAlert } from './forbidden.ts'
import { createDoubts } from './unknownFate.ts'

export interface Delivering {
  readonly context: AdapterContext
  /** Of what is said in a channel, and of all that is asked of Discord. */
  readonly pace: Pace
  readonly whole: Pace
}

/**
 * Writes to one person, in the direct conversation. Raises `DeliveryError`; whoever takes no direct messages is called
 * to a room, and is tried again each hour for a day.
 */
export async function postTo(means: Delivering, to: Recipient, message: Message, key: string): Promise<void> {
  const { context } = means
  const { direct, rests } = context
  const say = async () => {
    const channel = await beforehand(direct.with(to.account))
    await postAll(means, { tenant: everywhere, channel, private: true }, message, key)
  }
  const resting = rests.why(to.account)
  try {
    if (resting) throw resting
    await say().catch(async (error: unknown) => {
      if (!(error instanceof LostChannel)) throw error
      await beforehand(direct.forget(to.account))
      await say()
    })
  } catch (error) {
    if (!(error instanceof ClosedDirect)) throw error
    if (!resting) rests.begin(to.account, error)
    callToRoom(context, to)
    if (error.fault.kind !== 'forbidden') throw error
    throw await heldOr(context, { target: to.account, key, why: error, alert: closedAlert(to, error) })
  }
}

/**
 * Says something in a channel or a thread. Raises `DeliveryError`; where it is forbidden it rests for an hour, and what
 * was to be said there is tried again for a day.
 */
export async function announceIn(
  means: Delivering,
  room: Place,
  message: Message,
  key: string,
): Promise<void> {
  const { context } = means
  const { rests } = context
  if (!mayUse(context.settings, room.tenant)) {
    throw new DeliveryError(
      `The server ${room.tenant} is not among those of DISCORD_GUILDS: add its id there, or type /wg unbind to take the room from its group.`,
      { kind: 'forbidden' },
    )
  }
  const resting = rests.why(room.channel)
  try {
    if (resting) throw resting
    await postAll(means, room, message, key)
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.fault.kind !== 'forbidden') throw error
    if (!resting) rests.begin(room.channel, error)
    throw await heldOr(context, { target: room.channel, key, why: error, alert: shutAlert(room, error) })
  }
  await context.cards.posted({ guild: room.tenant, channel: room.channel })
}

/** The channel is not there any more; a person may have another. */
class LostChannel extends DeliveryError {}

/** Nothing was said yet, so what goes wrong just now may be tried again. */
async function beforehand<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw error instanceof DeliveryError ? error : new DeliveryError(why, { kind: 'retryable' })
  })
}

type Where = Pick<Place, 'tenant' | 'channel' | 'private'>

/** A long message is several; on another try those that stand there already are passed by. */
async function postAll(means: Delivering, where: Where, message: Message, key: string): Promise<void> {
  const { context } = means
  const { keep, clock } = context.host
  const pages = await beforehand(pagesOf(context.carried, message))
  const files = filesOf(message)
  const several = pages.length > 1
  const to = `${key} ${where.channel}`
  const progress = { platform: 'discord', kind: 'progress', tenant: where.tenant, key: to }
  const done = several ? await beforehand(keep.get(progress)) : undefined
  const from = typeof done?.value === 'number' ? done.value : 0
  for (const [index, page] of pages.entries()) {
    if (index < from) continue
    await turn(means, where)
    const nonce = nonceOf(key, where.channel, index)
    const id = await postOne(means, where, page, nonce, index === 0 ? files : [])
    if (message.card !== undefined && id !== undefined && !where.private) {
      await context.cards.remember({ guild: where.tenant, channel: where.channel }, message.card, id)
    }
    if (several) {
      const expiresAt = new Date(clock.now().getTime() + times.delivery)
      // It is said already; on another try the nonce keeps it from being said twice.
      await keep.put(progress, index + 1, { expiresAt }).catch((error: unknown) => {
        context.log.warn({ err: error }, 'how far a long message came could not be noted')
      })
    }
  }
}

async function turn({ pace, whole }: Delivering, { channel }: Where): Promise<void> {
  const ms = (await takeTurn(pace, channel, times.turn)) || (await takeTurn(whole, 'all', times.turn))
  if (ms > 0) throw paced(ms)
}

function paced(ms: number): DeliveryError {
  const afterSeconds = Math.ceil(ms / 1000)
  return new DeliveryError('Its turn in this channel comes later.', { kind: 'paced', afterSeconds })
}

/**
 * The id of the message. One whose fate is not known is sent again with the same nonce, which Discord takes for the
 * same message; once that may have been forgotten there, it is left in doubt.
 */
async function postOne(
  { context, pace }: Delivering,
  { channel }: Where,
  page: Page,
  nonce: string,
  files: ReturnType<typeof filesOf>,
): Promise<string | undefined> {
  const doubts = createDoubts(context.host.keep, context.clock, nonce)
  await doubts.check()
  try {
    const posted = await context.api.call({
      method: 'POST',
      path: `/channels/${channel}/messages`,
      body: { ...bodyOf(page), nonce, enforce_nonce: true },
      ...(files.length > 0 ? { files } : {}),
    })
    return text(object(posted)['id'])
  } catch (error) {
    const failed = closedOr(error)
    if (says(error, wrong.unknownChannel)) throw new LostChannel(failed.message, failed.fault)
    if (failed.fault.kind === 'retryable' && failed.fault.afterSeconds !== undefined) {
      pace.hold(channel, failed.fault.afterSeconds * 1000)
    }
    if (failed.fault.kind !== 'ambiguous') throw failed
    throw await doubts.raise(failed)
  }
}
