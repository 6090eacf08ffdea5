import type {
  APIComponentInLabel,
  APIFileUploadComponent,
  APILabelComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
  APITextInputComponent,
} from 'discord.js'
import { choiceMeant, flagMeant, namesMeant } from '../../../src/chat/forms/prefill.ts'
import type { Choice } from '../../../src/core/errors.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import { hintOf, labelOf } from '../../../src/core/language/labels.ts'
import type { Option } from '../../../src/core/option.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { oneLine, shorten, takePiece } from '../../../src/core/text/text.ts'
import { component, textStyle } from '../api/codes.ts'
import { limits } from '../limits.ts'

/** Longer texts get an input of several lines. */
const lineLength = 300

/**
 * The input of one option under its label, filled with what was typed for it. A value that a list cannot show goes into
 * a text input, so that nothing typed is lost. Of more than 4,000 characters only the beginning is shown.
 */
export function fieldInput(field: FormField, given: string, choices: readonly Choice[]): APILabelComponent {
  const typed = given.trim() === '' ? '' : given.replace(/\r\n?/g, '\n').toWellFormed()
  const about = oneLine(hintOf(field.name, field.option.about))
  return {
    type: component.label,
    label: shorten(labelOf(field.name), limits.inputLabel),
    ...(about === '' ? {} : { description: shorten(about, limits.about) }),
    component: inputOf(field, typed, choices),
  }
}

function inputOf(field: FormField, typed: string, choices: readonly Choice[]): APIComponentInLabel {
  if (field.option.kind === 'file') return fileUpload(field)
  return listInput(field, typed, choices) ?? textInput(field, typed)
}

function listInput(field: FormField, typed: string, choices: readonly Choice[]) {
  const { kind, choices: words = [] } = field.option
  switch (kind) {
    case 'choice': {
      const offered = words.map((word) => ({ label: word, value: word }))
      return list(field, offered, typed, [choiceMeant(words, typed)])
    }
    case 'flag':
      return list(field, flagChoices, typed, [flagMeant(typed)])
    case 'group':
    case 'section':
      return list(field, choices, typed, [valueMeant(choices, typed)])
    case 'groups':
      return list(
        field,
        choices,
        typed,
        (namesMeant(typed) ?? []).map((name) => valueMeant(choices, name)),
      )
    case 'text':
    case 'integer':
    case 'entity':
    case 'entities':
    case 'person':
    case 'meeting':
    case 'record':
    case 'moment':
    case 'day':
    case 'period':
    case 'duration':
    case 'zone':
    case 'file':
      return undefined
  }
}

function fileUpload({ name, option }: FormField): APIFileUploadComponent {
  const least = option.required ? 1 : 0
  return {
    type: component.file,
    custom_id: name,
    min_values: least,
    max_values: 1,
    required: option.required,
  }
}

const flagChoices: readonly Choice[] = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
]

function valueMeant(choices: readonly Choice[], typed: string): string | undefined {
  const wanted = fold(typed)
  return choices.find(({ label, value }) => [label, value].some((one) => fold(one) === wanted))?.value
}

/** Undefined where Discord would reject the list, or the list lacks the typed value. */
function list(
  { name, option }: FormField,
  choices: readonly Choice[],
  typed: string,
  meant: readonly (string | undefined)[],
): APIStringSelectComponent | undefined {
  const different = new Set(choices.map(({ value }) => value))
  if (choices.length === 0 || choices.length > limits.choices || different.size < choices.length)
    return undefined
  if (!choices.every(fitsList) || (typed !== '' && meant.includes(undefined))) return undefined
  const options = choices.map(
    ({ label, value }): APISelectMenuOption => ({
      label: shorten(oneLine(label), limits.choice),
      value,
      ...(typed !== '' && meant.includes(value) ? { default: true } : {}),
    }),
  )
  return {
    type: component.select,
    custom_id: name,
    placeholder: 'Choose',
    // In an optional list nothing need be chosen, and a choice can be cleared again.
    min_values: option.required ? 1 : 0,
    max_values: option.kind === 'groups' ? options.length : 1,
    required: option.required,
    options,
  }
}

function fitsList({ label, value }: Choice): boolean {
  return label.trim() !== '' && value.trim() !== '' && value.length <= limits.choice
}

function textInput({ name, option }: FormField, typed: string): APITextInputComponent {
  const [value] = takePiece(typed, limits.input, limits.input)
  // Only for a text is the limit one of characters.
  const most = option.kind === 'text' ? Math.min(option.max ?? limits.input, limits.input) : limits.input
  const long = option.multiline === true || (option.kind === 'text' && most > lineLength)
  // A single-line input would drop line breaks.
  const several = long || value.includes('\n') || value.length > lineLength
  const example = exampleOf(option)
  return {
    type: component.textInput,
    custom_id: name,
    style: several ? textStyle.paragraph : textStyle.short,
    required: option.required,
    // A text already too long is refused by the core with a sentence, not cut here.
    max_length: Math.max(most, value.length),
    ...(value === '' ? {} : { value }),
    ...(example === undefined ? {} : { placeholder: example }),
  }
}

/** The placeholder of an empty input; undefined where its label and description say enough. */
export function exampleOf({ kind, prefix = '', min, max }: Option): string | undefined {
  if (kind === 'record') return `e.g. ${prefix}12`
  if (kind !== 'integer') return examples[kind]
  return min === undefined || max === undefined ? undefined : `${min} to ${max}`
}

const examples: Readonly<Partial<Record<Option['kind'], string>>> = {
  moment: 'e.g. tomorrow 15:00',
  day: 'e.g. 12 Dec',
  period: 'e.g. Q4 2026',
  duration: 'e.g. 90 or 1h30',
  zone: 'e.g. Europe/Vienna',
  meeting: 'M12 or part of its title',
  entity: 'An acronym or a name',
  entities: 'Acronyms or names, with commas between',
  person: 'A name or an e-mail address',
  group: 'An acronym or a name',
  groups: 'Acronyms or names, with commas between',
}
