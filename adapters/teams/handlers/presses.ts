import { forRoom, shown, turnedAway, withFormButton } from '../../../src/chat/asking/answer.ts'
import { buttonTooOld, pressInput } from '../../../src/chat/asking/asking.ts'
import { actOnce } from '../../../src/chat/asking/doubleClick.ts'
import { within } from '../../../src/chat/work/within.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import type { Message } from '../../../src/core/message.ts'
import { cardResponse, errorResponse, messageResponse } from '../answers/responses.ts'
import { type AdapterContext, accepted, askedAgain, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { messageName } from '../inbound/messageName.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'
import { outgoing } from '../render/message.ts'
import { plainText } from '../render/plain.ts'
import { continueInBackground, slowNotice, tell } from './answer.ts'
import { formForChat, showForm } from './formsInChat.ts'
import { followCard, ownCopy } from './ownCopies.ts'
import { pressEvent } from './pressEvent.ts'

type Press = Extract<Incoming, { kind: 'press' }>

/** What happens to the card that held the button, and what is said beside it. */
interface PressOutcome {
  readonly reply: Reply
  /** Sent where the reply comes too late, or cannot hold it. */
  readonly say?: () => Promise<void>
  /** Sent in any case. */
  readonly also?: () => Promise<void>
  /** Nothing was recorded and the reply asks Teams to repeat the press; runs if Teams does not. */
  readonly unsaid?: () => Promise<void>
}

const nothingChosen = 'Choose one in the list first.'

/** The reply beside an answer by message: a press is answered in one place. */
export const answeredByMessage = 'I have sent you the answer as a message.'

/** Runs the command that a button carries. */
export async function handlePress(context: AdapterContext, press: Press): Promise<Reply> {
  if (!press.execute && !context.unrecorded.begin(press.deliveryId)) return accepted
  const work = act(context, press)
  const early = await within(work, context.timings.answerMs)
  if (early) {
    const { reply, also, unsaid } = early.value
    if (unsaid) context.unrecorded.wait(press.deliveryId, unsaid)
    if (also) context.later(also())
    return reply
  }
  const said = work.then(async ({ say, also }) => {
    await say?.()
    await also?.()
  })
  continueInBackground(context, press.origin, said)
  return press.execute ? ok(messageResponse(slowNotice)) : accepted
}

async function act(context: AdapterContext, press: Press): Promise<PressOutcome> {
  const { origin, data } = press
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') {
    const { why, route, unrecorded } = admitted
    return refuse(context, press, route, turnedAway(why), unrecorded ?? false)
  }
  const { user } = admitted
  const pressed = await context.buttonData.read(origin.tenant, data.b)
  if (!pressed) {
    return refuse(context, press, user.route, turnedAway(data.b === '' ? nothingChosen : buttonTooOld), false)
  }
  const followed = press.execute ? await followCard(context, press, user) : undefined
  const input = pressInput(pressed)
  const { answer, deliveryId } = await actOnce(context.host, pressEvent(press), pressed, (id) =>
    context.host.dispatch({ ...user.speaks, deliveryId: id, input, ...replacedBy(press, user) }),
  )
  const changes = findCommand(context.host.catalog, pressed.command)?.command.changes ?? false
  return answered(context, { ...press, deliveryId }, user, { answer, changes, followed })
}

/** The result of a press. */
interface Pressed {
  readonly answer: Answer
  readonly changes: boolean
  /** The shared card that the presser has a copy of. */
  readonly followed: Awaited<ReturnType<typeof followCard>>
}

async function answered(
  context: AdapterContext,
  press: Press,
  user: AdmittedUser,
  { answer, changes, followed }: Pressed,
): Promise<PressOutcome> {
  const { route } = user
  if (answer.unrecorded) return refuse(context, press, route, answer, true)
  const whole = answer.outcome === 'asked' && answer.form ? withFormButton(answer, answer.form) : answer
  const message = shown(whole)
  const room = forRoom(answer)
  const form = formForChat(context, answer)
  const said = () =>
    sayOnce(context, press, () =>
      form ? showForm(context, press.origin, user, form) : tell(context, route, { message, room }),
    )
  if (!press.execute) return { reply: accepted, also: said, say: said }
  const toast = ok(messageResponse(answeredByMessage))
  if (!form && press.data.c !== undefined && route.kind !== 'personal') {
    const own = await ownCopy(context, press, user, followed, message)
    if (!own) return { reply: toast, also: said, say: said }
    // What the room should read is posted there; the card updates itself.
    return { reply: ok(cardResponse(own)), say: said, ...(room ? { also: said } : {}) }
  }
  const replaces = answer.outcome === 'done' && changes && route.kind === 'personal'
  if (replaces && press.origin.replyTo !== undefined) {
    // The message may already show something newer than this repeated answer.
    if (!answer.repeated) return replaced(context, press, user, message, said)
    return { reply: ok(messageResponse(plainText(message.summary))), say: said }
  }
  return { reply: toast, also: said, say: said }
}

/** In the personal chat the result replaces the pressed card, now and for good. */
async function replaced(
  context: AdapterContext,
  press: Press,
  { route }: AdmittedUser,
  message: Message,
  said: () => Promise<void>,
): Promise<PressOutcome> {
  const [page, ...more] = await context.speaker.pages(route.tenant, message)
  const id = press.origin.replyTo
  const files = message.blocks.some((one) => one.kind === 'file')
  if (!page || more.length > 0 || files || id === undefined) {
    return { reply: ok(messageResponse(answeredByMessage)), also: said, say: said }
  }
  const put = async () => {
    const to = { serviceUrl: route.serviceUrl, conversation: route.at }
    // A message that can no longer be changed is followed by another.
    await context.connector.update(to, id, outgoing(page)).catch(said)
  }
  const reply = page.card ? cardResponse(page.card) : messageResponse(answeredByMessage)
  return { reply: ok(reply), also: put }
}

/** The message that the answer will replace. */
function replacedBy({ execute, origin }: Press, { route }: AdmittedUser): { readonly pressed?: string } {
  if (!execute || route.kind !== 'personal' || origin.replyTo === undefined) return {}
  return { pressed: messageName(origin.conversation, origin.replyTo) }
}

async function refuse(
  context: AdapterContext,
  press: Press,
  route: AdmittedUser['route'],
  answer: Answer,
  unrecorded: boolean,
): Promise<PressOutcome> {
  const { message } = answer
  const said = () => tell(context, route, { message, room: false })
  if (press.execute) {
    const sentence = plainText(message.summary)
    return {
      reply: ok(unrecorded ? errorResponse(500, 'Unrecorded', sentence) : messageResponse(sentence)),
      say: said,
    }
  }
  if (unrecorded) return { reply: askedAgain, unsaid: said, say: said }
  const once = () => sayOnce(context, press, said)
  return { reply: accepted, also: once, say: once }
}

async function sayOnce(
  context: AdapterContext,
  { origin, deliveryId }: Press,
  say: () => Promise<void>,
): Promise<void> {
  if (await context.firstToAnswer.claim(origin.tenant, deliveryId)) await say()
}
