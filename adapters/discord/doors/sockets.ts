import type { EventEmitter } from 'node:events'

import { SimpleShardingStrategy, type WebSocketShard } from 'discord.js'

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** How the SDK is to open its connections: so that none of them can end the process. */
export const socketOptions = { buildStrategy: (manager: Manager) => new WatchedSockets(manager) }

/**
 * The SDK takes its own listener from a connection that it gives up, also from one that is still opening; an error of
 * that one, which may come minutes later, would then be nobody’s and end the process. Each gets a listener that stays.
 */
class WatchedSockets extends SimpleShardingStrategy {
  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids)
    for (const shard of this['shards'].values()) watch(shard)
  }
}

function watch(shard: WebSocketShard): void {
  let connection: EventEmitter | null = null
  Object.defineProperty(shard, 'connection', {
    get: () => connection,
    set(made: EventEmitter | null) {
      made?.on('error', () => undefined)
      connection = made
    },
  })
}
