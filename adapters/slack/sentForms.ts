import { createHash } from 'node:crypto'

import { findCommand } from '../../src/core/catalog.ts'
import type { Answer, Form } from '../../src/core/invocation.ts'
import { message } from '../../src/core/message.ts'
import { admit, type Guest } from './admit.ts'
import { forRoom, shown, tell, turnedAway } from './answer.ts'
import { budgetMs, type Desk, type Handled, type Reply, within } from './desk.ts'
import type { FormDraft } from './drafts.ts'
import type { ModalView } from './fieldElements.ts'
import { formView, skeletonView } from './form.ts'
import type { Incoming } from './incoming.ts'
import { messageView, namesOf, putView } from './modal.ts'
import type { Road } from './say.ts'
import { elementsOf, plainElements } from './spans.ts'
import { blockOf, readSubmission } from './submission.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

/** What is done with the view, and what is said beside it. */
interface Outcome {
  readonly guest: Guest | undefined
  readonly response: object
  /** Stands for the response where that comes too late: what was typed stays in it. */
  readonly lateView?: ModalView
  /** What that view says. */
  readonly shows?: Answer
  readonly say?: { readonly road: Road; readonly answer: Answer }
}

/** A form that was sent is the same command with its fields; sent twice, it acts once. */
export async function handleSubmit(desk: Desk, incoming: Submit, reply: Reply): Promise<Handled> {
  const work = submit(desk, incoming)
  const early = await within(work, budgetMs)
  if (early) {
    await reply(early.value.response)
  } else {
    await reply({ response_action: 'update', view: skeletonView('Working…') })
    await putLate(desk, incoming, await work)
  }
  const { say } = await work
  if (say) await tell(desk, say.road, { message: shown(say.answer), room: forRoom(say.answer) })
  return 'done'
}

async function submit(desk: Desk, incoming: Submit): Promise<Outcome> {
  const admitted = await admit(desk, incoming.origin)
  if (admitted.kind === 'out') {
    const answer = turnedAway(admitted.why)
    return { guest: undefined, ...(await shownIn(desk, incoming.origin.tenant, answer)) }
  }
  const { guest } = admitted
  const { tenant } = guest.account
  const [words = '', id = ''] = incoming.metadata.split('|')
  const form = formFor(desk, words)
  if (!form) {
    const answer = turnedAway('This form is too old to be understood; please open it again.')
    return { guest, ...(await shownIn(desk, tenant, answer)) }
  }
  const { fields, problems } = readSubmission(form, incoming.values)
  if (Object.keys(problems).length > 0) {
    return { guest, response: { response_action: 'errors', errors: problems } }
  }
  const draft = await desk.drafts.form(tenant, id)
  const answer = await desk.host.dispatch({
    ...guest.speaks,
    place: placeOf(guest, draft),
    deliveryId: `v:${incoming.viewId}:${digest(fields)}`,
    input: { kind: 'fields', command: words, fields },
  })
  return outcomeOf(desk, guest, incoming, { ...form, given: fields }, draft, answer)
}

async function outcomeOf(
  desk: Desk,
  guest: Guest,
  { metadata }: Submit,
  form: Form,
  draft: FormDraft | undefined,
  answer: Answer,
): Promise<Outcome> {
  const { tenant } = guest.account
  if (answer.outcome === 'refused' || answer.outcome === 'failed') {
    const sentence = plainElements(elementsOf(answer.message.summary))
    const block = answer.option === undefined ? undefined : blockOf(form, answer.option)
    const view = formView(form, { ...namesOf(desk, form), metadata, note: sentence })
    const late = { lateView: view, shows: { ...answer, form } }
    if (block === undefined) return { guest, response: { response_action: 'update', view }, ...late }
    return { guest, response: { response_action: 'errors', errors: { [block]: sentence } }, ...late }
  }
  // Where it was asked for in a channel it is answered there; else in the view itself.
  if (answer.outcome === 'done' && draft?.channel !== undefined) {
    const road = { ...guest.road, ...roadOf(draft) }
    // The same form sent twice was answered the first time.
    return {
      guest,
      response: { response_action: 'clear' },
      ...(answer.repeated ? {} : { say: { road, answer } }),
    }
  }
  return { guest, ...(await shownIn(desk, tenant, answer)) }
}

async function shownIn(
  desk: Desk,
  tenant: string,
  answer: Answer,
): Promise<Pick<Outcome, 'response' | 'lateView' | 'shows'>> {
  const view = await messageView(desk, tenant, answer.message)
  return { response: { response_action: 'update', view }, lateView: view, shows: answer }
}

/** What would have been the acknowledgement, for one that took longer. */
async function putLate(
  desk: Desk,
  { viewId }: Submit,
  { guest, lateView, say, shows }: Outcome,
): Promise<void> {
  if (!guest) return
  const view =
    lateView ??
    (await messageView(
      desk,
      guest.account.tenant,
      message(say ? 'Done; the answer stands in the conversation.' : 'Please open the form again.'),
    ))
  const put = await putView(desk, guest, view, { kind: 'update', viewId })
  // Who has closed the form meanwhile is told in the direct conversation.
  if (!put && shows) await tell(desk, guest.road, { message: shown(shows), room: false })
}

/** The form that a submission belongs to, from the catalogue as it is today. */
function formFor(desk: Desk, words: string): Form | undefined {
  const found = findCommand(desk.host.catalog, words)
  if (!found) return undefined
  const fields = Object.entries(found.command.options).map(([name, option]) => ({ name, option }))
  return { command: words, title: `/${words}`, given: {}, fields }
}

function placeOf(guest: Guest, draft: FormDraft | undefined) {
  const { place } = guest.speaks
  return draft?.channel === undefined ? place : { ...place, channel: draft.channel, private: draft.private }
}

function roadOf({ channel, thread, private: own, responseUrl, at }: FormDraft) {
  return { channel, thread, private: own, responseUrl, at }
}

function digest(fields: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 24)
}
