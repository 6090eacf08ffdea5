import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import type { EventOutcome } from '../context.ts'
import type { SlackEvent } from '../inbound/event.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInbound } from '../inbound/payload.ts'

/** Bolt behind our own transport: events by HTTP and by socket take the same path. */
export interface Connection {
  /** Resolves when the event has been handled, to `again` where something went wrong. */
  hear(event: SlackEvent): Promise<EventOutcome>
}

type Handle = (incoming: Incoming, event: SlackEvent) => Promise<EventOutcome>

/**
 * Sets Bolt up with one listener for every kind of event, so that none is handled twice. Tokens and clients are our
 * own, one per workspace; Bolt gets none, and so keeps none.
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
    if (isBoltContext(turn)) turn.handled = await handle(turn.incoming, turn.event)
  })
  app.error(async (error) => {
    log.error({ err: error }, 'failed to handle a Slack event')
  })
  return {
    async hear(event) {
      const incoming = readInbound(event.body)
      // Bolt fails on bodies that lack something; those are not meant for us.
      if (incoming.kind === 'ignored') {
        log.info({ why: incoming.why }, 'ignored: not an event for this app')
        return 'done'
      }
      const turn: BoltContext = { event, incoming, handled: undefined }
      const given: ReceiverEvent = {
        body: { ...Object(event.body) },
        retryNum: event.retry,
        customProperties: { turn },
        // Bolt acknowledges events before anybody has seen them; ours are acknowledged when done.
        ack: async () => undefined,
      }
      await app.processEvent(given)
      return turn.handled ?? 'done'
    },
  }
}

interface BoltContext {
  readonly event: SlackEvent
  readonly incoming: Incoming
  handled: EventOutcome | undefined
}

function isBoltContext(value: unknown): value is BoltContext {
  return typeof value === 'object' && value !== null && 'event' in value && 'handled' in value
}
