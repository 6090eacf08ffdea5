import { type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import type { Recipient } from '../../../src/core/adapter.ts'
import type { Place } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Message } from '../../../src/core/message.ts'
import { bodyOf } from '../answers/speaker.ts'
import type { Clients } from '../api/clients.ts'
import { deliveryError } from '../api/faults.ts'
import { wasPosted } from '../api/findPosted.ts'
import { sendFiles } from '../api/uploads.ts'
import type { AdapterContext } from '../context.ts'
import type { Page } from '../render/message.ts'
import { accountByEmail } from './findByEmail.ts'

/** What marks our messages, so that one whose fate is not known can be looked for. */
const metadataType = 'rapporteur_delivery'

/** Turns of less than this are waited for; for longer ones the delivery goes back to the queue. */
const patienceMs = 1_100

interface Means {
  readonly context: AdapterContext
  readonly pace: Pace
}

/** Writes to one person, in the direct conversation. Raises `DeliveryError`. */
export async function postTo(means: Means, wanted: Recipient, message: Message, key: string): Promise<void> {
  const { context } = means
  const to = wanted.platform === 'slack' ? wanted : await beforehand(accountByEmail(context, wanted))
  const clients = await clientsFor(context, to.tenant)
  let channel: string
  try {
    channel = await context.speaker.direct(to.tenant, to.account, clients)
  } catch (error) {
    const failed = deliveryError(error)
    // Nothing was said yet, whatever became of the call.
    throw failed.fault.kind === 'ambiguous'
      ? new DeliveryError(failed.message, { kind: 'retryable' })
      : failed
  }
  await postAll(means, to.tenant, clients, channel, message, key)
}

/** Says something in a channel. Raises `DeliveryError`. */
export async function announceIn(means: Means, room: Place, message: Message, key: string): Promise<void> {
  const clients = await clientsFor(means.context, room.tenant)
  await postAll(means, room.tenant, clients, room.channel, message, key)
}

async function clientsFor(context: AdapterContext, tenant: string): Promise<Clients> {
  const installation = await beforehand(context.installations.of(tenant))
  if (!installation) {
    throw new DeliveryError(
      `The app is not installed in the workspace ${tenant}: install it again under /slack/install.`,
      { kind: 'auth' },
    )
  }
  return context.clients.of(await beforehand(context.tokenOf(installation)))
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
  clients: Clients,
  channel: string,
  message: Message,
  key: string,
): Promise<void> {
  const pages = await beforehand(means.context.speaker.pages(tenant, message))
  const done = await beforehand(means.context.host.keep.get(progress(tenant, key)))
  const from = typeof done?.value === 'number' ? done.value : 0
  for (const [index, page] of pages.entries()) {
    if (index < from) continue
    await turn(means.pace, `${tenant}:${channel}`)
    const ts = await postOne(means, clients, `${tenant}:${channel}`, channel, page, `${key}.${index}`)
    if (message.card !== undefined && ts !== undefined && !channel.startsWith('D')) {
      // It is said, whether or not it will be kept up.
      await means.context.cards
        .seen(message.card, { tenant, channel, ts })
        .catch((error: unknown) => means.context.log.warn({ err: error }, 'a card could not be remembered'))
    }
    if (pages.length > 1 || message.blocks.some((one) => one.kind === 'file')) {
      const expiresAt = new Date(means.context.clock.now().getTime() + 7 * 86_400_000)
      await means.context.host.keep.put(progress(tenant, key), index + 1, { expiresAt })
    }
  }
  await sendFiles(message, async () => ({ client: clients.patient, channel }))
}

function progress(tenant: string, key: string) {
  return { platform: 'slack', kind: 'progress', tenant, key }
}

async function turn(pace: Pace, channel: string): Promise<void> {
  const ms = await takeTurn(pace, channel, patienceMs)
  if (ms > 0) {
    const afterSeconds = Math.ceil(ms / 1000)
    throw new DeliveryError('Its turn in this channel comes later.', { kind: 'paced', afterSeconds })
  }
}

/** The time stamp of the message, as Slack names messages; undefined where another try had posted it. */
async function postOne(
  { pace }: Means,
  clients: Clients,
  line: string,
  channel: string,
  page: Page,
  mark: string,
): Promise<string | undefined> {
  try {
    const { ts } = await clients.patient.chat.postMessage({
      channel,
      ...bodyOf(page),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: metadataType, event_payload: { key: mark } },
    })
    return ts
  } catch (error) {
    const failed = deliveryError(error)
    if (failed.fault.kind === 'retryable' && failed.fault.afterSeconds !== undefined) {
      pace.hold(line, failed.fault.afterSeconds * 1000)
    }
    if (failed.fault.kind !== 'ambiguous') throw failed
    const stands = await wasPosted(clients.patient, channel, metadataType, mark)
    if (stands === 'yes') return undefined
    if (stands === 'unknown') throw failed
    throw new DeliveryError('Slack did not answer, and the message is not there.', { kind: 'retryable' })
  }
}
