import type { Client } from 'discord.js'

import { within } from '../../../src/chat/work/within.ts'

const longestMs = 2_000

/**
 * Ends a connection of the SDK for good. Its own `destroy` does not end one that is between two tries: that would go
 * on by itself for ever, and introduce the bot a second time. Every try asks for its session first, so one that is
 * never told ends there.
 */
export async function giveUp(client: Client): Promise<void> {
  client.removeAllListeners()
  // Without a listener an error would end the process.
  client.on('error', () => undefined)
  for (const [id, shard] of client.ws.shards) {
    const untold = { get: () => new Promise(() => undefined), set: () => undefined }
    client.ws.shards.set(id, Object.create(shard, { sessionInfo: untold }))
  }
  // One that has introduced itself and is not ready yet would be waited for without end.
  await within(
    client.destroy().catch(() => undefined),
    longestMs,
  )
}
