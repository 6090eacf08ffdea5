import { forRoom, shown, withFormButton } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/invocation.ts'
import type { Json } from '../../src/core/json.ts'
import { within } from '../../src/core/within.ts'
import { admit, type Guest, roadOf } from './admit.ts'
import { firstToSay, tell } from './answer.ts'
import { budgetMs, type Desk, ok, type Reply } from './desk.ts'
import { formDialog, messageDialog, sentenceDialog } from './formDialog.ts'
import type { Incoming } from './incoming.ts'

type Open = Extract<Incoming, { kind: 'open' }>
type Shortcut = Extract<Incoming, { kind: 'shortcut' }>

const slow = 'This takes longer than usual; the answer comes by message.'

/** What the dialog shows, or what is said where it shows something else by then. */
interface Opened {
  readonly reply: () => Promise<Json>
  readonly late?: () => Promise<void>
}

/** A button that opens a form, and an action beside a message: the command asks, and the dialog shows it. */
export async function handleOpen(desk: Desk, incoming: Open | Shortcut): Promise<Reply> {
  const work = open(desk, incoming)
  const early = await within(work, budgetMs)
  if (early) return ok(await early.value.reply())
  desk.later(work.then(({ late }) => late?.()))
  return ok(await sentenceDialog(desk, roadOf(incoming.origin, undefined), slow))
}

async function open(desk: Desk, incoming: Open | Shortcut): Promise<Opened> {
  const admitted = await admit(desk, incoming.origin)
  if (admitted.kind === 'out') return { reply: () => sentenceDialog(desk, admitted.road, admitted.why) }
  const { guest } = admitted
  const asked = incoming.kind === 'open' ? await ofButton(desk, incoming) : ofShortcut(desk, incoming)
  if (typeof asked === 'string') return { reply: () => sentenceDialog(desk, guest.road, asked) }
  const answer = await desk.host.dispatch({
    ...guest.speaks,
    deliveryId: incoming.deliveryId,
    input: { kind: 'fields', ...asked },
  })
  const { form } = answer
  return {
    reply: async () =>
      answer.outcome === 'asked' && form
        ? formDialog(desk, form, await draftFor(desk, incoming, guest))
        : messageDialog(desk, guest.road, shown(answer)),
    late: () => tellLate(desk, incoming, guest, answer),
  }
}

/** A form that could not be opened any more is opened by a button of the message. */
async function tellLate(
  desk: Desk,
  { origin, deliveryId }: Open | Shortcut,
  { road }: Guest,
  answer: Answer,
) {
  if (!(await firstToSay(desk, origin.tenant, deliveryId))) return
  const whole = answer.outcome === 'asked' && answer.form ? withFormButton(answer, answer.form) : answer
  await tell(desk, road, { message: shown(whole), room: forRoom(whole) })
}

async function ofButton(desk: Desk, { origin, data }: Open) {
  const pressed = await desk.carried.read(origin.tenant, data.b)
  if (!pressed) return 'This button is too old to be understood; please type the command.'
  const { command, values, confirmed, ask } = pressed
  return { command, fields: values, confirmed, ask }
}

/** A message’s text and address fill in what the shortcut says. */
function ofShortcut(desk: Desk, { name, message }: Shortcut) {
  const shortcut = desk.host.catalog
    .flatMap((feature) => feature.shortcuts ?? [])
    .find((one) => one.name === name)
  if (!shortcut) return 'This action is not known any more.'
  const { command, fill, asks } = shortcut
  const fields: Record<string, string> = {}
  if (fill && message) {
    fields[fill.text] = message.text
    if (message.link !== undefined) fields[fill.link] = message.link
  }
  return { command, fields, ask: asks }
}

/** A button stands in a conversation of the bot’s; an action may be taken where it is not. */
async function draftFor(desk: Desk, incoming: Open | Shortcut, { account }: Guest): Promise<string> {
  const { origin } = incoming
  const here = incoming.kind === 'open' && !incoming.apart
  const id = desk.forms.mint()
  await desk.forms.put(account.tenant, account.account, id, {
    at: here ? origin.at : undefined,
    conversation: here ? origin.conversation : undefined,
    kind: origin.kind,
    targeted: origin.targeted,
  })
  return id
}
