import { shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import { budgetMs, type Desk, type Handled, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInbound as readText } from '../inbound/text.ts'
import { admit, type Guest } from '../people/admit.ts'
import { tell } from './answer.ts'
import { namesIn } from './lines.ts'
import { messageView, openWhenAsked, putView, type Turn } from './views.ts'

type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** How long is waited for a message’s address before the form opens without it. */
const linkMs = 1_200

/** A shortcut opens its command’s form, with a message’s text and address filled in; or runs it and shows the answer. */
export async function handleShortcut(desk: Desk, incoming: Shortcut, reply: Reply): Promise<Handled> {
  const work = open(desk, incoming)
  const early = await within(work, budgetMs)
  // Not acknowledged, Slack marks the shortcut as failed, so that it is taken again.
  if (early?.value === 'again') return 'again'
  await reply()
  return work
}

async function open(desk: Desk, incoming: Shortcut): Promise<Handled> {
  const { origin } = incoming
  const turn = take(desk, incoming)
  const where = origin.trigger === undefined ? undefined : { kind: 'open' as const, trigger: origin.trigger }
  const answer = await openWhenAsked(desk, origin, turn, { likely: 'Rapporteur', where })
  if (!answer) return 'done'
  const { guest, road } = await turn
  if (guest && where) {
    const view = await messageView(desk, road.tenant, shown(answer))
    if (await putView(desk, guest.clients, view, where)) return 'done'
  }
  await tell(desk, road, { message: shown(answer), room: false })
  return answer.unrecorded ? 'again' : 'done'
}

async function take(desk: Desk, incoming: Shortcut): Promise<Turn> {
  const admitted = await admit(desk, incoming.origin)
  if (admitted.kind === 'out') {
    const { why, road, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, road }
  }
  const { guest } = admitted
  const { road } = guest
  const shortcut = desk.host.catalog
    .flatMap((feature) => feature.shortcuts ?? [])
    .find(({ name }) => name === incoming.name)
  if (!shortcut) return { answer: turnedAway('This shortcut is not known any more.'), guest, road }
  const answer = await desk.host.dispatch({
    ...guest.speaks,
    deliveryId: incoming.deliveryId,
    input: {
      kind: 'fields',
      command: shortcut.command,
      fields: shortcut.fill ? await filled(desk, guest, incoming, shortcut.fill) : {},
      ask: shortcut.asks,
    },
  })
  return { answer, guest, road }
}

/** A message’s text as its author saw it, and its address. */
async function filled(
  desk: Desk,
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
      desk.log.warn({ err: error }, 'a message’s address is not known')
      return undefined
    })
  const names = await namesIn(desk, message.text, guest)
  const text = readText(message.text, (kind, id, label) =>
    kind === 'user' ? `@${names.get(id) ?? label ?? 'somebody'}` : `#${label ?? id}`,
  )
  const link = (await within(asked, linkMs))?.value
  return { [fill.text]: text, ...(link === undefined ? {} : { [fill.link]: link }) }
}
