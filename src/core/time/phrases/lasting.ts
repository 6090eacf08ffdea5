import { UserError } from '../../errors.ts'
import { fold } from '../../text/nearest.ts'
import { addDays, addMonths, type Day } from '../day.ts'
import { candidatesOf, firstFrom } from '../reading/candidates.ts'
import { plainDigits } from '../reading/token.ts'
import { wholeDate } from '../wholeDate.ts'
import { meaningsOf } from '../words/vocabulary.ts'

const forms = [
  /^(?:(?:for|pendant|durante|por|für|на|لمدة) )?(?<length>.+)$/iu,
  /^(?:for )?(?<length>.+?) (?:from|starting|beginning)(?: on)? (?<start>.+)$/i,
  /^(?:from )?(?<start>.+?),? for (?<length>.+)$/i,
]

/** `2 weeks`, `3 semanas` and `for 10 days` from today, or from the day that is said: `10 days from Monday`. */
export function lasting(typed: string, today: Day): { readonly from: Day; readonly to: Day } | undefined {
  for (const form of forms) {
    const { length = '', start } = form.exec(typed)?.groups ?? {}
    const read = lengthOf(length)
    if (!read) continue
    const written = start === undefined ? undefined : wholeDate(start, today)
    const from = start === undefined ? today : written && firstFrom(candidatesOf(written, today), today)?.from
    return from === undefined ? undefined : { from, to: addDays(moved(from, read.by, read.unit), -1) }
  }
  return undefined
}

const units: readonly string[] = ['day', 'week', 'month']

/** `3 semanas`, `a month`, `2周` in every language of the reader; `أسبوعين` says two by itself. */
function lengthOf(text: string): { readonly by: number; readonly unit: string } | undefined {
  const words = plainDigits(fold(text.trim()))
    .replace(/(\d)(?=\p{L})/gu, '$1 ')
    .split(/\s+/)
  const [unit, each] = meaningsOf(words.at(-1) ?? '').unit ?? []
  // `3月` is March.
  if (unit === undefined || each === undefined || !units.includes(unit) || words.at(-1) === '月')
    return undefined
  if (words.length === 1) return each > 1 ? { by: each, unit } : undefined
  const [count = '', ...others] = words
  const size = /^\d{1,3}$/.test(count) ? Number(count) : meaningsOf(count).count
  return others.length === 1 && size && Number.isInteger(size) ? { by: size * each, unit } : undefined
}

export function moved(day: Day, by: number, unit: string): Day {
  return unit === 'month' ? addMonths(day, by) : addDays(day, unit === 'week' ? by * 7 : by)
}

/** The text, unless it is a number alone of what lies ahead: how long, or a day of the month? Raises `UserError`. */
export function unlessBare(
  text: string,
  { ahead = false }: { readonly ahead?: boolean | 'usually' },
): string {
  const [typed] = /^\d{1,3}$/.exec(plainDigits(text.trim())) ?? []
  const number = Number(typed)
  if (!ahead || !number) return text
  const meanings = [
    number === 1 ? '1 day' : `${number} days`,
    ...(number > 31 ? [] : [`the ${ordinal(number)}`]),
  ]
  throw new UserError(`“${number}” may be ${meanings.join(' or ')}. Which one?`, {
    choices: meanings.map((value) => ({ label: value, value })),
  })
}

function ordinal(day: number): string {
  const ending = day > 3 && day < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
