import { forRoom, shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { buttonTooOld, pressInput } from '../../../src/chat/asking/asking.ts'
import { actOnce } from '../../../src/chat/asking/doubleClick.ts'
import type { PressRequest } from '../../../src/chat/cards/buttonData.ts'
import { within } from '../../../src/chat/work/within.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { formTitle } from '../../../src/core/language/verbs/formTitle.ts'
import { cardOfBlock } from '../answers/cards.ts'
import type { AdapterContext, EventOutcome, Reply } from '../context.ts'
import { messageName } from '../inbound/messageName.ts'
import type { Press } from '../inbound/press.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'
import { canTell, tell } from './answer.ts'
import { messageView, openWhenAsked, putView, type RoutedAnswer, type ViewTarget } from './views.ts'

/** How long a second press of the same button on an unchanged message counts as a double click. */
const doubleClickMs = 5_000

/** Runs the command that a button carries; the answer goes where the button stood. */
export async function handlePress(
  context: AdapterContext,
  press: Press,
  reply: Reply,
): Promise<EventOutcome> {
  const work = act(context, press)
  const early = await within(work, context.timings.answerMs)
  if (early?.value === 'again') return 'again'
  await reply()
  return work
}

async function act(context: AdapterContext, press: Press): Promise<EventOutcome> {
  const admitted = await admit(context, press.origin)
  if (admitted.kind === 'out') {
    const { route, why, unrecorded } = admitted
    // Left unacknowledged, the press is marked as failed by Slack; nothing more can be said here.
    if (unrecorded && !canTell(route)) return 'again'
    await tell(context, route, { message: turnedAway(why).message, room: false })
    return 'done'
  }
  const { user } = admitted
  const pressed = await context.buttonData.read(user.account.tenant, press.value)
  if (!pressed) {
    await answerIn(context, press, user, turnedAway(buttonTooOld), false)
    return 'done'
  }
  await rememberCard(context, press, user)
  const answer = await openWhenAsked(context, press.origin, run(context, press, user, pressed), {
    likely: pressed.ask ? titleOf(context, pressed.command) : undefined,
    where: formPlace(press),
  })
  const changes = findCommand(context.host.catalog, pressed.command)?.command.changes ?? false
  if (answer) await answerIn(context, press, user, answer, changes)
  return 'done'
}

async function run(
  context: AdapterContext,
  press: Press,
  user: AdmittedUser,
  pressed: PressRequest,
): Promise<RoutedAnswer> {
  const event = {
    platform: 'slack',
    tenant: user.account.tenant,
    presser: user.account.account,
    message: press.seen,
    data: `${press.blockId} ${press.value}`,
    shared: cardOfBlock(press.blockId) !== undefined,
    deliveryId: press.deliveryId,
    spanMs: doubleClickMs,
  }
  const { answer, second } = await actOnce(context.host, event, pressed, (deliveryId) =>
    context.host.dispatch({
      ...user.speaks,
      deliveryId,
      input: pressInput(pressed),
      ...replacedBy(press, user),
    }),
  )
  // The first press already told the channel.
  return { answer: second ? { ...answer, audience: 'caller' } : answer, user, route: user.route }
}

/** The message that the answer will replace. */
function replacedBy({ origin, stood }: Press, { route }: AdmittedUser): { readonly pressed?: string } {
  if (stood.in !== 'message' || origin.channel === undefined || !route.private) return {}
  return { pressed: messageName(origin.channel, stood.ts) }
}

/** Pushes a form onto the view that held the button, or opens it. */
function formPlace({ origin, stood }: Press): ViewTarget | undefined {
  if (origin.trigger === undefined) return undefined
  return { kind: stood.in === 'modal' ? 'push' : 'open', trigger: origin.trigger }
}

/** Keeps the message of a shared card refreshed from now on, with the response URL of this press. */
async function rememberCard(
  context: AdapterContext,
  { blockId, stood, origin }: Press,
  user: AdmittedUser,
): Promise<void> {
  const card = cardOfBlock(blockId)
  if (card === undefined || stood.in !== 'message' || stood.ephemeral || user.route.private) return
  if (origin.channel === undefined) return
  const standing = { tenant: user.account.tenant, channel: origin.channel, ts: stood.ts }
  await context.cards
    .seen(card, standing, origin.responseUrl)
    .catch((error: unknown) => context.log.warn({ err: error }, 'failed to remember a card'))
}

async function answerIn(
  context: AdapterContext,
  press: Press,
  user: AdmittedUser,
  answer: Answer,
  changes: boolean,
): Promise<void> {
  const { stood } = press
  const { tenant, account } = user.account
  if (stood.in === 'message') {
    // A message that only its reader sees is replaced; one that a whole channel reads stays, and refreshes itself.
    const room = forRoom(answer) && !user.route.private
    const own = stood.ephemeral || user.route.private
    await tell(context, user.route, {
      message: shown(answer),
      room,
      replace: own && !room && answer.outcome === 'done',
    })
    // The question is answered, and the channel reads the outcome.
    if (room && stood.ephemeral) await context.speaker.clear(user.route)
    return
  }
  if (stood.in === 'home' && answer.outcome === 'done' && changes) {
    const { vouchedEmail } = user.speaks
    return context.homes
      .publish(
        { tenant, user: account, clients: user.clients, ...(vouchedEmail ? { vouchedEmail } : {}) },
        shown(answer),
      )
      .catch((error: unknown) => context.log.warn({ err: error }, 'failed to publish a home tab'))
  }
  const view = await messageView(context, tenant, shown(answer))
  const where: ViewTarget | undefined =
    stood.in === 'modal' ? { kind: 'update', viewId: stood.viewId } : formPlace(press)
  const put = where !== undefined && (await putView(context, user.clients, view, where))
  // Where Slack opens no view, the answer goes to the direct conversation.
  if (!put || answer.message.blocks.some((one) => one.kind === 'file')) {
    await tell(context, user.route, { message: shown(answer), room: false })
  }
}

/** What the form of a command is called. */
function titleOf({ host }: AdapterContext, command: string): string {
  const found = findCommand(host.catalog, command)
  return found ? formTitle(found.feature, found.command).title : `/${command}`
}
