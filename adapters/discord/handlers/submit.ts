import { setTimeout } from 'node:timers/promises'
import { turnedAway } from '../../../src/chat/asking/answer.ts'
import { formTooOld } from '../../../src/chat/asking/asking.ts'
import { faultAnswer } from '../../../src/chat/asking/fault.ts'
import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { submitForm } from '../../../src/chat/forms/submitForm.ts'
import { unreadableTimes } from '../../../src/chat/forms/unreadableTimes.ts'
import type { AdmittedUser } from '../../../src/chat/people/admission.ts'
import { formOf, unknownPresent } from '../../../src/core/form.ts'
import type { Answer, Form } from '../../../src/core/invocation.ts'
import { labelOf } from '../../../src/core/language/labels.ts'
import { message, rich } from '../../../src/core/message.ts'
import type { InteractionOutcome } from '../answers/outcome.ts'
import { inputFiles } from '../api/attachments.ts'
import type { StepId } from '../api/customIds.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { FormDraft } from '../forms/drafts.ts'
import { orderBy, stepsOf } from '../forms/modal.ts'
import { namesIn, readSubmission } from '../forms/read.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { admit } from '../people/admit.ts'
import { withNames } from '../people/mentionedPeople.ts'
import { askAgain, faultOf, keeping, offerNext, refused } from './formAnswers.ts'
import { openStep } from './openForm.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

/** How long to wait before asking a failing store once more. */
const againMs = 150

/** Handles a submitted step: offers the next one, or runs the command once the form is complete. */
export async function runSubmit(
  context: AdapterContext,
  { origin, components, files }: Submit,
  read: StepId,
): Promise<InteractionOutcome> {
  const known = formOf(context.host.catalog, read.command)
  if (!known) return { answer: turnedAway(formTooOld) }
  const names = namesIn(components)
  const found = await draftOf(context, origin, read)
  const draft: FormDraft = found?.draft ?? {
    ...{ command: read.command, given: {}, present: unknownPresent },
    order: orderBy(known, read.step, names),
  }
  const fields = stepsOf(known, draft.order)[read.step] ?? []
  const { problems, typed } = readSubmission(fields, components)
  const asked = new Set(fields.map(({ name }) => name))
  const kept = Object.entries(draft.given).filter(([name]) => !asked.has(name))
  const given = { ...Object.fromEntries(kept), ...typed }
  const form: Form = { ...known, given, present: draft.present }
  const steps = stepsOf(known, draft.order).length
  // The store holds what was typed before, which must not be overwritten with less.
  if (found?.error !== undefined && steps > 1) {
    return askAgain(
      form,
      faultAnswer(context.log, found.error, 'failed to read a draft').message.summary,
      read,
    )
  }
  const more = read.step + 1 < steps
  const lost = await context.drafts
    .put(everywhere, origin.user.id, read.draft, { ...draft, given: form.given })
    .then(
      () => undefined,
      (error: unknown) => faultAnswer(context.log, error, 'failed to keep a draft'),
    )
  // Further steps would be added to what was typed before this one.
  if (lost && more) return refused(form, lost.message.summary, read)
  const admitted = await admit(context, origin).catch((error: unknown) => {
    const { message: notice } = faultAnswer(context.log, error, 'failed to tell who sent a form')
    return { kind: 'out' as const, why: notice.summary }
  })
  // The form keeps what was typed, whoever sent it and whatever is wrong.
  if (admitted.kind === 'out') return refused(form, rich`${admitted.why}`, read)
  const amiss = [
    ...Object.entries(problems).map(([name, sentence]) => `${labelOf(name)}: ${sentence}`),
    // What is sent at once is read as a whole.
    ...(more ? unreadableTimes(form, context.clock.now()) : []),
  ]
  if (amiss.length > 0) return refused(form, rich`${amiss.join('\n')}`, read)
  return more
    ? offerNext(form, draft.order, read)
    : send(context, { origin, user: admitted.user }, form, read, files)
}

/** The draft of a form, or the error from reading it; undefined where there is none. */
async function draftOf(
  context: AdapterContext,
  { user }: Origin,
  { draft: id, command }: StepId,
): Promise<{ readonly draft?: FormDraft; readonly error?: unknown } | undefined> {
  const get = () => context.drafts.get(everywhere, user.id, id)
  try {
    const draft = await get().catch(() => setTimeout(againMs).then(get))
    return draft?.command === command ? { draft } : undefined
  } catch (error) {
    return { error }
  }
}

/** The step after the submitted one, as a modal. */
export async function openNext(
  context: AdapterContext,
  origin: Origin,
  read: StepId,
): Promise<InteractionOutcome> {
  const draft = await context.drafts.get(everywhere, origin.user.id, read.draft)
  const form = draft && formOfDraft(context, read, draft)
  if (!form) return { answer: turnedAway(formTooOld) }
  const step = { id: read.draft, step: read.step, prompted: true }
  const answer: Answer = {
    outcome: 'asked',
    audience: 'caller',
    message: message('There is more to fill in.'),
    form,
  }
  return { answer, modal: await openStep(context, origin, form, draft, step) }
}

function formOfDraft(
  { host }: AdapterContext,
  { command }: StepId,
  { given, present }: FormDraft,
): Form | undefined {
  const form = formOf(host.catalog, command, given)
  return form && { ...form, present }
}

/** Runs the command with what was filled in so far. */
export async function sendDraft(
  context: AdapterContext,
  origin: Origin,
  user: AdmittedUser,
  read: StepId,
): Promise<InteractionOutcome> {
  const draft = await context.drafts.get(everywhere, origin.user.id, read.draft)
  const form = draft && formOfDraft(context, read, draft)
  return form ? send(context, { origin, user }, form, read) : { answer: turnedAway(formTooOld) }
}

async function send(
  context: AdapterContext,
  { origin, user }: { readonly origin: Origin; readonly user: AdmittedUser },
  form: Form,
  { draft, prompted }: StepId,
  files: readonly RemoteFile[] = [],
): Promise<InteractionOutcome> {
  let fields: Readonly<Record<string, string>>
  try {
    fields = await withNames(context, origin, form.command, form.given)
  } catch (error) {
    return { ...faultOf(error, form), replaces: prompted }
  }
  const { speaks } = user
  const { kind, answer } = await submitForm(context.host, {
    opened: draft,
    form,
    fields,
    files: inputFiles(context, files),
    speaks,
  })
  // Even after a fault of ours, what was typed can be corrected and sent again.
  const lost = kind === 'amiss' && (answer.outcome === 'failed' || !answer.form)
  return { answer: lost ? keeping(answer, form) : answer, replaces: prompted }
}
