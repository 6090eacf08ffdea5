import type { ViewsOpenArguments } from '@slack/web-api'
import { isSuggested, listOf } from '../../../src/chat/forms/lookups.ts'
import { choiceMeant, fitsNumber, flagMeant, namesMeant } from '../../../src/chat/forms/prefill.ts'
import type { Option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { isDay } from '../../../src/core/time/day.ts'

export type ModalView = Extract<ViewsOpenArguments['view'], { type: 'modal' }>
export type ModalBlock = ModalView['blocks'][number]
export type InputBlock = Extract<ModalBlock, { type: 'input' }>
export type Element = InputBlock['element']

/** Slack's limits: characters of a choice's label or value, and choices in one list. */
const choiceLimit = 75
const listLimit = 100

/** How many letters must be typed before a list is searched; short lists are offered whole. */
const lettersFirst = {
  entity: 1,
  entities: 1,
  person: 1,
  zone: 1,
  group: 0,
  groups: 0,
  meeting: 0,
  section: 0,
  record: 0,
} as const

/** The input for the option's kind; undefined where it is a plain text, or cannot show what was typed. */
export function picker(option: Option, typed: string): Element | undefined {
  switch (option.kind) {
    case 'integer':
      return numberInput(option, typed)
    case 'choice':
      return choiceSelect(
        (option.choices ?? []).map((choice) => [choice, choice]),
        typed,
        choiceMeant(option.choices ?? [], typed),
      )
    case 'flag':
      return choiceSelect(
        [
          ['Yes', 'yes'],
          ['No', 'no'],
        ],
        typed,
        flagMeant(typed),
      )
    case 'file':
      return { type: 'file_input', action_id: 'file', max_files: 1, filetypes: [...(option.endings ?? [])] }
    case 'day':
      return typed === '' || isDay(typed) ? datepicker(typed) : undefined
    case 'entities':
    case 'groups':
      return multiSelect(option, lettersFirst[option.kind], typed)
    case 'record':
      if (!isSuggested(option)) return undefined
      return option.several
        ? multiSelect(option, lettersFirst.record, typed)
        : oneSelect(option, lettersFirst.record, typed)
    case 'entity':
    case 'person':
    case 'zone':
    case 'group':
    case 'meeting':
    case 'section':
      return oneSelect(option, lettersFirst[option.kind], typed)
    case 'text':
    case 'moment':
    case 'period':
    case 'duration':
      return undefined
  }
}

function numberInput(option: Option, typed: string): Element | undefined {
  const { min, max } = option
  if (!fitsNumber(option, typed)) return undefined
  return {
    type: 'number_input',
    action_id: 'number',
    is_decimal_allowed: false,
    ...(min === undefined ? {} : { min_value: String(min) }),
    ...(max === undefined ? {} : { max_value: String(max) }),
    ...(typed === '' ? {} : { initial_value: typed }),
  }
}

function choiceSelect(
  choices: readonly (readonly [words: string, value: string])[],
  typed: string,
  meant: string | undefined,
): Element | undefined {
  const fit = choices.every(([words]) => words !== '' && words.length <= choiceLimit)
  if (!fit || choices.length === 0 || choices.length > listLimit) return undefined
  const options = choices.map(([words, value]) => choiceOf(words, value))
  const initial = options.find((option) => option.value === meant)
  if (typed !== '' && !initial) return undefined
  return {
    type: 'static_select',
    action_id: 'choice',
    options,
    ...(initial ? { initial_option: initial } : {}),
  }
}

function oneSelect(option: Option, letters: number, typed: string): Element | undefined {
  if (!fitsChoice(typed)) return undefined
  return {
    type: 'external_select',
    action_id: listOf(option) ?? '',
    min_query_length: letters,
    ...(typed === '' ? {} : { initial_option: choiceOf(typed) }),
  }
}

function multiSelect(option: Option, letters: number, typed: string): Element | undefined {
  const names = namesMeant(typed)
  if (!names?.every(fitsChoice) || names.length > listLimit) return undefined
  return {
    type: 'multi_external_select',
    action_id: listOf(option) ?? '',
    min_query_length: letters,
    ...(names.length === 0 ? {} : { initial_options: names.map((name) => choiceOf(name)) }),
  }
}

export function datepicker(day: string): Element {
  return { type: 'datepicker', action_id: 'day', ...(day === '' ? {} : { initial_date: day }) }
}

function fitsChoice(text: string): boolean {
  return text.length <= choiceLimit && !/[\r\n]/.test(text)
}

function choiceOf(words: string, value = words) {
  return { text: plainText(words, choiceLimit), value }
}

/** Plain text, which Slack shows in a modal exactly as written. */
export function plainText(text: string, limit: number) {
  return { type: 'plain_text' as const, text: shorten(text, limit), emoji: false }
}
