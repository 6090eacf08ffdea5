import { listOf } from '../../../src/chat/forms/lookups.ts'
import { choiceMeant, flagMeant, namesMeant } from '../../../src/chat/forms/prefill.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import type { Json } from '../../../src/core/json.ts'
import { input } from './input.ts'

/** The value a list sends when nothing is chosen; nobody would type it. */
export const noChoice = '~none'

/** Limits of one choice in a list, and of one list. */
const choiceLimit = 75
const listLimit = 100

const flagChoices = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
]

export function choiceSet(field: FormField, typed: string): Json | undefined {
  const choices = field.option.choices ?? []
  const titled = choices.map((choice) => ({ title: choice, value: choice }))
  return compactSet(field, titled, typed, choiceMeant(choices, typed))
}

export function flagSet(field: FormField, typed: string): Json | undefined {
  return compactSet(field, flagChoices, typed, flagMeant(typed))
}

function compactSet(
  field: FormField,
  choices: readonly { readonly title: string; readonly value: string }[],
  typed: string,
  meant: string | undefined,
): Json | undefined {
  if (choices.length === 0 || choices.length > listLimit) return undefined
  if (!choices.every(({ value }) => fitsChoice(value)) || (typed !== '' && meant === undefined))
    return undefined
  // A list of this kind offers no way to clear a choice once made.
  const none = field.option.required ? [] : [{ title: '(none)', value: noChoice }]
  return {
    ...input('Input.ChoiceSet', field),
    style: 'compact',
    placeholder: 'Choose',
    choices: [...choices, ...none],
    ...(meant === undefined ? {} : { value: meant }),
  }
}

/** A list searched while one types. It includes the given value, since it shows only values that it includes. */
export function searchSet(field: FormField, typed: string): Json | undefined {
  const several = field.option.kind === 'entities' || field.option.kind === 'groups'
  const values = several ? namesMeant(typed) : typed === '' ? [] : [typed]
  if (!values?.every(fitsChoice) || values.length > listLimit) return undefined
  return {
    ...input('Input.ChoiceSet', field),
    style: 'filtered',
    isMultiSelect: several,
    placeholder: 'Type to search',
    choices: values.map((value) => ({ title: value, value })),
    'choices.data': { type: 'Data.Query', dataset: listOf(field.option.kind) },
    ...(values.length === 0 ? {} : { value: values.join(',') }),
  }
}

/** Some clients split any value at its commas, and read a time token in any title. */
function fitsChoice(text: string): boolean {
  return text !== '' && text.length <= choiceLimit && !/[,\r\n]|\{\{/.test(text)
}
