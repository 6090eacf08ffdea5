import { createHash } from 'node:crypto'

import type { Host } from '../../core/adapter.ts'
import type { InputFile } from '../../core/inputFile.ts'
import type { Answer, Form } from '../../core/invocation.ts'
import { askUntilDone, type RecordedAnswer } from '../asking/askUntilDone.ts'
import type { AdmittedUser } from '../people/admission.ts'

/** The outcome of a submitted form. */
export type SubmissionOutcome =
  /**
   * The form comes back with what was typed, also after a fault of ours; `at` is the field with the error, where there
   * is one.
   */
  | { readonly kind: 'amiss'; readonly answer: Answer; readonly at: string | undefined }
  /** Something is still missing. */
  | { readonly kind: 'asked'; readonly answer: Answer; readonly form: Form }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly deliveryId: string }

/** One submission of a form. */
export interface FormSubmission {
  /** Identifies the opened form, however often it is submitted. */
  readonly opened: string
  readonly form: Form
  /** Texts by option name, as the core reads them. */
  readonly fields: Readonly<Record<string, string>>
  readonly files?: readonly InputFile[]
  readonly speaks: AdmittedUser['speaks']
}

/**
 * Runs the command of a form, once: its delivery id is made of its content, so that the same submission twice acts once.
 * What was refused or failed before is tried anew, since it may be right by now.
 */
export async function submitForm(
  { dispatch }: Pick<Host, 'dispatch'>,
  sending: FormSubmission,
): Promise<SubmissionOutcome> {
  const { form, fields, files = [], speaks } = sending
  const { command, present } = form
  const input = { kind: 'fields' as const, command, fields, present }
  const acted = await askUntilDone(contentId(sending), (deliveryId) =>
    dispatch({ ...speaks, deliveryId, input, ...(files.length === 0 ? {} : { files }) }),
  )
  return outcomeOf(form, acted)
}

function outcomeOf(form: Form, { answer, deliveryId }: RecordedAnswer): SubmissionOutcome {
  if (answer.outcome === 'refused' || answer.outcome === 'failed') {
    return { kind: 'amiss', answer, at: form.fields.find(({ name }) => name === answer.option)?.name }
  }
  if (answer.outcome === 'asked' && answer.form) return { kind: 'asked', answer, form: answer.form }
  return { kind: 'answered', answer, deliveryId }
}

function contentId({ opened, form, fields, files = [], speaks }: FormSubmission): string {
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
