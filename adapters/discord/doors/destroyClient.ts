import type { Client } from 'discord.js'

import { within } from '../../../src/chat/work/within.ts'

const longestMs = 2_000

/**
 * Ends a connection of the SDK for good. Its own `destroy` does not end one that is waiting between two tries: that
 * would go on forever, and identify the bot a second time. Every try asks for its session first, so one whose request
 * is never answered ends there.
 */
export async function destroyClient(client: Client): Promise<void> {
  client.removeAllListeners()
  // Without a listener an error would end the process.
  client.on('error', () => undefined)
  for (const [id, shard] of client.ws.shards) {
    const untold = { get: () => new Promise(() => undefined), set: () => undefined }
    client.ws.shards.set(id, Object.create(shard, { sessionInfo: untold }))
  }
  // The SDK would wait without end for a connection that has identified itself and is not ready yet.
  await within(
    client.destroy().catch(() => undefined),
    longestMs,
  )
}
