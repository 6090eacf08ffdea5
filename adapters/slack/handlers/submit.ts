import {
  forRoom,
  shown,
  turnedAway,
  withFormButton,
  withoutFieldName,
} from '../../../src/chat/asking/answer.ts'
import { formTooOld } from '../../../src/chat/asking/asking.ts'
import { logFault } from '../../../src/chat/asking/fault.ts'
import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { type SubmissionOutcome, submitForm } from '../../../src/chat/forms/submitForm.ts'
import { within } from '../../../src/chat/work/within.ts'
import { formOf, unknownPresent } from '../../../src/core/form.ts'
import type { Answer, Form } from '../../../src/core/invocation.ts'
import { message } from '../../../src/core/message.ts'
import type { AdapterContext, EventOutcome, Reply } from '../context.ts'
import type { FormDraft } from '../forms/drafts.ts'
import type { ModalView } from '../forms/inputs.ts'
import { formView, skeletonView } from '../forms/modal.ts'
import { readSubmission } from '../forms/read.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'
import { inputFiles } from '../people/files.ts'
import { elementsOf, plainElements } from '../render/spans.ts'
import { tell } from './answer.ts'
import { messageView, namesOf, putView } from './views.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

/** What happens to the view, and what is said beside it. */
interface SubmitOutcome {
  /** How to reply to the sender. */
  readonly route: ReplyRoute
  readonly response: object
  /** Replaces the view when the response would come too late; it keeps what was typed. */
  readonly lateView: ModalView
  /** The same in words, for a sender who has closed the view meanwhile; nothing where it is said anyway. */
  readonly shows?: Answer
  readonly say?: { readonly route: ReplyRoute; readonly answer: Answer; readonly deliveryId: string }
}

/** Runs the command of a submitted form; a form sent twice acts once. */
export async function handleSubmit(
  context: AdapterContext,
  incoming: Submit,
  reply: Reply,
): Promise<EventOutcome> {
  const work = submit(context, incoming)
  const early = await within(work, context.timings.answerMs)
  if (early) {
    await reply(early.value.response)
  } else {
    await reply({ response_action: 'update', view: skeletonView('Working…') })
    await putLate(context, incoming, await work)
  }
  const { say } = await work
  // A form sent twice is answered once.
  if (say && (await context.firstToAnswer.claim(say.route.tenant, say.deliveryId))) {
    await tell(context, say.route, { message: shown(say.answer), room: forRoom(say.answer) })
  }
  return 'done'
}

async function submit(context: AdapterContext, incoming: Submit): Promise<SubmitOutcome> {
  const admitted = await admit(context, incoming.origin)
  const { route } = admitted.kind === 'in' ? admitted.user : admitted
  const [words = '', id = ''] = incoming.metadata.split('|')
  const known = formOf(context.host.catalog, words)
  if (!known) {
    return shownIn(context, route, turnedAway(formTooOld))
  }
  const { fields, problems, files } = readSubmission(known, incoming.values)
  const form = { ...known, given: fields }
  // The form comes back with what was typed, whoever sent it and whatever is wrong.
  if (admitted.kind === 'out') return again(context, route, { incoming, form }, turnedAway(admitted.why))
  const [problem] = Object.values(problems)
  if (problem !== undefined) {
    const { lateView } = again(context, route, { incoming, form }, turnedAway(problem))
    return { route, response: { response_action: 'errors', errors: problems }, lateView }
  }
  try {
    return await send(context, admitted.user, { incoming, form, id, files })
  } catch (error) {
    const why = logFault(context.log, error, 'failed to handle a form', { retry: 'Please send it again' })
    return again(context, route, { incoming, form }, turnedAway(why))
  }
}

/** A form with what was typed, in the view that was sent. */
interface Filled {
  readonly incoming: Submit
  readonly form: Form
}

async function send(
  context: AdapterContext,
  user: AdmittedUser,
  {
    incoming,
    form: filled,
    id,
    files,
  }: Filled & { readonly id: string; readonly files: readonly RemoteFile[] },
): Promise<SubmitOutcome> {
  const { route, account, speaks } = user
  const draft = await context.drafts.get(account.tenant, account.account, id)
  const form = { ...filled, present: draft ? draft.present : unknownPresent }
  const sent = await submitForm(context.host, {
    opened: incoming.viewId,
    form,
    fields: form.given,
    files: await inputFiles(context, user, files),
    speaks: { ...speaks, place: placeOf(user, draft) },
  })
  switch (sent.kind) {
    case 'amiss':
      return again(context, route, { incoming, form }, sent.answer, sent.at)
    case 'asked':
      return again(context, route, { incoming, form }, sent.answer)
    case 'answered':
      return answered(context, user, draft, sent)
  }
}

/** A form opened from a channel is answered in that channel; any other in the view itself. */
async function answered(
  context: AdapterContext,
  { route }: AdmittedUser,
  draft: FormDraft | undefined,
  { answer, deliveryId }: Extract<SubmissionOutcome, { kind: 'answered' }>,
): Promise<SubmitOutcome> {
  if (answer.outcome !== 'done' || draft?.channel === undefined) return shownIn(context, route, answer)
  return {
    route,
    response: { response_action: 'clear' },
    lateView: await messageView(context, route.tenant, message('Done; the answer is in the conversation.')),
    say: { route: { ...route, ...routeBack(draft) }, answer, deliveryId },
  }
}

/** Shows the form again with what was typed, the error at its field where it belongs to one. */
function again(
  context: AdapterContext,
  route: ReplyRoute,
  { incoming: { metadata }, form }: Filled,
  answer: Answer,
  at?: string,
): SubmitOutcome {
  const sentence = context.wording.text(plainElements(elementsOf(answer.message.summary)))
  const lateView = formView(form, { ...namesOf(context, form), metadata, note: sentence })
  const response =
    at === undefined
      ? { response_action: 'update', view: lateView }
      : { response_action: 'errors', errors: { [at]: withoutFieldName(sentence, at) } }
  const shows = answer.outcome === 'asked' ? withFormButton(answer, form) : { ...answer, form }
  return { route, response, lateView, shows }
}

async function shownIn(context: AdapterContext, route: ReplyRoute, answer: Answer): Promise<SubmitOutcome> {
  const view = await messageView(context, route.tenant, answer.message)
  return { route, response: { response_action: 'update', view }, lateView: view, shows: answer }
}

/** Updates the view with a response that was not ready in time for the acknowledgement. */
async function putLate(
  context: AdapterContext,
  { viewId }: Submit,
  { route, lateView, shows }: SubmitOutcome,
): Promise<void> {
  const put = route.clients && (await putView(context, route.clients, lateView, { kind: 'update', viewId }))
  // A sender who has closed the form meanwhile is told in the direct conversation.
  if (!put && shows) await tell(context, route, { message: shown(shows), room: false })
}

function placeOf(user: AdmittedUser, draft: FormDraft | undefined) {
  const { place } = user.speaks
  return draft?.channel === undefined ? place : { ...place, channel: draft.channel, private: draft.private }
}

function routeBack({ channel, thread, private: own, responseUrl, at }: FormDraft) {
  return { channel, thread, private: own, responseUrl, at }
}
