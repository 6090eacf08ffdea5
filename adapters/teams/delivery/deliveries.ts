import { type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import type { Recipient } from '../../../src/core/adapter.ts'
import type { Place } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Files } from '../answers/files.ts'
import type { Personal } from '../answers/personalChats.ts'
import type { Address } from '../api/connector.ts'
import { deliveryError, LostConversation } from '../api/faults.ts'
import type { AdapterContext } from '../context.ts'
import { outgoing, type Page } from '../render/message.ts'

/** Turns of less than this are waited for; for longer ones the delivery goes back to the queue. */
const patienceMs = 1_100

interface Means {
  readonly context: AdapterContext
  readonly personal: Personal
  readonly files: Files
  /** Of all that is said in a conversation, of deliveries there, and of all that goes to a tenant. */
  readonly shared: Pace
  readonly pace: Pace
  readonly tenantPace: Pace
}

/** Writes to one person, in the personal chat. Raises `DeliveryError`. */
export async function postTo(means: Means, to: Recipient, message: Message, key: string): Promise<void> {
  let address = await means.personal.reach(to)
  const files = message.blocks.some((one) => one.kind === 'file')
  try {
    await postAll(means, to.tenant, address, message, key, undefined)
  } catch (error) {
    if (!(error instanceof LostConversation)) throw error
    // Who has added the app again may have another chat with it.
    await beforehand(means.context.references.closed(to.tenant, to.account))
    address = await means.personal.reach(to)
    await postAll(means, to.tenant, address, message, key, undefined)
  }
  if (files) await means.files.offer(address, to, message)
}

/** Says something in a channel or a group chat. Raises `DeliveryError`. */
export async function announceIn(means: Means, room: Place, message: Message, key: string): Promise<void> {
  const known = await beforehand(means.context.references.room(room.tenant, room.channel))
  if (!known) {
    throw new DeliveryError('The bot does not know this conversation any more: bind it again.', {
      kind: 'gone',
    })
  }
  const address = { serviceUrl: known.serviceUrl, conversation: room.channel }
  await postAll(means, room.tenant, address, message, key, room)
}

/** Nothing was said yet, so what goes wrong just now may be tried again. */
async function beforehand<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw error instanceof DeliveryError ? error : new DeliveryError(why, { kind: 'retryable' })
  })
}

/** A long message is several; on another try those that stand there already are passed by. */
async function postAll(
  means: Means,
  tenant: string,
  address: Address,
  message: Message,
  key: string,
  room: Place | undefined,
): Promise<void> {
  const { context } = means
  const pages = await beforehand(context.speaker.pages(tenant, message))
  const several = pages.length > 1 || message.blocks.some((one) => one.kind === 'file')
  const done = several ? await beforehand(context.host.keep.get(progress(tenant, key))) : undefined
  const from = typeof done?.value === 'number' ? done.value : 0
  for (const [index, page] of pages.entries()) {
    if (index < from) continue
    await turn(means, tenant, address)
    const activity = await postOne(means, address, page)
    if (message.card !== undefined && activity !== undefined && room) {
      // It is said, whether or not it will be kept up.
      await context.cards
        .seen(message.card, { tenant, conversation: room.channel, activity })
        .catch((error: unknown) => context.log.warn({ err: error }, 'a card could not be remembered'))
    }
    if (several) {
      const expiresAt = new Date(context.clock.now().getTime() + 7 * 86_400_000)
      await context.host.keep.put(progress(tenant, key), index + 1, { expiresAt })
    }
  }
}

function progress(tenant: string, key: string) {
  return { platform: 'teams', kind: 'progress', tenant, key }
}

async function turn(
  { shared, pace, tenantPace }: Means,
  tenant: string,
  { conversation }: Address,
): Promise<void> {
  const ms =
    (await takeTurn(pace, conversation, patienceMs)) ||
    (await takeTurn(shared, conversation, patienceMs)) ||
    (await takeTurn(tenantPace, tenant, patienceMs))
  if (ms > 0) {
    const afterSeconds = Math.ceil(ms / 1000)
    throw new DeliveryError('Its turn in this conversation comes later.', { kind: 'paced', afterSeconds })
  }
}

/** The id of the message. Teams offers no way to look for one of unknown fate, so it is never sent again. */
async function postOne({ context, pace }: Means, to: Address, page: Page): Promise<string | undefined> {
  try {
    return await context.connector.send(to, outgoing(page))
  } catch (error) {
    const failed = deliveryError(error)
    if (failed.fault.kind === 'retryable' && failed.fault.afterSeconds !== undefined) {
      pace.hold(to.conversation, failed.fault.afterSeconds * 1000)
    }
    throw failed
  }
}
