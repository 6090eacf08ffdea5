import type { WebClient } from '@slack/web-api'

import { array, object } from '../../../src/core/json.ts'

/** What is said within so long is looked through. */
const recent = 20
/** Slack may still be at it. */
const settleMs = 1_500

/**
 * Whether a message with our mark stands in a conversation, for one whose fate is not known. Only direct
 * conversations can be read with the scopes that the app asks for; elsewhere it stays unknown.
 */
export async function wasPosted(
  client: WebClient,
  channel: string,
  type: string,
  mark: string,
): Promise<'yes' | 'no' | 'unknown'> {
  if (!channel.startsWith('D')) return 'unknown'
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  try {
    const { messages } = await client.conversations.history({
      channel,
      limit: recent,
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
