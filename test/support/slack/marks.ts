import type { FarSide } from './farSide.ts'
import { object } from './payloads.ts'

/** The marks of the deliveries that stand in conversations, one for each message. */
export function marks({ messages }: FarSide): readonly string[] {
  return messages.flatMap(({ args }) => {
    const key = object(object(args['metadata'])['event_payload'])['key']
    return typeof key === 'string' ? [key] : []
  })
}
