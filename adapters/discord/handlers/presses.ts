import { forRoom, turnedAway } from '../../../src/chat/asking/answer.ts'
import type { Pressed } from '../../../src/chat/cards/buttons.ts'
import { decodeButton } from '../../../src/core/button.ts'
import type { Audience } from '../../../src/core/catalog.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import type { Turn } from '../answers/outcome.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { admit, type Guest } from '../people/admit.ts'
import { readButtonId, readStepId } from '../render/customIds.ts'
import { audienceOf } from './commands.ts'
import { actOnce } from './doubleClick.ts'
import { openForm } from './openForm.ts'
import { openNext, sendDraft } from './submit.ts'

type Press = Extract<Incoming, { kind: 'press' }>

const tooOld = 'This button is too old to be understood; please type the command.'

/** A press of a button is the command that it carries, or a step of a form that was begun. */
export async function runPress(context: AdapterContext, press: Press): Promise<Turn> {
  const admitted = await admit(context, press.origin)
  if (admitted.kind === 'out') return { answer: turnedAway(admitted.why) }
  const { guest } = admitted
  const next = readStepId('next', press.customId)
  if (next) return openNext(context, press.origin, next)
  const send = readStepId('send', press.customId)
  if (send) return sendDraft(context, press.origin, guest, send)
  return runButton(context, press, guest)
}

/** For whom the answer to a press is meant, where that can be told before what it carries is read from the store. */
export function audienceOfPress(context: AdapterContext, { customId }: Press): Audience {
  const pressed = decodeButton(readButtonId(customId)?.carried ?? '')
  if (!pressed) return 'caller'
  const { command, values: fields, confirmed, ask } = pressed
  return audienceOf(context, { command, fields, confirmed, ask })
}

async function runButton(context: AdapterContext, press: Press, guest: Guest): Promise<Turn> {
  const { origin } = press
  const read = readButtonId(press.customId)
  const pressed = read && (await context.carried.read(everywhere, read.carried))
  if (!read || !pressed) return { answer: turnedAway(tooOld) }
  const { command, values: fields, confirmed, ask } = pressed
  const input = { kind: 'fields' as const, command, fields, confirmed, ask }
  const shared = read.card !== undefined && !confirmed
  const acted = await actOnce(context, press, pressed, shared, (deliveryId) =>
    context.host.dispatch({ ...guest.speaks, deliveryId, input }),
  )
  // The room reads it by the first press, whichever of the two was done; one that was tried anew is its own.
  const anew = !acted.answer.repeated && acted.deliveryId.includes(':')
  const second = acted.deliveryId !== origin.id && !anew
  const answer: Answer = second ? { ...acted.answer, audience: 'caller' } : acted.answer
  if (answer.outcome === 'asked' && answer.form) {
    return { answer, modal: await openForm(context, origin, answer.form, { prompted: ask }) }
  }
  if (read.card !== undefined) return cardTurn(context, press, answer, read.card)
  return { answer, replaces: replaces(context, press, pressed, answer) }
}

/** What was done makes room for the buttons that did it, where nobody else reads the message. */
function replaces(
  context: AdapterContext,
  { origin, message }: Press,
  { command, confirmed }: Pressed,
  answer: Answer,
): boolean {
  const changes = findCommand(context.host.catalog, command)?.command.changes ?? false
  // The message may tell of something newer than an answer that was given before.
  if (answer.outcome !== 'done' || !changes || answer.repeated) return false
  return message.ephemeral ? confirmed || !forRoom(answer) : origin.direct
}

/** The card that was pressed is kept up from now on, and shows at once what came of the press. */
async function cardTurn(
  context: AdapterContext,
  { origin, message }: Press,
  answer: Answer,
  card: string,
): Promise<Turn> {
  if (origin.guild === undefined || message.ephemeral) return { answer }
  context.later(context.cards.remember(origin, card, message.id))
  // Who may not press the button need not be asked to fill in what it says.
  const { form: _form, ...bare } = answer
  if (answer.outcome !== 'done') return { answer: bare }
  // The answer is given, whether or not the card can be shown anew just now.
  const now = await context.host.card(card).catch((error: unknown) => {
    context.log.warn({ err: error }, 'a card could not be shown anew')
    return undefined
  })
  return now ? { answer, card: now } : { answer }
}
