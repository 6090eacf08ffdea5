import type { WebClient } from '@slack/web-api'

import { fileBytes, type Message } from '../../../src/core/message.ts'
import { deliveryError } from './faults.ts'

interface Target {
  readonly client: WebClient
  readonly channel: string
}

/** Uploads the files of a message; `to` is asked only when there is one. Raises `DeliveryError`. */
export async function sendFiles(message: Message, to: () => Promise<Target>): Promise<void> {
  for (const one of message.blocks) {
    if (one.kind !== 'file') continue
    try {
      const { client, channel } = await to()
      await client.files.uploadV2({
        channel_id: channel,
        filename: one.name,
        title: one.name,
        ...(one.encoding === undefined ? { content: one.content } : { file: fileBytes(one) }),
      })
    } catch (error) {
      throw deliveryError(error)
    }
  }
}
