import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import type { Handled } from '../context.ts'
import type { SlackEvent } from '../inbound/event.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInbound } from '../inbound/payload.ts'

/** Bolt, with doors of our own: what comes in by HTTP or by a socket goes the same way. */
export interface Connection {
  /** Resolves when the event was handled; what went wrong is `again`. */
  hear(event: SlackEvent): Promise<Handled>
}

type Handle = (incoming: Incoming, event: SlackEvent) => Promise<Handled>

/**
 * Bolt's part: one place in its chain takes every kind of event, so that none is handled twice. Tokens and
 * clients are our own, by workspace; Bolt is given none, and so keeps none.
 */
export async function connect(handle: Handle, log: Log): Promise<Connection> {
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  }
  const app = new App({
    receiver,
    authorize: async () => ({}),
    ignoreSelf: false,
    convoStore: false,
    logger: silent,
    deferInitialization: true,
    attachFunctionToken: false,
  })
  await app.init()
  app.use(async ({ context }) => {
    const turn: unknown = context['turn']
    if (isTurn(turn)) turn.handled = await handle(turn.incoming, turn.event)
  })
  app.error(async (error) => {
    log.error({ err: error }, 'an event of Slack’s failed')
  })
  return {
    async hear(event) {
      const incoming = readInbound(event.body)
      // Bolt stumbles over bodies that lack something; those are none of ours.
      if (incoming.kind === 'ignored') {
        log.info({ why: incoming.why }, 'an event of Slack’s is none of ours')
        return 'done'
      }
      const turn: Turn = { event, incoming, handled: undefined }
      const given: ReceiverEvent = {
        body: { ...Object(event.body) },
        retryNum: event.retry,
        customProperties: { turn },
        // Bolt acknowledges events before anybody has seen them; ours are acknowledged when they are done.
        ack: async () => undefined,
      }
      await app.processEvent(given)
      return turn.handled ?? 'done'
    },
  }
}

interface Turn {
  readonly event: SlackEvent
  readonly incoming: Incoming
  handled: Handled | undefined
}

function isTurn(value: unknown): value is Turn {
  return typeof value === 'object' && value !== null && 'event' in value && 'handled' in value
}
