import { createHash, randomBytes } from 'node:crypto'

import { atField, forRoom, shown, turnedAway } from '../../src/core/answer.ts'
import { findCommand } from '../../src/core/catalog.ts'
import type { Answer, Form } from '../../src/core/invocation.ts'
import { type Json, text } from '../../src/core/json.ts'
import { labelOf } from '../../src/core/label.ts'
import { message } from '../../src/core/message.ts'
import { within } from '../../src/core/within.ts'
import { admit, type Guest, roadOf } from './admit.ts'
import { tell } from './answer.ts'
import { budgetMs, type Desk, ok, type Reply, taken } from './desk.ts'
import { closeWith } from './dialog.ts'
import { formDialog, messageDialog, sentenceDialog } from './formDialog.ts'
import type { FormDraft } from './forms.ts'
import { showDialog } from './formsInChat.ts'
import type { Incoming } from './incoming.ts'
import { plainText } from './plain.ts'
import { readSubmission } from './submission.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

/** What the dialog shows, and what is said beside it; `late` where it is closed by then. */
interface Sent {
  readonly reply: Json
  readonly say?: () => Promise<void>
  readonly late?: () => Promise<void>
}

/** A form that was sent is the same command with its fields; sent twice, it acts once. */
export async function handleSubmit(desk: Desk, incoming: Submit): Promise<Reply> {
  const work = submit(desk, incoming)
  if (incoming.inChat) return answerInChat(desk, incoming, work)
  const early = await within(work, budgetMs)
  if (early) {
    const { reply, say } = early.value
    if (say) desk.later(say())
    return ok(reply)
  }
  desk.later(work.then(({ say, late }) => (say ?? late)?.()))
  return ok(closeWith('It takes a little longer; the answer comes by message.'))
}

/** A form in the chat is answered there; what was typed comes back with what is wrong. */
async function answerInChat(desk: Desk, { origin }: Submit, work: Promise<Sent>): Promise<Reply> {
  const said = work.then(async ({ reply, say }) => {
    await (say?.() ?? showDialog(desk, roadOf(origin, undefined), reply))
  })
  if (!(await within(said, budgetMs))) desk.later(said)
  return taken
}

async function submit(desk: Desk, { origin, data }: Submit): Promise<Sent> {
  const admitted = await admit(desk, origin)
  const { road } = admitted.kind === 'in' ? admitted.guest : admitted
  const known = formFor(desk, text(data['command']) ?? '')
  const id = text(data['o']) ?? ''
  if (!known || !/^[\w-]{1,64}$/.test(id)) {
    const old = 'This form is too old to be understood; please open it again.'
    return { reply: await sentenceDialog(desk, road, old) }
  }
  const { fields, problems, typed } = readSubmission(known, data)
  // What was typed stays, whoever typed it and whatever is wrong.
  const form = { ...known, given: typed }
  if (admitted.kind === 'out') {
    const { why } = admitted
    const late = () => tell(desk, road, { message: message(why), room: false })
    return { reply: formDialog(desk, form, id, { note: why }), late }
  }
  if (Object.keys(problems).length > 0) return { reply: formDialog(desk, form, id, { problems }) }
  try {
    return await send(desk, admitted.guest, form, fields, id)
  } catch (error) {
    const reference = randomBytes(4).toString('hex').toUpperCase()
    desk.log.error({ err: error, reference }, 'a form that was sent failed')
    const why = `Something went wrong on our side. Please send it again; if it happens again, tell the secretariat the reference ${reference}.`
    const said = shown({ ...turnedAway(why), form })
    const late = () => tell(desk, road, { message: said, room: false })
    return { reply: formDialog(desk, form, id, { note: why }), late }
  }
}

async function send(
  desk: Desk,
  guest: Guest,
  form: Form,
  fields: Readonly<Record<string, string>>,
  id: string,
): Promise<Sent> {
  const draft = await desk.forms.get(guest.account.tenant, guest.account.account, id)
  const deliveryId = `d:${id}:${digest(fields)}`
  const ask = (delivery: string) =>
    desk.host.dispatch({
      ...guest.speaks,
      place: placeOf(guest, draft),
      deliveryId: delivery,
      input: { kind: 'fields', command: form.command, fields },
    })
  const first = await ask(deliveryId)
  // What was refused before may be right by now; nothing was done yet that could be done twice.
  const stale = first.outcome === 'refused' && first.repeated
  const answer = stale ? await ask(`${deliveryId}:${desk.clock.now().getTime()}`) : first
  return sent(desk, guest, form, id, draft, answer)
}

async function sent(
  desk: Desk,
  guest: Guest,
  form: Form,
  id: string,
  draft: FormDraft | undefined,
  answer: Answer,
): Promise<Sent> {
  const { road } = guest
  if (answer.outcome === 'refused' || answer.outcome === 'failed') {
    // Also after a fault of ours the form comes back with what was typed.
    const said = shown({ ...answer, outcome: 'refused', form })
    const sentence = plainText(answer.message.summary)
    const at = form.fields.find(({ name }) => name === answer.option)?.name
    const amiss = at === undefined ? { note: sentence } : { problems: { [at]: atField(sentence, at) } }
    const late = () => tell(desk, road, { message: said, room: false })
    return { reply: formDialog(desk, form, id, amiss), late }
  }
  // A client that sends what is not filled in gets its form back, with what is lacking told where it is.
  if (answer.outcome === 'asked' && answer.form) {
    const reply = formDialog(desk, form, id, lackingIn(form, plainText(answer.message.summary)))
    return { reply, late: () => tell(desk, road, { message: shown(answer), room: false }) }
  }
  const said = answer.message
  // Where it was asked for in a conversation it is answered there; else in the dialog itself.
  if (answer.outcome !== 'done' || draft?.at === undefined) {
    const late = () => tell(desk, road, { message: said, room: false })
    return { reply: await messageDialog(desk, road, said), late }
  }
  const back = { ...road, ...roadBack(draft) }
  return {
    reply: closeWith(),
    // The same form sent twice was answered the first time.
    ...(answer.repeated ? {} : { say: () => tell(desk, back, { message: said, room: forRoom(answer) }) }),
  }
}

function lackingIn({ fields, given }: Form, sentence: string) {
  const lacking = fields.filter(({ name, option }) => option.required && given[name] === undefined)
  const problems = lacking.map(({ name }) => [name, `${labelOf(name)} is needed.`])
  return lacking.length === 0 ? { note: sentence } : { problems: Object.fromEntries(problems) }
}

/** The form that a submission belongs to, from the catalogue as it is today. */
function formFor(desk: Desk, command: string): Form | undefined {
  const found = findCommand(desk.host.catalog, command)
  if (!found) return undefined
  const fields = Object.entries(found.command.options).map(([name, option]) => ({ name, option }))
  return { command, title: `/${command}`, given: {}, fields }
}

function placeOf({ speaks }: Guest, draft: FormDraft | undefined) {
  const { place } = speaks
  if (draft?.conversation === undefined) return place
  return { ...place, channel: draft.conversation, private: draft.kind === 'personal' || draft.targeted }
}

function roadBack({ at = '', conversation = '', kind, targeted }: FormDraft) {
  return { at, conversation, kind, private: kind === 'personal' || targeted }
}

function digest(fields: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 24)
}
