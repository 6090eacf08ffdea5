import { isListed } from '../../../src/chat/forms/listed.ts'
import { isSuggested } from '../../../src/chat/forms/lookups.ts'
import { dayAndTime, fitsNumber } from '../../../src/chat/forms/prefill.ts'
import type { Choice } from '../../../src/core/errors.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import type { Json } from '../../../src/core/json.ts'
import { labelOf } from '../../../src/core/language/labels.ts'
import type { Option } from '../../../src/core/option.ts'
import { isDay } from '../../../src/core/time/day.ts'
import { choiceSet, flagSet, searchSet, wholeSet } from './choiceInputs.ts'
import { input, timeId } from './input.ts'

/** Longer texts get an input of several lines. */
const lineLength = 300

/** What a list shows before anything is typed, and whether the client can search for more. */
export interface FieldChoices {
  readonly offered?: readonly Choice[]
  readonly unlisted?: boolean
}

/**
 * The input of one option, filled with what was typed for it. Text that its usual kind of input cannot show goes into a
 * plain one, so that nothing typed is lost; so does a searched value where the client cannot search and not all that
 * may be chosen is offered.
 */
export function fieldInput(
  field: FormField,
  given: string,
  { offered = [], unlisted = false }: FieldChoices = {},
): Json {
  const typed = given.trim() === '' ? '' : given.replace(/\r\n?/g, '\n').toWellFormed()
  if (unlisted && isSuggested(field.option)) {
    const whole = isListed(field) ? wholeSet(field, typed.trim(), offered) : undefined
    return whole ?? textInput(field, typed)
  }
  return picker(field, typed, offered) ?? textInput(field, typed)
}

function picker(field: FormField, typed: string, offered: readonly Choice[]): Json | undefined {
  const { option } = field
  switch (option.kind) {
    case 'integer':
      return numberInput(field, typed.trim())
    case 'choice':
      return choiceSet(field, typed)
    case 'flag':
      return flagSet(field, typed)
    case 'day':
      return typed === '' || isDay(typed) ? dateInput(field, typed) : undefined
    case 'moment':
      return momentInputs(field, typed)
    case 'entity':
    case 'entities':
    case 'person':
    case 'group':
    case 'groups':
    case 'meeting':
    case 'section':
    case 'zone':
      return searchSet(field, typed.trim(), offered)
    case 'record':
      return isSuggested(option) ? searchSet(field, typed.trim(), offered) : undefined
    case 'text':
    case 'period':
    case 'duration':
    // The card of a form says where to send a file.
    case 'file':
      return undefined
  }
}

/** No limit of its own: a text that is too long is refused with a sentence rather than cut. */
function textInput(field: FormField, typed: string): Json {
  const example = exampleOf(field.option)
  return {
    ...input('Input.Text', field),
    // A single-line input would drop line breaks.
    isMultiline: field.option.multiline === true || typed.includes('\n') || typed.length > lineLength,
    ...(typed === '' ? {} : { value: typed }),
    ...(example === undefined ? {} : { placeholder: `e.g. ${example}` }),
  }
}

function exampleOf({ kind, prefix }: Option): string | undefined {
  if (kind === 'record') return `${prefix ?? ''}12`
  if (kind === 'duration') return '90m, 1h30 or 2 hours'
  if (kind === 'period') return 'March-April 2023, Q4 2022 or 2022'
  return kind === 'moment' ? 'next Tuesday 10:00' : undefined
}

function numberInput(field: FormField, typed: string): Json | undefined {
  const { min, max } = field.option
  if (!fitsNumber(field.option, typed)) return undefined
  return {
    ...input('Input.Number', field, `Give a whole number${bounds(field.option)}.`),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(typed === '' ? {} : { value: Number(typed) }),
  }
}

function bounds({ min, max }: Option): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return ` of ${min} or more`
  return max === undefined ? '' : ` of ${max} or less`
}

function dateInput(field: FormField, day: string): Json {
  return { ...input('Input.Date', field), ...(day === '' ? {} : { value: day }) }
}

function momentInputs(field: FormField, typed: string): Json | undefined {
  // A time without a day comes back as it was typed.
  const [, alone] = /^T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(typed) ?? []
  const shown = alone === undefined ? dayAndTime(typed) : { day: '', time: alone }
  if (!shown) return undefined
  const label = labelOf(field.name)
  const time = {
    ...input('Input.Time', field),
    id: timeId(field.name),
    label: `${label}: time`,
    ...(shown.time === '' ? {} : { value: shown.time }),
  }
  const columns = [{ ...dateInput(field, shown.day), label: `${label}: day` }, time]
  return {
    type: 'ColumnSet',
    columns: columns.map((one) => ({ type: 'Column', width: 'stretch', items: [one] })),
  }
}
