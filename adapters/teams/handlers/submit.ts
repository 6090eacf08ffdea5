import { forRoom, withFormButton, withoutFieldName } from '../../../src/chat/asking/answer.ts'
import { formTooOld } from '../../../src/chat/asking/asking.ts'
import { logFault } from '../../../src/chat/asking/fault.ts'
import { type SubmissionOutcome, submitForm } from '../../../src/chat/forms/submitForm.ts'
import { within } from '../../../src/chat/work/within.ts'
import { formOf, unknownPresent } from '../../../src/core/form.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { type Json, text } from '../../../src/core/json.ts'
import { labelOf } from '../../../src/core/language/labels.ts'
import { type Message, message } from '../../../src/core/message.ts'
import { closeWith } from '../answers/responses.ts'
import type { AnswerMessage } from '../answers/speaker.ts'
import { type AdapterContext, accepted, ok, type Reply } from '../context.ts'
import type { FormDraft } from '../forms/drafts.ts'
import { readSubmission } from '../forms/read.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { deliveryOf } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'
import { plainText } from '../render/plain.ts'
import { continueInBackground, slowNotice, tell } from './answer.ts'
import { type FormProblems, formDialog, messageDialog, offerAgain } from './formDialog.ts'
import { showDialog } from './formsInChat.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

/** What the dialog shows, and what is said beside it; `late` runs where the dialog has closed and there is no `say`. */
interface Shown {
  readonly route: ReplyRoute
  readonly reply: () => Json | Promise<Json>
  readonly say?: () => Promise<void>
  readonly late: () => Promise<void>
}

/** Runs the command of a submitted form; a form sent twice acts once. */
export async function handleSubmit(context: AdapterContext, incoming: Submit): Promise<Reply> {
  const work = submit(context, incoming)
  if (incoming.inChat) return answerInChat(context, incoming, work)
  const early = await within(work, context.timings.answerMs)
  if (early) {
    const { reply, say } = early.value
    if (say) context.later(say())
    return ok(await reply())
  }
  const said = work.then(({ say, late }) => (say ?? late)())
  continueInBackground(context, incoming.origin, said)
  return ok(closeWith(slowNotice))
}

/** A form in the chat is answered there, once; after an error it comes back with what was typed. */
async function answerInChat(
  context: AdapterContext,
  { origin }: Submit,
  work: Promise<Shown>,
): Promise<Reply> {
  const said = work.then(async ({ route, reply, say }) => {
    if (say) return say()
    if (context.firstToAnswer.claimHere(deliveryOf(origin, 's')))
      await showDialog(context, route, await reply())
  })
  if (!(await within(said, context.timings.answerMs))) continueInBackground(context, origin, said)
  return accepted
}

async function submit(context: AdapterContext, { origin, data }: Submit): Promise<Shown> {
  const admitted = await admit(context, origin)
  const { route } = admitted.kind === 'in' ? admitted.user : admitted
  const known = formOf(context.host.catalog, text(data['command']) ?? '')
  const id = text(data['o']) ?? ''
  if (!known || !/^[\w-]{1,64}$/.test(id)) {
    const old = message(formTooOld)
    return {
      route,
      reply: () => messageDialog(context, route, old),
      late: () => tell(context, route, { message: old, room: false }),
    }
  }
  const { fields, problems, typed } = readSubmission(known, data)
  // The form comes back with what was typed, whoever sent it and whatever is wrong.
  const form = { ...known, given: typed }
  if (admitted.kind === 'out') return amiss(context, { route }, { form, id }, { note: admitted.why })
  if (Object.keys(problems).length > 0) return amiss(context, admitted.user, { form, id }, { problems })
  try {
    return await send(context, admitted.user, { form, id }, fields)
  } catch (error) {
    const why = logFault(context.log, error, 'failed to handle a form', { retry: 'Please send it again' })
    return amiss(context, admitted.user, { form, id }, { note: why })
  }
}

/** A form with what was typed, under the id with which it was opened. */
interface SentForm {
  readonly form: Form
  readonly id: string
}

