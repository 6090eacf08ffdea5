import { shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import {
  findShortcut,
  type ShortcutMessage,
  shortcutGone,
  shortcutInput,
} from '../../../src/chat/asking/asking.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { AdapterContext, EventOutcome, Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { messageName } from '../inbound/messageName.ts'
import { readText } from '../inbound/text.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'
import { canTell, tell } from './answer.ts'
import { namesIn } from './typedLine.ts'
import { messageView, openWhenAsked, putView, type RoutedAnswer } from './views.ts'

type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** How long the form waits for the message's permalink before it opens without it. */
const linkMs = 1_200

/**
 * A shortcut opens its command’s form, filled in with a message’s text and permalink, or runs it and shows the answer.
 */
export async function handleShortcut(
  context: AdapterContext,
  incoming: Shortcut,
  reply: Reply,
): Promise<EventOutcome> {
  const work = open(context, incoming)
  const early = await within(work, context.timings.answerMs)
  if (early?.value === 'again') return 'again'
  await reply()
  return work
}

async function open(context: AdapterContext, incoming: Shortcut): Promise<EventOutcome> {
  const { origin } = incoming
  const turn = take(context, incoming)
  const where = origin.trigger === undefined ? undefined : { kind: 'open' as const, trigger: origin.trigger }
  const answer = await openWhenAsked(context, origin, turn, { likely: 'Rapporteur', where })
  if (!answer) return 'done'
  const { user, route } = await turn
  if (user && where) {
    const view = await messageView(context, route.tenant, shown(answer))
    if (await putView(context, user.clients, view, where)) return 'done'
  }
  // Left unacknowledged, the shortcut is marked as failed by Slack; nothing more can be said here.
  if (answer.unrecorded && !canTell(route)) return 'again'
  await tell(context, route, { message: shown(answer), room: false })
  return 'done'
}

async function take(context: AdapterContext, incoming: Shortcut): Promise<RoutedAnswer> {
  const admitted = await admit(context, incoming.origin)
  if (admitted.kind === 'out') {
    const { why, route, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, route }
  }
  const { user } = admitted
  const { route } = user
  const shortcut = findShortcut(context.host.catalog, ({ name }) => name === incoming.name)
  if (!shortcut) return { answer: turnedAway(shortcutGone), user, route }
  const used = shortcut.fill ? await messageOf(context, user, incoming) : undefined
  const { deliveryId } = incoming
  const answer = await context.host.dispatch({
    ...user.speaks,
    deliveryId,
    input: shortcutInput(shortcut, used),
    ...(incoming.message ? { message: messageName(incoming.message.channel, incoming.message.ts) } : {}),
  })
  return { answer, user, route }
}

/** The message that a shortcut was used on; without its permalink where Slack takes long to give it. */
async function messageOf(
  context: AdapterContext,
  user: AdmittedUser,
  { message }: Shortcut,
): Promise<ShortcutMessage | undefined> {
  if (!message) return undefined
  const { channel, ts } = message
  const asked = user.clients.quick.chat
    .getPermalink({ channel, message_ts: ts })
    .then(({ permalink }) => permalink)
    .catch((error: unknown) => {
      context.log.warn({ err: error }, 'failed to ask Slack for the address of a message')
      return undefined
    })
  const names = await namesIn(context, message.text, user)
  const text = readText(message.text, (kind, id, label) =>
    kind === 'user' ? `@${names.get(id) ?? label ?? 'somebody'}` : `#${label ?? id}`,
  )
  const link = (await within(asked, linkMs))?.value
  return { text, link }
}
