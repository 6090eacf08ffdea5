import { forRoom, shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { cardOfBlock } from '../answers/cards.ts'
import type { AdapterContext, Handled, Reply } from '../context.ts'
import type { Press } from '../inbound/press.ts'
import { budgetMs } from '../limits.ts'
import { admit, type Guest } from '../people/admit.ts'
import { tell } from './answer.ts'
import { messageView, openWhenAsked, putView, type Where } from './views.ts'

/** A press of a button is the command that it carries; its answer goes where the button stood. */
export async function handlePress(context: AdapterContext, press: Press, reply: Reply): Promise<Handled> {
  const work = act(context, press)
  const early = await within(work, budgetMs)
  // Not acknowledged, Slack marks the press as failed, so that it is made again.
  if (early?.value === 'again') return 'again'
  await reply()
  return work
}

async function act(context: AdapterContext, press: Press): Promise<Handled> {
  const admitted = await admit(context, press.origin)
  if (admitted.kind === 'out') {
    await tell(context, admitted.route, { message: turnedAway(admitted.why).message, room: false })
    return admitted.unrecorded ? 'again' : 'done'
  }
  const { guest } = admitted
  const pressed = await context.drafts.read(guest.account.tenant, press.value)
  if (!pressed) {
    await answerIn(
      context,
      press,
      guest,
      turnedAway('This button is too old to be understood; please type the command.'),
      false,
    )
    return 'done'
  }
  await rememberCard(context, press, guest)
  const dispatched = context.host
    .dispatch({
      ...guest.speaks,
      deliveryId: press.deliveryId,
      input: {
        kind: 'fields',
        command: pressed.command,
        fields: pressed.values,
        confirmed: pressed.confirmed,
        ask: pressed.ask,
      },
    })
    .then((answer) => ({ answer, guest, route: guest.route }))
  const answer = await openWhenAsked(context, press.origin, dispatched, {
    likely: pressed.ask ? `/${pressed.command}` : undefined,
    where: formPlace(press),
  })
  const changes = findCommand(context.host.catalog, pressed.command)?.command.changes ?? false
  if (answer) await answerIn(context, press, guest, answer, changes)
  return 'done'
}

/** A form is laid upon the view in which the button stood, else opened. */
function formPlace({ origin, stood }: Press): Where | undefined {
  if (origin.trigger === undefined) return undefined
  return { kind: stood.in === 'modal' ? 'push' : 'open', trigger: origin.trigger }
}

/** The message in which a shared card stands is refreshed from now on, with the address that this press gave. */
async function rememberCard(
  context: AdapterContext,
  { blockId, stood, origin }: Press,
  guest: Guest,
): Promise<void> {
  const card = cardOfBlock(blockId)
  if (card === undefined || stood.in !== 'message' || stood.ephemeral || guest.route.private) return
  if (origin.channel === undefined) return
  const standing = { tenant: guest.account.tenant, channel: origin.channel, ts: stood.ts }
  await context.cards
    .seen(card, standing, origin.responseUrl)
    .catch((error: unknown) => context.log.warn({ err: error }, 'a card could not be remembered'))
}

async function answerIn(
  context: AdapterContext,
  press: Press,
  guest: Guest,
  answer: Answer,
  changes: boolean,
): Promise<void> {
  const { stood } = press
  const { tenant, account } = guest.account
  if (stood.in === 'message') {
    // What only its reader sees is put anew; what a whole room reads stays, and is refreshed by itself.
    const room = forRoom(answer) && !guest.route.private
    const own = stood.ephemeral || guest.route.private
    await tell(context, guest.route, {
      message: shown(answer),
      room,
      replace: own && !room && answer.outcome === 'done',
    })
    // The question was answered, and the room reads what came of it.
    if (room && stood.ephemeral) await context.speaker.clear(guest.route)
    return
  }
  if (stood.in === 'home' && answer.outcome === 'done' && changes) {
    const { vouchedEmail } = guest.speaks
    return context.homes
      .publish(
        { tenant, user: account, clients: guest.clients, ...(vouchedEmail ? { vouchedEmail } : {}) },
        shown(answer),
      )
      .catch((error: unknown) => context.log.warn({ err: error }, 'a home tab could not be put'))
  }
  const view = await messageView(context, tenant, shown(answer))
  const where: Where | undefined =
    stood.in === 'modal' ? { kind: 'update', viewId: stood.viewId } : formPlace(press)
  const put = where !== undefined && (await putView(context, guest.clients, view, where))
  // Where Slack opens no view, it is said in the direct conversation.
  if (!put || answer.message.blocks.some((one) => one.kind === 'file')) {
    await tell(context, guest.route, { message: shown(answer), room: false })
  }
}
