import type { WebClient } from '@slack/web-api'
import { pause } from '../../../src/core/clock.ts'
import { array, object } from '../../../src/core/json.ts'

/** How many of the newest messages are searched; as many as Slack advises to ask for at once. */
const searchedMessages = 200
/** Slack's clock is not ours, and a message may have been on its way for a while. */
const earlierMs = 600_000
/** Slack may still be posting the message. */
const settleMs = 1_500
/** A look that failed does no harm, so that there is another one. */
const mostLooks = 2

/**
 * Looks whether a message with our mark, which was sent at `since` or a little earlier, stands in a conversation. Only
 * direct conversations can be read with the scopes that the app asks for; elsewhere it stays unknown, and so it does
 * where more was said since than is read.
 */
export async function wasPosted(
  client: WebClient,
  channel: string,
  type: string,
  mark: string,
  since: Date,
): Promise<'yes' | 'no' | 'unknown'> {
  if (!channel.startsWith('D')) return 'unknown'
  for (let look = 1; look <= mostLooks; look++) {
    await pause(settleMs)
    const found = await newest(client, channel).catch(() => undefined)
    if (found) return standsIn(found, { type, mark, since })
  }
  return 'unknown'
}

function newest(client: WebClient, channel: string) {
  return client.conversations.history({ channel, limit: searchedMessages, include_all_metadata: true })
}

function standsIn(
  { messages, has_more: hasMore }: Awaited<ReturnType<typeof newest>>,
  { type, mark, since }: { readonly type: string; readonly mark: string; readonly since: Date },
): 'yes' | 'no' | 'unknown' {
  const found = array(messages).some((one) => {
    const metadata = object(object(one)['metadata'])
    return metadata['event_type'] === type && object(metadata['event_payload'])['key'] === mark
  })
  if (found) return 'yes'
  const oldestAt = Number(object(array(messages).at(-1))['ts']) * 1_000
  return hasMore === true && !(oldestAt < since.getTime() - earlierMs) ? 'unknown' : 'no'
}
