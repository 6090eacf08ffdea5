import { listOf } from '../../../src/chat/forms/lookups.ts'
import { choiceMeant, flagMeant, namesMeant } from '../../../src/chat/forms/prefill.ts'
import type { Choice } from '../../../src/core/errors.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import type { Json } from '../../../src/core/json.ts'
import { inert } from '../render/escape.ts'
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
  const titled = choices.map((choice) => ({ title: inert(choice), value: choiceSent(choices, choice) }))
  const meant = choiceMeant(choices, typed)
  return compactSet(field, titled, typed, meant && choiceSent(choices, meant))
}

/** What a list sends for one of its choices: the choice, or `~2`, its place from 1, where some client would break it. */
function choiceSent(choices: readonly string[], choice: string): string {
  return fitsChoice(choice) ? choice : `~${choices.indexOf(choice) + 1}`
}

/** The choice that a list has sent; any other text is what was typed in its place. */
export function choiceRead(choices: readonly string[], sent: string): string {
  const place = /^~(\d{1,3})$/.exec(sent)?.[1]
  const choice = choices[Number(place) - 1]
  return choice === undefined || fitsChoice(choice) ? sent : choice
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

/**
 * A list searched while one types, which shows what is `offered` before. It includes the given value, since it shows only
 * values that it includes.
 */
export function searchSet(field: FormField, typed: string, offered: readonly Choice[]): Json | undefined {
  const several = isSeveral(field)
  const values = several ? namesMeant(typed) : typed === '' ? [] : [typed]
  if (!values?.every(fitsChoice) || values.length > listLimit) return undefined
  return {
    ...input('Input.ChoiceSet', field),
    style: 'filtered',
    isMultiSelect: several,
    placeholder: offered.length > 0 ? 'Choose, or type to search' : 'Type to search',
    choices: withGiven(offered, values),
    'choices.data': { type: 'Data.Query', dataset: listOf(field.option) },
    ...(values.length === 0 ? {} : { value: values.join(',') }),
  }
}

/** A list of all that may be chosen, for a client that cannot search; undefined where it lacks what was typed. */
export function wholeSet(field: FormField, typed: string, offered: readonly Choice[]): Json | undefined {
  const several = isSeveral(field)
  const values = several ? namesMeant(typed) : typed === '' ? [] : [typed]
  const known = new Set(offered.map(({ value }) => value))
  if (offered.length === 0 || !values?.every((value) => known.has(value))) return undefined
  const none = field.option.required || several ? [] : [{ title: '(none)', value: noChoice }]
  return {
    ...input('Input.ChoiceSet', field),
    style: several ? 'expanded' : 'compact',
    isMultiSelect: several,
    placeholder: 'Choose',
    choices: [...withGiven(offered, []), ...none],
    ...(values.length === 0 ? {} : { value: values.join(',') }),
  }
}

function isSeveral({ option: { kind, several } }: FormField): boolean {
  return several === true || kind === 'entities' || kind === 'groups'
}

/** What is offered, and the given values that are not among it. */
function withGiven(offered: readonly Choice[], values: readonly string[]) {
  const fitting = offered.filter(({ value }) => fitsChoice(value))
  const known = new Set(fitting.map(({ value }) => value))
  return [
    ...values.filter((value) => !known.has(value)).map((value) => ({ title: value, value })),
    ...fitting.map(({ label, value }) => ({ title: inert(label), value })),
  ]
}

/** Some clients split any value at its commas, and read a time token in any title. */
function fitsChoice(text: string): boolean {
  return text !== '' && text.length <= choiceLimit && !/[,\r\n]|\{\{/.test(text)
}
