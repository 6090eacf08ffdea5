import type { AdapterContext, EventOutcome } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { messageName } from '../inbound/messageName.ts'
import { readText } from '../inbound/text.ts'
import { namesOfUsers, withoutMention } from './typedLine.ts'

type Changed = Extract<Incoming, { kind: 'changed' }>

/** A message was edited or deleted: whoever took an update from it is asked whether that follows. */
export async function handleChanged(context: AdapterContext, changed: Changed): Promise<EventOutcome> {
  const { origin, channel, ts, text } = changed
  const installation = await context.installations.forOrigin(origin)
  if (!installation) return 'done'
  const { tenant } = installation
  const message = { platform: 'slack', tenant, message: messageName(channel, ts) }
  if (text === undefined) {
    await context.host.messageChanged(message, undefined)
    return 'done'
  }
  await context.host.messageChanged(message, async () => {
    const clients = context.clients.of(await context.tokenOf(installation))
    const names = await namesOfUsers(context, text, { tenant, clients })
    return readText(withoutMention(text, installation.botUserId), (kind, id, label) =>
      kind === 'user' ? `@${names.get(id) ?? label ?? 'somebody'}` : `#${label ?? id}`,
    ).trim()
  })
  return 'done'
}
