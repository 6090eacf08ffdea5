import { forRoom, turnedAway } from '../../../src/chat/asking/answer.ts'
import { audienceAhead, buttonTooOld, pressInput } from '../../../src/chat/asking/asking.ts'
import { actOnce } from '../../../src/chat/asking/doubleClick.ts'
import type { PressRequest } from '../../../src/chat/cards/buttonData.ts'
import type { AdmittedUser } from '../../../src/chat/people/admission.ts'
import { decodeButton } from '../../../src/core/button.ts'
import type { Audience } from '../../../src/core/catalog.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import type { InteractionOutcome } from '../answers/outcome.ts'
import type { PressId } from '../api/customIds.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { messageName } from '../inbound/messageName.ts'
import { admit } from '../people/admit.ts'
import { openForm } from './openForm.ts'
import { openNext, sendDraft } from './submit.ts'

type Press = Extract<Incoming, { kind: 'press' }>
type ButtonId = Extract<PressId, { kind: 'button' }>

/** How long a second press of the same button on an unchanged message counts as a double click. */
const doubleClickMs = 5_000

/** Runs the command that a button carries, or continues a form. */
export async function runPress(context: AdapterContext, press: Press): Promise<InteractionOutcome> {
  const admitted = await admit(context, press.origin)
  if (admitted.kind === 'out') return { answer: turnedAway(admitted.why) }
  const { user } = admitted
  const { pressed, origin } = press
  switch (pressed.kind) {
    case 'next':
      return openNext(context, origin, pressed.step)
    case 'send':
      return sendDraft(context, origin, user, pressed.step)
    case 'button':
      return runButton(context, press, pressed, user)
    case 'unknown':
      return { answer: turnedAway(buttonTooOld) }
  }
}

/** Who will see the answer to a press, as far as that is known before the button's data is read from the store. */
export function audienceOfPress({ host }: AdapterContext, { pressed }: Press): Audience {
  const pressedButton = pressed.kind === 'button' ? decodeButton(pressed.data) : undefined
  return pressedButton ? audienceAhead(host.catalog, pressInput(pressedButton)) : 'caller'
}

async function runButton(
  context: AdapterContext,
  press: Press,
  { data, card }: ButtonId,
  user: AdmittedUser,
): Promise<InteractionOutcome> {
  const { origin, message, customId } = press
  const pressed = await context.buttonData.read(everywhere, data)
  if (!pressed) return { answer: turnedAway(buttonTooOld) }
  const event = {
    platform: 'discord',
    tenant: everywhere,
    presser: origin.user.id,
    message: `${message.id} ${message.state}`,
    data: customId,
    shared: card !== undefined,
    deliveryId: origin.id,
    spanMs: doubleClickMs,
  }
  const acted = await actOnce(context.host, event, pressed, (deliveryId) =>
    context.host.dispatch({
      ...user.speaks,
      deliveryId,
      input: pressInput(pressed),
      ...(origin.direct ? { pressed: messageName(origin.channel, message.id) } : {}),
    }),
  )
  // The first press already told the channel.
  const answer: Answer = acted.second ? { ...acted.answer, audience: 'caller' } : acted.answer
  if (answer.outcome === 'asked' && answer.form) {
    return { answer, modal: await openForm(context, origin, answer.form, { prompted: pressed.ask }) }
  }
  if (card !== undefined) return cardTurn(context, press, answer, card)
  return { answer, replaces: replaces(context, press, pressed, answer) }
}

/** Whether the answer replaces the buttons that led to it: only where nobody else reads the message. */
function replaces(
  context: AdapterContext,
  { origin, message }: Press,
  { command, confirmed }: PressRequest,
  answer: Answer,
): boolean {
  const changes = findCommand(context.host.catalog, command)?.command.changes ?? false
  // The message may already show something newer than this repeated answer.
  if (answer.outcome !== 'done' || !changes || answer.repeated) return false
  return message.ephemeral ? confirmed || !forRoom(answer) : origin.direct
}

/** Keeps the pressed card up to date from now on, and shows the result of the press at once. */
async function cardTurn(
  context: AdapterContext,
  { origin, message }: Press,
  answer: Answer,
  card: string,
): Promise<InteractionOutcome> {
  if (origin.guild === undefined || message.ephemeral) return { answer }
  context.later(context.cards.remember(origin, card, message.id))
  // Somebody who may not use the button should not have to fill in its form first.
  const { form: _form, ...bare } = answer
  if (answer.outcome !== 'done') return { answer: bare }
  // The answer is given even if the card cannot be refreshed just now.
  const now = await context.host.card(card).catch((error: unknown) => {
    context.log.warn({ err: error }, 'failed to refresh a pressed card')
    return undefined
  })
  return now ? { answer, card: now } : { answer }
}
