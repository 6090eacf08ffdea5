import type { APIModalInteractionResponseCallbackData } from 'discord.js'

import type { Choice } from '../../../src/core/errors.ts'
import type { Form, FormField } from '../../../src/core/invocation.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { fieldInput } from './inputs.ts'

export { choosable } from './inputs.ts'

/** What one modal holds. */
const stepLimit = 5
const titleLimit = 45

/** Text alone, which may stand in a modal too. */
const textDisplay = 10

export interface ModalOptions {
  /** From 0. */
  readonly step: number
  /** Comes back with the submission; at most 100 characters. */
  readonly customId: string
  /** What some options may be, by name; only those are listed, and what is not listed is typed. */
  readonly choices: ReadonlyMap<string, readonly Choice[]>
  /** The names in the order of the steps, as it was when the first one was opened; made anew where not given. */
  readonly order?: readonly string[]
}

/**
 * The names of a form’s fields as its steps ask for them: what is required, what was given, then the rest. A file is
 * asked for in the last step, since no draft keeps it.
 */
export function orderOf({ fields, given }: Form): readonly string[] {
  const rank = ({ name, option }: FormField) =>
    option.kind === 'file' ? 3 : option.required ? 0 : given[name]?.trim() ? 1 : 2
  return fields.toSorted((a, b) => rank(a) - rank(b)).map(({ name }) => name)
}

/** The order in which a form was opened of which nothing is known but that a step of it asked for these names. */
export function orderBy(form: Form, step: number, asked: readonly string[]): readonly string[] {
  const others = orderOf(form).filter((name) => !asked.includes(name))
  const before = step * stepLimit
  return [...others.slice(0, before), ...asked, ...others.slice(before)]
}

/**
 * A form’s fields in steps of at most five; one step without any where there are none. A name in the order that
 * the form has no field for is passed over, and a field that it does not name comes last.
 */
export function stepsOf(form: Form, order = orderOf(form)): readonly (readonly FormField[])[] {
  const named = order.flatMap((name) => form.fields.find((field) => field.name === name) ?? [])
  const fields = [...new Set([...named, ...form.fields])]
  const count = Math.max(1, Math.ceil(fields.length / stepLimit))
  return Array.from({ length: count }, (_, step) => fields.slice(step * stepLimit, (step + 1) * stepLimit))
}

/**
 * One step of a form as a modal, with what was typed in its fields; of a text of more than 4,000 characters only
 * the beginning is shown. Raises `RangeError` for a step that the form has not.
 */
export function modalOf(form: Form, options: ModalOptions): APIModalInteractionResponseCallbackData {
  const { step, customId, choices, order } = options
  const steps = stepsOf(form, order)
  const fields = steps[step]
  if (!fields)
    throw new RangeError(`The form of /${form.command} has ${steps.length} steps, none is ${step}.`)
  const inputs = fields.map((field) =>
    fieldInput(field, form.given[field.name] ?? '', choices.get(field.name) ?? []),
  )
  const empty = { type: textDisplay, content: 'Nothing more is asked.' } as const
  return {
    custom_id: customId,
    title: titleOf(form.command, step, steps.length),
    components: inputs.length > 0 ? inputs : [empty],
  }
}

/** `/meeting schedule (1/2)`. */
function titleOf(command: string, step: number, steps: number): string {
  const part = steps > 1 ? ` (${step + 1}/${steps})` : ''
  return `${shorten(`/${command}`, titleLimit - part.length)}${part}`
}
