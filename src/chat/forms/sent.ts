import { createHash } from 'node:crypto'

import type { Host } from '../../core/adapter.ts'
import type { InputFile } from '../../core/inputFile.ts'
import type { Answer, Form } from '../../core/invocation.ts'
import { type Acted, untilActed } from '../asking/untilDone.ts'
import type { Guest } from '../people/admission.ts'

/** What became of a form that was sent. */
export type Sent =
  /** It comes back with all that was typed; `at` is the field at fault, where one is. Also after a fault of ours. */
  | { readonly kind: 'amiss'; readonly answer: Answer; readonly at: string | undefined }
  /** Something is still missing. */
  | { readonly kind: 'asked'; readonly answer: Answer; readonly form: Form }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly deliveryId: string }

/** One sending of a form. */
export interface Sending {
  /** Names the one form that was opened, however often it is sent. */
  readonly opened: string
  readonly form: Form
  /** The option texts as the house reads them. */
  readonly fields: Readonly<Record<string, string>>
  readonly files?: readonly InputFile[]
  readonly speaks: Guest['speaks']
}

/**
 * Runs the command of a form, once: what is sent twice is named by what it is. What was refused before, or failed, is
 * tried anew, since it may be right by now.
 */
export async function sendForm({ dispatch }: Pick<Host, 'dispatch'>, sending: Sending): Promise<Sent> {
  const { form, fields, files = [], speaks } = sending
  const input = { kind: 'fields' as const, command: form.command, fields }
  const acted = await untilActed(nameOf(sending), (deliveryId) =>
    dispatch({ ...speaks, deliveryId, input, ...(files.length === 0 ? {} : { files }) }),
  )
  return sentOf(form, acted)
}

/** What an answer means for the form that led to it. */
export function sentOf(form: Form, { answer, deliveryId }: Acted): Sent {
  if (answer.outcome === 'refused' || answer.outcome === 'failed') {
    return { kind: 'amiss', answer, at: form.fields.find(({ name }) => name === answer.option)?.name }
  }
  if (answer.outcome === 'asked' && answer.form) return { kind: 'asked', answer, form: answer.form }
  return { kind: 'answered', answer, deliveryId }
}

function nameOf({ opened, form, fields, files = [], speaks }: Sending): string {
  const { tenant, account } = speaks.caller
  const what = JSON.stringify([
    tenant,
    account,
    opened,
    form.command,
    Object.entries(fields).sort(),
    ...files.map(({ id }) => id),
  ])
  return `f:${createHash('sha256').update(what).digest('hex').slice(0, 32)}`
}
