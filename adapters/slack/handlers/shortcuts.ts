import { shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { AdapterContext, Handled, Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInbound as readText } from '../inbound/text.ts'
import { budgetMs } from '../limits.ts'
import { admit, type Guest } from '../people/admit.ts'
import { tell } from './answer.ts'
import { namesIn } from './lines.ts'
import { messageView, openWhenAsked, putView, type Turn } from './views.ts'

type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** How long is waited for a message’s address before the form opens without it. */
const linkMs = 1_200

/** A shortcut opens its command’s form, with a message’s text and address filled in; or runs it and shows the answer. */
export async function handleShortcut(
  context: AdapterContext,
  incoming: Shortcut,
  reply: Reply,
): Promise<Handled> {
  const work = open(context, incoming)
  const early = await within(work, budgetMs)
  // Not acknowledged, Slack marks the shortcut as failed, so that it is taken again.
  if (early?.value === 'again') return 'again'
  await reply()
  return work
}

async function open(context: AdapterContext, incoming: Shortcut): Promise<Handled> {
  const { origin } = incoming
  const turn = take(context, incoming)
  const where = origin.trigger === undefined ? undefined : { kind: 'open' as const, trigger: origin.trigger }
  const answer = await openWhenAsked(context, origin, turn, { likely: 'Rapporteur', where })
  if (!answer) return 'done'
  const { guest, route } = await turn
  if (guest && where) {
    const view = await messageView(context, route.tenant, shown(answer))
    if (await putView(context, guest.clients, view, where)) return 'done'
  }
  await tell(context, route, { message: shown(answer), room: false })
  return answer.unrecorded ? 'again' : 'done'
}

async function take(context: AdapterContext, incoming: Shortcut): Promise<Turn> {
  const admitted = await admit(context, incoming.origin)
  if (admitted.kind === 'out') {
    const { why, route, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, route }
  }
  const { guest } = admitted
  const { route } = guest
  const shortcut = context.host.catalog
    .flatMap((feature) => feature.shortcuts ?? [])
    .find(({ name }) => name === incoming.name)
  if (!shortcut) return { answer: turnedAway('This shortcut is not known any more.'), guest, route }
  const answer = await context.host.dispatch({
    ...guest.speaks,
    deliveryId: incoming.deliveryId,
    input: {
      kind: 'fields',
      command: shortcut.command,
      fields: shortcut.fill ? await filled(context, guest, incoming, shortcut.fill) : {},
      ask: shortcut.asks,
    },
  })
  return { answer, guest, route }
}

/** A message’s text as its author saw it, and its address. */
async function filled(
  context: AdapterContext,
  guest: Guest,
  { message }: Shortcut,
  fill: { readonly text: string; readonly link: string },
): Promise<Record<string, string>> {
  if (!message) return {}
  const { channel, ts } = message
  const asked = guest.clients.quick.chat
    .getPermalink({ channel, message_ts: ts })
    .then(({ permalink }) => permalink)
    .catch((error: unknown) => {
      context.log.warn({ err: error }, 'a message’s address is not known')
      return undefined
    })
  const names = await namesIn(context, message.text, guest)
  const text = readText(message.text, (kind, id, label) =>
    kind === 'user' ? `@${names.get(id) ?? label ?? 'somebody'}` : `#${label ?? id}`,
  )
  const link = (await within(asked, linkMs))?.value
  return { [fill.text]: text, ...(link === undefined ? {} : { [fill.link]: link }) }
}
