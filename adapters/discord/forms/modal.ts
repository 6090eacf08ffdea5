import type { APIModalInteractionResponseCallbackData } from 'discord.js'

import type { Choice } from '../../../src/core/errors.ts'
import type { Form, FormField } from '../../../src/core/invocation.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { fieldInput } from './inputs.ts'

/** Discord's limits of one modal. */
const stepLimit = 5
const titleLimit = 45

/** A component of text alone, which a modal may hold too. */
const textDisplay = 10

export interface ModalOptions {
  /** Counted from 0. */
  readonly step: number
  /** Comes back with the submission; at most 100 characters. */
  readonly customId: string
  /** The choices of some options, by name; an option without them is typed. */
  readonly choices: ReadonlyMap<string, readonly Choice[]>
  /** Field names in the order fixed when the first step was opened; computed where not given. */
  readonly order?: readonly string[]
}

/**
 * The names of a form’s fields in the order of its steps: required ones, those with a value, then the rest. Files come
 * in the last step, since a draft cannot keep them.
 */
export function orderOf({ fields, given }: Form): readonly string[] {
  const rank = ({ name, option }: FormField) =>
    option.kind === 'file' ? 3 : option.required ? 0 : given[name]?.trim() ? 1 : 2
  return fields.toSorted((a, b) => rank(a) - rank(b)).map(({ name }) => name)
}

/** The order of a form whose draft is lost: all that is known is that this step asked for these names. */
export function orderBy(form: Form, step: number, asked: readonly string[]): readonly string[] {
  const others = orderOf(form).filter((name) => !asked.includes(name))
  const before = step * stepLimit
  return [...others.slice(0, before), ...asked, ...others.slice(before)]
}

/**
 * A form’s fields in steps of at most five; one empty step where there are none. A name without a field is skipped, and
 * a field missing from the order comes last.
 */
export function stepsOf(form: Form, order = orderOf(form)): readonly (readonly FormField[])[] {
  const named = order.flatMap((name) => form.fields.find((field) => field.name === name) ?? [])
  const fields = [...new Set([...named, ...form.fields])]
  const count = Math.max(1, Math.ceil(fields.length / stepLimit))
  return Array.from({ length: count }, (_, step) => fields.slice(step * stepLimit, (step + 1) * stepLimit))
}

/**
 * One step of a form as a modal, filled with what was typed; of a text of more than 4,000 characters only the beginning
 * is shown. Raises `RangeError` for a step that does not exist.
 */
export function modalOf(form: Form, options: ModalOptions): APIModalInteractionResponseCallbackData {
  const { step, customId, choices, order } = options
  const steps = stepsOf(form, order)
  const fields = steps[step]
  if (!fields)
    throw new RangeError(
      `The form of /${form.command} has ${steps.length} steps; step ${step} does not exist.`,
    )
  const inputs = fields.map((field) =>
    fieldInput(field, form.given[field.name] ?? '', choices.get(field.name) ?? []),
  )
  const empty = { type: textDisplay, content: 'Nothing more is asked.' } as const
  return {
    custom_id: customId,
    title: titleOf(form.title, step, steps.length),
    components: inputs.length > 0 ? inputs : [empty],
  }
}

/** `Schedule a meeting (1/2)`. */
function titleOf(title: string, step: number, steps: number): string {
  const part = steps > 1 ? ` (${step + 1}/${steps})` : ''
  return `${shorten(title, titleLimit - part.length)}${part}`
}
