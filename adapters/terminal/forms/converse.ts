import { type Catalog, findCommand } from '../../../src/core/catalog.ts'
import type { Answer, Form } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import { buttonsOf, plain } from '../render/message.ts'
import { type Ask, askField, type FieldAnswer, type LikelyValues } from './askField.ts'
import { type ReviewOutcome, review } from './review.ts'
import { wantedFields } from './wantedFields.ts'

export interface FormDependencies {
  readonly catalog: Catalog
  readonly ask: Ask
  readonly likely: LikelyValues
  readonly width: () => number
  /** Choices that stand above the form already. */
  readonly offered: readonly Button[]
  /** Sends the fields and prints what is answered. */
  readonly submit: (fields: Readonly<Record<string, string>>) => Promise<Answer>
}

/** How a form ended; one that was left keeps what was typed. */
export type End =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | (Exclude<FieldAnswer, { readonly kind: 'value' }> & { readonly kept: Form })

/** How often a form asks again for a field that was refused. */
const patience = 3

/**
 * Asks for what a form lacks, or shows one that lacks nothing so that it can be changed, and sends it; asks again for
 * the one field that a refusal is about.
 */
export async function converse(form: Form, deps: FormDependencies): Promise<End> {
  let wanted: Form = { ...form, fields: wantedFields(form) }
  let { offered } = deps
  for (let tries = 0; ; tries++) {
    const filled = wanted.fields.length > 0 ? await fill(wanted, deps, offered) : await review(form, deps)
    if (filled.kind !== 'filled') return { ...filled, kept: { ...form, given: filled.fields } }
    const answer = await deps.submit(filled.fields)
    const again =
      answer.outcome === 'asked' && answer.form && wantedFields(answer.form).length > 0
        ? { ...answer.form, fields: wantedFields(answer.form) }
        : atFault(answer, { ...form, given: filled.fields }, deps.catalog)
    if (!again || tries >= patience) return { kind: 'answered', answer }
    wanted = again
    offered = buttonsOf(answer.message)
  }
}

/** The form of the one field that a refusal is about, or begins with, `start: …`; what else was typed is kept. */
function atFault({ outcome, message, option }: Answer, form: Form, catalog: Catalog): Form | undefined {
  if (outcome !== 'refused') return undefined
  const text = plain(message.summary)
  const options = Object.entries(findCommand(catalog, form.command)?.command.options ?? {})
  const found = options.find(([name]) => name === option || text.startsWith(`${name}: `))
  return found && { ...form, fields: [{ name: found[0], option: found[1] }] }
}

async function fill(
  form: Form,
  { ask, likely }: FormDependencies,
  buttons: readonly Button[],
): Promise<ReviewOutcome> {
  const fields: Record<string, string> = { ...form.given }
  for (const field of form.fields) {
    const answered = await askField(field, { ask, likely, buttons })
    if (answered.kind !== 'value') {
      const begun =
        'typed' in answered && answered.typed !== undefined ? { [field.name]: answered.typed } : {}
      return { ...answered, fields: { ...fields, ...begun } }
    }
    fields[field.name] = answered.value
  }
  return { kind: 'filled', fields }
}
