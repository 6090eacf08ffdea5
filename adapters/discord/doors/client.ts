import { Client, Events, GatewayIntentBits, Options } from 'discord.js'
import { type Json, object } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { restOptions } from '../api/rest.ts'
import type { DiscordSettings } from '../settings.ts'
import { socketOptions } from './sockets.ts'

/** What happens to a connection. */
export interface ConnectionEvents {
  /** Also when it is back after an interruption. */
  ready(): void
  reconnecting(): void
  /** Closed with a code, for good. */
  closed(code: number): void
  invalidated(): void
  packet(packet: Json): void
}

/** The same events, of which nothing is heard once another connection has replaced theirs. */
export function onlyWhile(isCurrent: () => boolean, events: ConnectionEvents): ConnectionEvents {
  return {
    ready() {
      if (isCurrent()) events.ready()
    },
    reconnecting() {
      if (isCurrent()) events.reconnecting()
    },
    closed(code) {
      if (isCurrent()) events.closed(code)
    },
    invalidated() {
      if (isCurrent()) events.invalidated()
    },
    packet(packet) {
      if (isCurrent()) events.packet(packet)
    },
  }
}

/** One connection of the SDK, which reconnects by itself until it is destroyed. */
export function createClient(
  settings: Pick<DiscordSettings, 'token' | 'apiUrl'>,
  log: Log,
  events: ConnectionEvents,
): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: restOptions(settings),
    ws: socketOptions,
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  })
  const trouble = (what: string) => (error: unknown) => log.warn({ err: error }, what)
  client.on(Events.Error, trouble('error on the Discord gateway'))
  client.on(Events.ShardError, trouble('error on a Discord gateway socket'))
  client.on(Events.Warn, (about) => log.warn({ about }, 'warning from the Discord gateway'))
  client.on(Events.ShardReady, () => events.ready())
  client.on(Events.ShardResume, () => events.ready())
  client.on(Events.ShardReconnecting, () => events.reconnecting())
  client.on(Events.ShardDisconnect, ({ code }) => events.closed(code))
  client.on(Events.Invalidated, () => events.invalidated())
  client.on(Events.Raw, (packet: unknown) => events.packet(object(packet)))
  return client
}
