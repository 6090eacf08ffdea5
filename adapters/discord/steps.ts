import { createHash } from 'node:crypto'

import { untilActed } from '../../src/core/acted.ts'
import { turnedAway } from '../../src/core/answer.ts'
import { findCommand } from '../../src/core/catalog.ts'
import type { Answer, Form } from '../../src/core/invocation.ts'
import { labelOf } from '../../src/core/label.ts'
import { block, message } from '../../src/core/message.ts'
import { admit, type Guest } from './admit.ts'
import { type StepId, stepId } from './customIds.ts'
import type { Desk } from './desk.ts'
import type { FormDraft } from './drafts.ts'
import { orderOf, stepsOf } from './form.ts'
import { openStep } from './forms.ts'
import type { Incoming } from './incoming.ts'
import type { Origin } from './origin.ts'
import type { Turn } from './respond.ts'
import { readSubmission } from './submission.ts'

type Submit = Extract<Incoming, { kind: 'submit' }>

const tooOld = 'This form is too old to be understood; please open it again.'

/** A step of a form that was sent: the next one is offered, and what is whole is the same command with its fields. */
export async function runSubmit(desk: Desk, { origin, components }: Submit, read: StepId): Promise<Turn> {
  const known = formOf(desk, read.command)
  if (!known) return { answer: turnedAway(tooOld) }
  const before = await desk.drafts.get(origin.user.id, read.draft).catch((error: unknown) => {
    desk.log.warn({ err: error }, 'a draft could not be read')
    return undefined
  })
  const draft =
    before?.command === read.command ? before : { command: read.command, given: {}, order: orderOf(known) }
  const fields = stepsOf(known, draft.order)[read.step] ?? []
  const { problems, typed } = readSubmission(fields, components)
  const asked = new Set(fields.map(({ name }) => name))
  const kept = Object.entries(draft.given).filter(([name]) => !asked.has(name))
  const form = { ...known, given: { ...Object.fromEntries(kept), ...typed } }
  await desk.drafts
    .put(origin.user.id, read.draft, { ...draft, given: form.given })
    .catch((error: unknown) => {
      desk.log.warn({ err: error }, 'a draft could not be kept')
    })
  const admitted = await admit(desk, origin)
  // What was typed stays, whoever typed it and whatever is wrong.
  if (admitted.kind === 'out') return refused(form, admitted.why, read)
  const amiss = Object.entries(problems).map(([name, sentence]) => `${labelOf(name)}: ${sentence}`)
  if (amiss.length > 0) return refused(form, amiss.join('\n'), read)
  if (read.step + 1 < stepsOf(known, draft.order).length) return offerNext(form, draft, read)
  return send(desk, admitted.guest, form, read)
}

/** The step after the one that was sent, as a modal. */
export async function openNext(desk: Desk, origin: Origin, read: StepId): Promise<Turn> {
  const known = formOf(desk, read.command)
  const draft = await desk.drafts.get(origin.user.id, read.draft)
  if (!known || !draft) return { answer: turnedAway(tooOld) }
  const form = { ...known, given: draft.given }
  const step = { id: read.draft, step: read.step, prompted: true }
  const answer: Answer = {
    outcome: 'asked',
    audience: 'caller',
    message: message('There is more to fill in.'),
    form,
  }
  return { answer, modal: await openStep(desk, origin, form, draft, step) }
}

/** Sends what was filled in so far. */
export async function sendDraft(desk: Desk, origin: Origin, guest: Guest, read: StepId): Promise<Turn> {
  const known = formOf(desk, read.command)
  const draft = await desk.drafts.get(origin.user.id, read.draft)
  if (!known || !draft) return { answer: turnedAway(tooOld) }
  return send(desk, guest, { ...known, given: draft.given }, read)
}

async function send(desk: Desk, guest: Guest, form: Form, { draft, prompted }: StepId): Promise<Turn> {
  const { account } = guest.account
  // What was refused before may be right by now; what was done is not done twice.
  const name = digest([account, draft, form.command, form.given])
  const { answer } = await untilActed(`d:${name}`, (deliveryId) =>
    desk.host.dispatch({
      ...guest.speaks,
      deliveryId,
      input: { kind: 'fields', command: form.command, fields: form.given },
    }),
  )
  // Also after a fault of ours what was typed can be sent again.
  if (answer.outcome === 'failed')
    return { answer: { ...answer, outcome: 'refused', form }, replaces: prompted }
  return { answer, replaces: prompted }
}

/** Discord shows no errors in a modal, nor one modal after another: a button opens it again, with what was typed. */
function refused(form: Form, sentence: string, { prompted }: StepId): Turn {
  const answer: Answer = { outcome: 'refused', audience: 'caller', message: message(sentence), form }
  return { answer, replaces: prompted }
}

/** What was filled in so far, with a way to the next step, and one to send it where nothing is lacking. */
function offerNext(form: Form, { order }: FormDraft, { draft, step, command, prompted }: StepId): Turn {
  const next = { draft, step: step + 1, command, prompted: true }
  const rest = stepsOf(form, order)
    .slice(step + 1)
    .flat()
  const lacking = form.fields.filter(({ name, option }) => option.required && !form.given[name])
  const names = rest.map(({ name }) => labelOf(name)).join(', ')
  const sentence =
    lacking.length > 0
      ? `/${command} still needs more: ${names}.`
      : `/${command} can be sent now, or more can be filled in first: ${names}.`
  const open = { label: 'Fill in more', customId: stepId('next', next), primary: lacking.length > 0 }
  const sendIt = { label: 'Send it now', customId: stepId('send', next), primary: true }
  const given = Object.entries(form.given).map(([name, typed]) => [labelOf(name), typed] as const)
  return {
    answer: { outcome: 'asked', audience: 'caller', message: message(sentence, block.fields(given)) },
    buttons: lacking.length > 0 ? [open] : [sendIt, open],
    replaces: prompted,
  }
}

/** The form of a command, from the catalogue as it is today. */
function formOf(desk: Desk, command: string): Form | undefined {
  const found = findCommand(desk.host.catalog, command)
  if (!found) return undefined
  const fields = Object.entries(found.command.options).map(([name, option]) => ({ name, option }))
  return { command, title: `/${command}`, given: {}, fields }
}

function digest(content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}
