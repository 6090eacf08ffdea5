import { array, type Json, object, text } from '../../../src/core/json.ts'
import { optionKind } from '../api/codes.ts'
import { limits } from '../limits.ts'
import { describedProblems, duplicates, lengthFits, localized, tooMany } from './validateWords.ts'

const highestKind = 11
const numberKind = 10

/** What Discord would refuse in an option that takes a value. */
export function leafProblems(where: string, option: Json): readonly string[] {
  const { type } = option
  const known = typeof type === 'number' && Number.isInteger(type) && type >= 3 && type <= highestKind
  const listed = array(option['choices']).length > 0
  const typed = type === optionKind.text || type === optionKind.integer || type === numberKind
  const completed = option['autocomplete'] === true
  return [
    ...describedProblems(where, option),
    ...(known ? [] : [`${where} is of no known kind.`]),
    ...(array(option['options']).length > 0 ? [`${where} takes a value, so it can hold no options.`] : []),
    ...(listed && completed ? [`${where} has choices and autocomplete; only one of them is taken.`] : []),
    ...((listed || completed) && !typed ? [`${where} is of a kind without choices.`] : []),
    ...choiceProblems(where, option),
    ...boundProblems(where, option),
  ]
}

function choiceProblems(where: string, option: Json): readonly string[] {
  const choices = array(option['choices']).map(object)
  const names = choices.map(({ name }) => `${name}`)
  const values = choices.map(({ value }) => `${value}`)
  return [
    ...tooMany(`choices of ${where}`, choices.length, limits.choices),
    ...[...duplicates(names), ...duplicates(values)].map((one) => `${where} has the choice ${one} twice.`),
    ...choices.flatMap((choice) => [
      ...localized(choice, 'name').flatMap((name) =>
        lengthFits(name, limits.choice)
          ? []
          : [
              `${where} has a choice with a name of ${name.length} characters; it must have 1 to ${limits.choice}.`,
            ],
      ),
      ...(valueFits(option, choice['value'])
        ? []
        : [`${where} has a choice (${text(choice['name'])}) whose value does not fit.`]),
    ]),
  ]
}

function valueFits({ type }: Json, value: unknown): boolean {
  if (type === optionKind.text) return typeof value === 'string' && lengthFits(value, limits.choice)
  return typeof value === 'number' && (type === numberKind || Number.isSafeInteger(value))
}

function boundProblems(where: string, option: Json): readonly string[] {
  const kinds = [
    { least: 'min_value', most: 'max_value', low: -(2 ** 53), high: 2 ** 53 },
    { least: 'min_length', most: 'max_length', low: 0, high: limits.optionText },
  ]
  return kinds.flatMap(({ least, most, low, high }) => {
    const min = bound(option[least], low)
    const max = bound(option[most], high)
    const given = [least, most].some((name) => option[name] !== undefined && option[name] !== null)
    const fits = least === 'min_length' ? option['type'] === optionKind.text : isNumber(option)
    const zero = most === 'max_length' && max === 0
    return [
      ...(given && !fits ? [`${where} has ${least} or ${most}, which its kind does not take.`] : []),
      ...(min > max ? [`${where} has a ${least} above its ${most}.`] : []),
      ...(min < low || max > high || zero ? [`${where} has a ${least} or ${most} out of bounds.`] : []),
    ]
  })
}

function isNumber({ type }: Json): boolean {
  return type === optionKind.integer || type === numberKind
}

function bound(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent
}
