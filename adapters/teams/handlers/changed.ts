import { type AdapterContext, accepted, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { sourceName } from '../inbound/origin.ts'
import { mayUse } from '../people/trust.ts'

type Changed = Extract<Incoming, { kind: 'changed' }>

/** A message was edited or deleted: whoever took an update from it is asked whether that follows. */
export async function handleChanged(context: AdapterContext, { origin, text }: Changed): Promise<Reply> {
  const { tenant } = origin
  const message = sourceName(origin, origin.activity)
  if (message === undefined || !mayUse(context.settings, tenant)) return accepted
  await context.host.messageChanged(
    { platform: 'teams', tenant, message },
    text === undefined ? undefined : async () => text,
  )
  return accepted
}
