import type { Option } from '../../option.ts'
import { areNumbers } from '../../text/numbers.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { readDuration } from '../../time/duration.ts'
import { isPeriodForm } from '../../time/period.ts'
import { choiceNamed } from '../choice/choices.ts'
import { closedAt, opensQuote } from '../quotes.ts'

/** `certain` has the form of its option; `likely` may as well be words of a sentence. */
export type Fit = 'certain' | 'likely'

/** A longer value of a short text is rather a sentence. */
const longestWeak = 5

/** How sure it is that words are a value of an option; undefined for what is none. */
export function fitOf(option: Option, value: string): Fit | undefined {
  if (value === '') return undefined
  if (opensQuote(value, 0) && closedAt(value, 0, (after) => after === value.length) !== undefined)
    return 'certain'
  switch (option.kind) {
    case 'entity':
    case 'entities':
    case 'group':
    case 'groups':
      return nameFit(option, value)
    case 'moment':
    case 'day':
      return isMomentForm(value) ? 'certain' : undefined
    case 'period':
      return isPeriodForm(value) ? 'certain' : undefined
    case 'duration':
      return /^\p{Nd}{1,3}$/u.test(value) || isDuration(value) ? 'certain' : undefined
    case 'integer':
      return /^\p{Nd}[\p{Nd},]{0,12}$/u.test(value) ? 'certain' : undefined
    case 'meeting':
    case 'record':
      return areNumbers(value) ? 'certain' : undefined
    case 'choice':
      return choiceNamed(value, option).length === 1 ? 'certain' : undefined
    case 'text':
      return textFit(option, value)
    case 'person':
      return /^\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u.test(value) ? 'likely' : undefined
    case 'section':
      return /^[\p{L}-]+(?: [\p{L}-]+){0,2}$/u.test(value) ? 'likely' : undefined
    case 'zone':
      return /^\p{Lu}[\p{L}/_-]+(?: \p{Lu}\p{L}+)?$/u.test(value) ? 'likely' : undefined
    case 'flag':
    case 'file':
      return undefined
  }
}

/** Acronyms, behind those of a group also the time that is still wanted: `wg ETCIP Friday 10:00`. */
function nameFit({ kind }: Option, value: string): Fit | undefined {
  const isOne = kind === 'entity' || kind === 'group'
  const names = isOne ? [value] : value.split(/,? and |[,;/&] ?| /)
  if (names.every((one) => /^\p{Lu}[\p{L}\p{Nd}&.-]{1,30}$/u.test(one) && /\p{Lu}.*\p{Lu}/u.test(one)))
    return 'certain'
  const [head = '', ...more] = value.split(' ')
  if (kind === 'groups' && /^\p{Lu}{2}/u.test(head) && isMomentForm(more.join(' '))) return 'certain'
  return /^[\p{L}\p{Nd}-]{2,12}$/u.test(value) ||
    /^\p{Lu}[\p{L}-]+(?: (?:of|the|on|for|and|\p{Lu}[\p{L}-]*)){1,8}$/u.test(value)
    ? 'likely'
    : undefined
}

/** Moments in a list, the address of a page, and an amount or a day where few characters fit. */
function textFit({ multiline, max = 0 }: Option, value: string): Fit | undefined {
  if (multiline) return value.split(/[,;] /).every((one) => isMomentForm(one)) ? 'certain' : undefined
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(value)) return 'certain'
  if (max <= 60 && (/^\P{L}{0,2}(?:\p{Lu}{3} )?\p{Nd}/u.test(value) || isMomentForm(value))) return 'certain'
  if (max <= 100 && /^(?:\p{Lu}{2,12}|me)$/u.test(value)) return 'certain'
  return max > 60 && value.split(' ').length <= longestWeak && !/[.!?]$/.test(value) ? 'likely' : undefined
}

function isDuration(value: string): boolean {
  try {
    return /\p{L}/u.test(value) && readDuration(value) > 0
  } catch {
    return false
  }
}