/** Shows the form again with its errors; by message where the dialog has closed. */
function amiss(
  context: AdapterContext,
  { route, speaks }: Pick<AdmittedUser, 'route'> & Partial<Pick<AdmittedUser, 'speaks'>>,
  { form, id }: SentForm,
  told: FormProblems,
  message = messageOf(told),
): Shown {
  return {
    route,
    reply: () => formDialog(context, speaks, form, { id, ...told }),
    late: () => offerAgain(context, route, form, message),
  }
}

/** The errors of a form and of its fields as text, where there is no form to show them in. */
function messageOf({ note, problems = {} }: FormProblems): Message {
  const at = Object.entries(problems).map(([name, sentence]) => `${labelOf(name)}: ${sentence}`)
  return message([...(note === undefined ? [] : [note]), ...at].join('\n'))
}

async function send(
  context: AdapterContext,
  user: AdmittedUser,
  { form: filled, id }: SentForm,
  fields: Readonly<Record<string, string>>,
): Promise<Shown> {
  const { tenant, account } = user.account
  const draft = await context.drafts.get(tenant, account, id)
  const form = { ...filled, present: draft ? draft.present : unknownPresent }
  const speaks = { ...user.speaks, place: placeOf(user, draft) }
  const sent = await submitForm(context.host, { opened: id, form, fields, speaks })
  const sentence = plainText(sent.answer.message.summary)
  switch (sent.kind) {
    case 'amiss': {
      const told =
        sent.at === undefined
          ? { note: sentence }
          : { problems: { [sent.at]: withoutFieldName(sentence, sent.at) } }
      return amiss(context, user, { form, id }, told, sent.answer.message)
    }
    // A client that sends empty fields gets its form back, which marks the missing ones.
    case 'asked': {
      const { message: whole } = withFormButton(sent.answer, form)
      return amiss(context, user, { form, id }, lackingIn(form, sentence), whole)
    }
    case 'answered':
      return answered(context, user, draft, sent)
  }
}

/** A form opened from a conversation is answered there; any other in the dialog itself. */
function answered(
  context: AdapterContext,
  user: AdmittedUser,
  draft: FormDraft | undefined,
  { answer, deliveryId }: Extract<SubmissionOutcome, { kind: 'answered' }>,
): Shown {
  const { route } = user
  const sentence = plainText(answer.message.summary)
  const once = (to: ReplyRoute, answer: AnswerMessage) => async () => {
    if (await context.firstToAnswer.claim(user.account.tenant, deliveryId)) await tell(context, to, answer)
  }
  const message = answer.message
  const late = once(route, { message: message, room: false })
  if (answer.outcome !== 'done' || draft?.at === undefined) {
    const closed = (error: unknown) => {
      context.log.error({ err: error }, 'failed to show an answer in its dialog')
      return closeWith(sentence)
    }
    return { route, reply: () => messageDialog(context, route, message).catch(closed), late }
  }
  const say = once({ ...route, ...routeBack(draft) }, { message: message, room: forRoom(answer) })
  // A form sent twice was answered the first time, but its sender may not have seen that answer.
  return { route, reply: () => closeWith(answer.repeated ? sentence : ''), say, late }
}

function lackingIn({ fields, given }: Form, sentence: string) {
  const lacking = fields.filter(({ name, option }) => option.required && given[name] === undefined)
  const problems = lacking.map(({ name }) => [name, `${labelOf(name)} is needed.`])
  return lacking.length === 0 ? { note: sentence } : { problems: Object.fromEntries(problems) }
}

function placeOf({ speaks }: AdmittedUser, draft: FormDraft | undefined) {
  const { place } = speaks
  if (draft?.conversation === undefined) return place
  return { ...place, channel: draft.conversation, private: draft.kind === 'personal' || draft.targeted }
}

function routeBack({ at = '', conversation = '', kind, targeted }: FormDraft) {
  return { at, conversation, kind, private: kind === 'personal' || targeted }
}
