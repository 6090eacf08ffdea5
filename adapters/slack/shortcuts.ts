import type { Answer } from '../../src/core/invocation.ts'
import { admit, type Guest } from './admit.ts'
import { shown, tell, turnedAway } from './answer.ts'
import { budgetMs, type Desk, type Handled, type Reply, within } from './desk.ts'
import { readInbound as readText } from './escape.ts'
import type { Incoming } from './incoming.ts'
import { namesIn } from './lines.ts'
import { messageView, openWhenAsked, putView } from './modal.ts'

type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** How long is waited for a message’s address before the form opens without it. */
const linkMs = 1_200

/** A shortcut opens its command’s form, with a message’s text and address filled in; or runs it and shows the answer. */
export async function handleShortcut(desk: Desk, incoming: Shortcut, reply: Reply): Promise<Handled> {
  const work = open(desk, incoming)
  await within(work, budgetMs)
  await reply()
  await work
  return 'done'
}

async function open(desk: Desk, incoming: Shortcut): Promise<void> {
  const { origin } = incoming
  const turn = take(desk, incoming)
  const where = origin.trigger === undefined ? undefined : { kind: 'open' as const, trigger: origin.trigger }
  const answer = await openWhenAsked(desk, origin, turn, { likely: 'Rapporteur', where })
  if (!answer) return
  const { guest } = await turn
  if (!guest) return
  const view = await messageView(desk, guest.account.tenant, shown(answer))
  if (where && (await putView(desk, guest, view, where))) return
  await tell(desk, guest.road, { message: shown(answer), room: false })
}

async function take(
  desk: Desk,
  incoming: Shortcut,
): Promise<{ readonly answer: Answer; readonly guest?: Guest }> {
  const admitted = await admit(desk, incoming.origin)
  if (admitted.kind === 'out') {
    // Nobody is there to tell but by the road; a view needs a workspace as well.
    if (admitted.road)
      await tell(desk, admitted.road, { message: turnedAway(admitted.why).message, room: false })
    return { answer: turnedAway(admitted.why) }
  }
  const { guest } = admitted
  const shortcut = desk.host.catalog
    .flatMap((feature) => feature.shortcuts ?? [])
    .find(({ name }) => name === incoming.name)
  if (!shortcut) return { answer: turnedAway('This shortcut is not known any more.'), guest }
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
  return { answer, guest }
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
