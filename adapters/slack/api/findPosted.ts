import type { WebClient } from '@slack/web-api'

import { pause } from '../../../src/chat/work/pause.ts'
import { array, object } from '../../../src/core/json.ts'

/** How many of the newest messages are searched. */
const searchedMessages = 20
/** Slack may still be posting the message. */
const settleMs = 1_500

/**
 * Looks whether a message with our mark stands in a conversation. Only direct conversations can be read with the
 * scopes that the app asks for; elsewhere it stays unknown.
 */
export async function wasPosted(
  client: WebClient,
  channel: string,
  type: string,
  mark: string,
): Promise<'yes' | 'no' | 'unknown'> {
  if (!channel.startsWith('D')) return 'unknown'
  await pause(settleMs)
  try {
    const { messages } = await client.conversations.history({
      channel,
      limit: searchedMessages,
      include_all_metadata: true,
    })
    const found = array(messages).some((one) => {
      const metadata = object(object(one)['metadata'])
      return metadata['event_type'] === type && object(metadata['event_payload'])['key'] === mark
    })
    return found ? 'yes' : 'no'
  } catch {
    return 'unknown'
  }
}
