import { createHash } from 'node:crypto'
import { atField, forRoom, shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { formTooOld } from '../../../src/chat/asking/asking.ts'
import { logFault } from '../../../src/chat/asking/fault.ts'
import { within } from '../../../src/chat/work/within.ts'
import { formOf } from '../../../src/core/form.ts'
import type { Answer, Form } from '../../../src/core/invocation.ts'
import { message } from '../../../src/core/message.ts'
import type { AdapterContext, Handled, Reply } from '../context.ts'
import type { FormDraft } from '../forms/drafts.ts'
import type { ModalView } from '../forms/inputs.ts'
import { formView, skeletonView } from '../forms/modal.ts'
import { blockOf, readSubmission } from '../forms/read.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { budgetMs } from '../limits.ts'
import { admit, type Guest } from '../people/admit.ts'
import { elementsOf, plainElements } from '../render/spans.ts'
import { tell } from './answer.ts'
import { messageView, namesOf, putView } from './views.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

/** What is done with the view, and what is said beside it. */
interface Outcome {
  /** How to reach who sent it. */
  readonly route: ReplyRoute
  readonly response: object
  /** Stands for the response where that comes too late: what was typed stays in it. */
  readonly lateView: ModalView
  /** What that view says, for who has closed it meanwhile; nothing where it is said anyway. */
  readonly shows?: Answer
  readonly say?: { readonly route: ReplyRoute; readonly answer: Answer }
}

/** A form that was sent is the same command with its fields; sent twice, it acts once. */
export async function handleSubmit(
  context: AdapterContext,
  incoming: Submit,
  reply: Reply,
): Promise<Handled> {
  const work = submit(context, incoming)
  const early = await within(work, budgetMs)
  if (early) {
    await reply(early.value.response)
  } else {
    await reply({ response_action: 'update', view: skeletonView('Working…') })
    await putLate(context, incoming, await work)
  }
  const { say } = await work
  if (say) await tell(context, say.route, { message: shown(say.answer), room: forRoom(say.answer) })
  return 'done'
}

async function submit(context: AdapterContext, incoming: Submit): Promise<Outcome> {
  const admitted = await admit(context, incoming.origin)
  const { route } = admitted.kind === 'in' ? admitted.guest : admitted
  const [words = '', id = ''] = incoming.metadata.split('|')
  const known = formOf(context.host.catalog, words)
  if (!known) {
    return shownIn(context, route, turnedAway(formTooOld))
  }
  const { fields, problems } = readSubmission(known, incoming.values)
  const form = { ...known, given: fields }
  // What was typed stays, whoever typed it and whatever is wrong.
  if (admitted.kind === 'out') return again(context, route, incoming, form, turnedAway(admitted.why))
  const [problem] = Object.values(problems)
  if (problem !== undefined) {
    const { lateView } = again(context, route, incoming, form, turnedAway(problem))
    return { route, response: { response_action: 'errors', errors: problems }, lateView }
  }
  try {
    return await send(context, incoming, admitted.guest, form, id)
  } catch (error) {
    const why = logFault(context.log, error, 'failed to handle a form', { retry: 'Please send it again' })
    return again(context, route, incoming, form, turnedAway(why))
  }
}

async function send(
  context: AdapterContext,
  incoming: Submit,
  guest: Guest,
  form: Form,
  id: string,
): Promise<Outcome> {
  const { route } = guest
  const draft = await context.drafts.form(guest.account.tenant, id)
  const deliveryId = `v:${incoming.viewId}:${digest(form.given)}`
  const ask = (id: string) =>
    context.host.dispatch({
      ...guest.speaks,
      place: placeOf(guest, draft),
      deliveryId: id,
      input: { kind: 'fields', command: form.command, fields: form.given },
    })
  const first = await ask(deliveryId)
  // What was refused before may be right by now; nothing was done yet that could be done twice.
  const stale = first.outcome === 'refused' && first.repeated
  const answer = stale ? await ask(`${deliveryId}:${context.clock.now().getTime()}`) : first
  if (answer.outcome === 'refused' || answer.outcome === 'failed') {
    return again(context, route, incoming, form, answer)
  }
  // Where it was asked for in a channel it is answered there; else in the view itself.
  if (answer.outcome !== 'done' || draft?.channel === undefined) return shownIn(context, route, answer)
  return {
    route,
    response: { response_action: 'clear' },
    lateView: await messageView(
      context,
      route.tenant,
      message('Done; the answer stands in the conversation.'),
    ),
    // The same form sent twice was answered the first time.
    ...(answer.repeated ? {} : { say: { route: { ...route, ...routeOf(draft) }, answer } }),
  }
}

/** The form once more, with what was typed and what is wrong with it: at its field, where it belongs to one. */
function again(
  context: AdapterContext,
  route: ReplyRoute,
  { metadata }: Submit,
  form: Form,
  answer: Answer,
): Outcome {
  const sentence = context.wording.text(plainElements(elementsOf(answer.message.summary)))
  const block = answer.option === undefined ? undefined : blockOf(form, answer.option)
  const lateView = formView(form, { ...namesOf(context, form), metadata, note: sentence })
  const response =
    block === undefined
      ? { response_action: 'update', view: lateView }
      : { response_action: 'errors', errors: { [block]: atField(sentence, block) } }
  return { route, response, lateView, shows: { ...answer, form } }
}

async function shownIn(context: AdapterContext, route: ReplyRoute, answer: Answer): Promise<Outcome> {
  const view = await messageView(context, route.tenant, answer.message)
  return { route, response: { response_action: 'update', view }, lateView: view, shows: answer }
}

/** What would have been the acknowledgement, for one that took longer. */
async function putLate(
  context: AdapterContext,
  { viewId }: Submit,
  { route, lateView, shows }: Outcome,
): Promise<void> {
  const put = route.clients && (await putView(context, route.clients, lateView, { kind: 'update', viewId }))
  // Who has closed the form meanwhile is told in the direct conversation.
  if (!put && shows) await tell(context, route, { message: shown(shows), room: false })
}

function placeOf(guest: Guest, draft: FormDraft | undefined) {
  const { place } = guest.speaks
  return draft?.channel === undefined ? place : { ...place, channel: draft.channel, private: draft.private }
}

function routeOf({ channel, thread, private: own, responseUrl, at }: FormDraft) {
  return { channel, thread, private: own, responseUrl, at }
}

function digest(fields: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 24)
}
