import { forRoom, shown, withFormButton } from '../../../src/chat/asking/answer.ts'
import {
  buttonTooOld,
  type FieldsInput,
  findShortcut,
  pressInput,
  shortcutGone,
  shortcutInput,
} from '../../../src/chat/asking/asking.ts'
import { actOnce } from '../../../src/chat/asking/doubleClick.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Answer, Form, Invocation } from '../../../src/core/invocation.ts'
import type { Json } from '../../../src/core/json.ts'
import { message } from '../../../src/core/message.ts'
import { type AdapterContext, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { sourceName } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { type AdmittedUser, admit, routeOf } from '../people/admit.ts'
import { continueInBackground, slowNotice, tell } from './answer.ts'
import { formDialog, messageDialog, sentenceDialog } from './formDialog.ts'
import { pressEvent } from './pressEvent.ts'

type Open = Extract<Incoming, { kind: 'open' }>
type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

/** What the dialog shows, or what is sent as a message where the dialog already shows something else. */
interface Opened {
  readonly reply: () => Promise<Json>
  readonly late: () => Promise<void>
}

/** Opens the form that a command asks for, from a button or from an action on a message. */
export async function handleOpen(context: AdapterContext, incoming: Open | Shortcut): Promise<Reply> {
  const work = open(context, incoming)
  const early = await within(work, context.timings.answerMs)
  if (early) return ok(await early.value.reply())
  continueInBackground(
    context,
    incoming.origin,
    work.then(({ late }) => late()),
  )
  return ok(await sentenceDialog(context, routeOf(incoming.origin, undefined), slowNotice))
}

async function open(context: AdapterContext, incoming: Open | Shortcut): Promise<Opened> {
  const admitted = await admit(context, incoming.origin)
  if (admitted.kind === 'out') return sentence(context, admitted.route, admitted.why)
  const { user } = admitted
  const pressed =
    incoming.kind === 'open'
      ? await context.buttonData.read(incoming.origin.tenant, incoming.data.b)
      : undefined
  const asked =
    incoming.kind === 'shortcut'
      ? ofShortcut(context, incoming)
      : pressed
        ? pressInput(pressed)
        : buttonTooOld
  if (typeof asked === 'string') return sentence(context, user.route, asked)
  const dispatch = (deliveryId: string) =>
    context.host.dispatch({ ...user.speaks, deliveryId, input: asked, ...usedOn(incoming) })
  const { answer, deliveryId } =
    incoming.kind === 'open' && pressed
      ? await actOnce(context.host, pressEvent(incoming), pressed, dispatch)
      : { answer: await dispatch(incoming.deliveryId), deliveryId: incoming.deliveryId }
  const { form } = answer
  return {
    reply: async () =>
      answer.outcome === 'asked' && form
        ? formDialog(context, user.speaks, form, { id: await draftFor(context, incoming, user, form) })
        : messageDialog(context, user.route, shown(answer)),
    late: () => tellLate(context, { ...incoming, deliveryId }, user, answer),
  }
}

/** A form that could no longer be opened is offered by a button in a message. */
async function tellLate(
  context: AdapterContext,
  { origin, deliveryId }: Open | Shortcut,
  { route }: AdmittedUser,
  answer: Answer,
) {
  if (!(await context.firstToAnswer.claim(origin.tenant, deliveryId))) return
  const whole = answer.outcome === 'asked' && answer.form ? withFormButton(answer, answer.form) : answer
  await tell(context, route, { message: shown(whole), room: forRoom(whole) })
}

/** The content of a dialog comes as a message where the dialog has closed. */
function sentence(context: AdapterContext, route: ReplyRoute, why: string): Opened {
  return {
    reply: () => sentenceDialog(context, route, why),
    late: () => tell(context, route, { message: message(why), room: false }),
  }
}

function ofShortcut({ host }: AdapterContext, { name, message: used }: Shortcut): FieldsInput | string {
  const found = findShortcut(host.catalog, (one) => one.name === name)
  return found ? shortcutInput(found, used) : shortcutGone
}

/** The message that an action is used on. */
function usedOn(incoming: Open | Shortcut): Pick<Invocation, 'message'> {
  const message = incoming.kind === 'shortcut' ? sourceName(incoming.origin, incoming.message?.id) : undefined
  return message === undefined ? {} : { message }
}

/** A button is always in a conversation of the bot’s; an action may be used where the bot is not. */
async function draftFor(
  context: AdapterContext,
  incoming: Open | Shortcut,
  { account }: AdmittedUser,
  { present }: Form,
): Promise<string> {
  const { origin } = incoming
  const here = incoming.kind === 'open' && !incoming.apart
  const id = context.drafts.mint()
  await context.drafts.put(account.tenant, account.account, id, {
    at: here ? origin.at : undefined,
    conversation: here ? origin.conversation : undefined,
    kind: origin.kind,
    targeted: origin.targeted,
    present,
  })
  return id
}
