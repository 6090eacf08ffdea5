import { array, object } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Connection } from './bolt.ts'

/** Handles what a socket of the SDK reports as an event, and acknowledges it once. */
export async function hearSocketEvent(given: unknown, connection: Connection, log: Log): Promise<void> {
  const { ack, body, type, retry_num: retry } = object(given)
  if (typeof ack !== 'function') return
  let acknowledged = false
  const acknowledge = async (response?: object | string) => {
    if (acknowledged) return
    acknowledged = true
    // A socket that closed meanwhile cannot acknowledge; Slack sends the event again.
    await Promise.resolve(ack(forSocket(response))).catch((error: unknown) =>
      log.warn({ err: error }, 'an acknowledgement did not reach Slack'),
    )
  }
  const outcome = await connection.hear({
    body,
    retry: typeof retry === 'number' ? retry : 0,
    ack: acknowledge,
  })
  // An event that could not be recorded is not acknowledged, so that Slack sends it again.
  if (outcome === 'done' || type !== 'events_api') await acknowledge()
}

/** A socket takes objects alone, where an answer by HTTP may be a bare text. */
function forSocket(response: object | string | undefined): object {
  if (response === undefined) return {}
  return typeof response === 'string' ? { text: response } : { ...response, blocks: blocksOf(response) }
}

function blocksOf(response: object): readonly unknown[] | undefined {
  return 'blocks' in response ? array(response.blocks) : undefined
}
