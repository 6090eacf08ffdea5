import { within } from '../../../src/chat/work/within.ts'
import type { Routes } from '../../../src/core/adapter.ts'
import type { Json } from '../../../src/core/json.ts'
import { block, message } from '../../../src/core/message.ts'
import type { FirstResponse } from '../answers/firstResponse.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import { handle, handleDoubtful } from '../handlers/route.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInteraction } from '../inbound/interaction.ts'
import type { Origin } from '../inbound/origin.ts'
import { acknowledge } from './acknowledge.ts'
import { refusedText } from './gatewayListener.ts'
import { createInteractionAges } from './interactionAge.ts'
import { discordRoutes } from './routes.ts'

/** How the bot receives interactions: by HTTP requests, or through the gateway. */
export interface Listener {
  /** Raises `StartError` where Discord refuses the bot. */
  start(): Promise<void>
  /** Takes no new interactions. */
  stop(): Promise<void>
  connected(): boolean
  readonly routes?: Routes
}

type Tracked = <T>(work: Promise<T>) => Promise<T>

/** A clock that is further off is logged, at most once in this time. */
const wrongMs = 2_000
const tellMs = 3_600_000
/** How long to wait for the claim of an interaction. */
const claimMs = 800
/** Discord replays an event within minutes; a day is more than enough. */
const heardMs = 86_400_000

export async function createListener(context: AdapterContext, tracked: Tracked): Promise<Listener> {
  const { publicKey } = context.settings
  return publicKey === undefined ? byGateway(context) : byRequests(context, tracked, publicKey)
}

function byRequests(context: AdapterContext, tracked: Tracked, publicKey: string): Listener {
  const waitsNoMore = createPatience(context)
  const routes = discordRoutes({
    publicKey,
    context,
    async hear(interaction) {
      const incoming = readInteraction(interaction)
      const origin = originOf(incoming)
      if (!origin) return handle(context, incoming)
      if (!waitsNoMore(origin) || incoming.kind === 'typeahead') {
        return tracked(handle(context, incoming).then(followedOnce(context, incoming, origin)))
      }
      context.later(doubtful(context, incoming, origin))
      return 'elsewhere'
    },
  })
  return { start: async () => undefined, stop: async () => undefined, connected: () => true, routes }
}

/** Answers a repeated request again; work after the answer runs once. */
function followedOnce(context: AdapterContext, incoming: Incoming, origin: Origin) {
  const once = (work: () => Promise<void>, which: string) => async () => {
    if (await isFirst(context, incoming, { id: `${origin.id} ${which}` })) await work()
  }
  return (first: FirstResponse | undefined): FirstResponse | undefined =>
    first && {
      callback: first.callback,
      ...(first.after ? { after: once(first.after, 'after') } : {}),
      ...(first.unheard ? { unheard: once(first.unheard, 'unheard') } : {}),
    }
}

async function byGateway(context: AdapterContext): Promise<Listener> {
  const { createGateway } = await import('./gateway.ts')
  const waitsNoMore = createPatience(context)
  return createGateway({
    settings: context.settings,
    log: context.log,
    hearing: {
      interaction(given, replayed) {
        context.later(hear(context, given, (origin) => replayed || waitsNoMore(origin)))
      },
      channelGone(guild, channel) {
        const room = { platform: 'discord', tenant: guild, channel }
        context.later(context.host.lost(room, 'the channel was deleted'))
      },
      guildGone(guild) {
        context.later(leave(context, guild))
      },
      refused(why) {
        const notice = message('I do not hear Discord any more.', block.text(`${refusedText(why)}.`))
        context.later(context.host.alert('discord:refused', notice))
      },
    },
  })
}

async function leave(context: AdapterContext, guild: string): Promise<void> {
  for (const room of await context.host.roomsIn('discord', guild)) {
    await context.host.lost(room, 'the bot was taken out of the server')
  }
}

/** Through the gateway every process gets every interaction, again after a reconnect: one of them answers, once. */
async function hear(
  context: AdapterContext,
  given: Json,
  waitsNoMore: (origin: Origin) => boolean,
): Promise<void> {
  const incoming = readInteraction(given)
  const origin = originOf(incoming)
  if (!origin) return
  const late = waitsNoMore(origin)
  if (!(await isFirst(context, incoming, origin))) return
  if (late && incoming.kind !== 'typeahead') return doubtful(context, incoming, origin)
  const first = await handle(context, incoming)
  if (!first) return
  const taken = await acknowledge(context, origin, first)
  if (taken === 'heard') await first.after?.()
  // Another process has already answered it.
  else if (taken === 'unheard') await first.unheard?.()
}

function doubtful(context: AdapterContext, incoming: Incoming, origin: Origin): Promise<void> {
  return handleDoubtful(
    context,
    incoming,
    async (first) => (await acknowledge(context, origin, first)) === 'heard',
  )
}

function originOf(incoming: Incoming): Origin | undefined {
  return 'origin' in incoming ? incoming.origin : undefined
}

/** Whether this process is the one, of all that received it, to answer. */
async function isFirst(
  context: AdapterContext,
  { kind }: Incoming,
  { id }: Pick<Origin, 'id'>,
): Promise<boolean> {
  if (kind === 'typeahead') return true
  const key = { platform: 'discord', kind: 'heard', tenant: everywhere, key: id }
  const expiresAt = new Date(context.clock.now().getTime() + heardMs)
  // Without the store nothing is done, and the user is told so in time; Discord accepts only one of several answers.
  const claimed = await within(
    context.host.keep.claim(key, {}, { expiresAt }).catch(() => true),
    claimMs,
  )
  return claimed?.value ?? true
}

/** Tells whether Discord may have stopped waiting, and logs once an hour that this machine’s clock is wrong. */
function createPatience({ clock, log }: AdapterContext): (origin: Origin) => boolean {
  const ages = createInteractionAges(clock)
  let reportedAt = Number.NEGATIVE_INFINITY
  return ({ id }) => {
    const old = ages.isOld(id)
    const aheadMs = Math.round(ages.ahead())
    if ((old || aheadMs > wrongMs) && performance.now() - reportedAt > tellMs) {
      reportedAt = performance.now()
      log.warn({ aheadMs }, 'interactions come late; is the clock of this machine right?')
    }
    return old
  }
}
