import type { Routes } from '../../src/core/adapter.ts'
import type { Json } from '../../src/core/json.ts'
import { block, message } from '../../src/core/message.ts'
import { acknowledge } from './acknowledge.ts'
import { type Desk, everywhere } from './desk.ts'
import { handle, handleDoubtful } from './handle.ts'
import { readInteraction } from './inbound.ts'
import type { Incoming } from './incoming.ts'
import type { Origin } from './origin.ts'
import type { First } from './respond.ts'
import { discordRoutes } from './routes.ts'
import { madeAt } from './snowflake.ts'

/** How the bot hears Discord: by requests, or by the gateway. */
export interface Ears {
  /** Raises `StartError` where Discord refuses the bot. */
  start(): Promise<void>
  /** Takes no new interactions. */
  stop(): Promise<void>
  connected(): boolean
  readonly routes?: Routes
}

type Tracked = <T>(work: Promise<T>) => Promise<T>

/** Discord waits three seconds; what is older may have been given up. */
const oldMs = 2_500
/** An event is replayed within minutes; a day is more than enough. */
const heardMs = 86_400_000

export async function createEars(desk: Desk, tracked: Tracked): Promise<Ears> {
  const { publicKey } = desk.settings
  return publicKey === undefined ? byGateway(desk, tracked) : byRequests(desk, tracked, publicKey)
}

function byRequests(desk: Desk, tracked: Tracked, publicKey: string): Ears {
  const routes = discordRoutes({
    publicKey,
    desk,
    async hear(interaction) {
      const incoming = readInteraction(interaction)
      const origin = originOf(incoming)
      if (!origin) return handle(desk, incoming)
      if (!isOld(desk, origin))
        return tracked(handle(desk, incoming).then(followedOnce(desk, incoming, origin)))
      desk.log.warn({}, 'an interaction came late; is the clock of this machine right?')
      desk.later(doubtful(desk, incoming, origin))
      return 'elsewhere'
    },
  })
  return { start: async () => undefined, stop: async () => undefined, connected: () => true, routes }
}

/** A request that comes again is answered again; what goes on after the answer goes on once. */
function followedOnce(desk: Desk, incoming: Incoming, origin: Origin) {
  const once = (work: () => Promise<void>) => async () => {
    if (await isFirst(desk, incoming, origin)) await work()
  }
  return (first: First | undefined): First | undefined =>
    first && {
      callback: first.callback,
      ...(first.after ? { after: once(first.after) } : {}),
      ...(first.unheard ? { unheard: once(first.unheard) } : {}),
    }
}

async function byGateway(desk: Desk, tracked: Tracked): Promise<Ears> {
  const { createGateway } = await import('./gateway.ts')
  const open = true
  return createGateway({
    settings: desk.settings,
    log: desk.log,
    hearing: {
      interaction(given, replayed) {
        if (open) desk.later(tracked(hear(desk, given, replayed)))
      },
      channelGone(guild, channel) {
        const room = { platform: 'discord', tenant: guild, channel }
        desk.later(desk.host.lost(room, 'the channel was deleted'))
      },
      guildGone(guild) {
        desk.later(leave(desk, guild))
      },
      refused(why) {
        const said = message(
          'I do not hear Discord any more.',
          block.text(`Discord refuses the bot: ${why}.`),
        )
        desk.later(desk.host.alert('discord:refused', said))
      },
    },
  })
}

async function leave(desk: Desk, guild: string): Promise<void> {
  for (const room of await desk.host.roomsIn('discord', guild)) {
    await desk.host.lost(room, 'the bot was taken out of the server')
  }
}

/** By the gateway every process hears everything, and hears it again after a break: one of them answers, once. */
async function hear(desk: Desk, given: Json, replayed: boolean): Promise<void> {
  const incoming = readInteraction(given)
  const origin = originOf(incoming)
  if (!origin || !(await isFirst(desk, incoming, origin))) return
  if (replayed || isOld(desk, origin)) return doubtful(desk, incoming, origin)
  const first = await handle(desk, incoming)
  if (!first) return
  const heard = await acknowledge(desk, origin, first)
  await (heard ? first.after?.() : first.unheard?.())
}

function doubtful(desk: Desk, incoming: Incoming, origin: Origin): Promise<void> {
  return handleDoubtful(desk, incoming, (first) => acknowledge(desk, origin, first))
}

function originOf(incoming: Incoming): Origin | undefined {
  return 'origin' in incoming ? incoming.origin : undefined
}

async function isFirst(desk: Desk, { kind }: Incoming, { id }: Origin): Promise<boolean> {
  if (kind === 'typeahead') return true
  const key = { platform: 'discord', kind: 'heard', tenant: everywhere, key: id }
  const expiresAt = new Date(desk.clock.now().getTime() + heardMs)
  // Without the store nothing is done, and somebody is told so.
  return desk.host.keep.claim(key, {}, { expiresAt }).catch(() => true)
}

function isOld({ clock }: Desk, { id }: Origin): boolean {
  const made = madeAt(id)
  return made !== undefined && clock.now().getTime() - made > oldMs
}
