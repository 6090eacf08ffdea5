import { UserError } from '../../errors.ts'
import { addDays, addMonths, type Day } from '../day.ts'
import { candidatesOf, firstFrom } from '../reading/candidates.ts'
import { plainDigits } from '../reading/token.ts'
import { wholeDate } from '../wholeDate.ts'

const small: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 },
}

const length = '(\\d{1,3}|an?|one|two|three|four|five|six) (day|week|month)s?'
const lengths = [
  new RegExp(`^(?:for )?(?<length>${length})$`, 'i'),
  new RegExp(`^(?:for )?(?<length>${length}) (?:from|starting|beginning)(?: on)? (?<start>.+)$`, 'i'),
  new RegExp(`^(?:from )?(?<start>.+?),? for (?<length>${length})$`, 'i'),
]

/** `2 weeks` and `for 10 days` from today, or from the day that is said: `10 days from Monday`. */
export function lasting(typed: string, today: Day): { readonly from: Day; readonly to: Day } | undefined {
  const { groups } = lengths.map((one) => one.exec(typed)).find((one) => one !== null) ?? {}
  const [, count = '', unit = ''] = new RegExp(`^${length}$`, 'i').exec(groups?.['length'] ?? '') ?? []
  const size = small[count.toLowerCase()] ?? Number(count)
  if (!size) return undefined
  const start = groups?.['start']
  const written = start === undefined ? undefined : wholeDate(start, today)
  const from = start === undefined ? today : written && firstFrom(candidatesOf(written, today), today)?.from
  return from === undefined ? undefined : { from, to: addDays(moved(from, size, unit.toLowerCase()), -1) }
}

export function moved(day: Day, by: number, unit: string): Day {
  return unit === 'month' ? addMonths(day, by) : addDays(day, unit === 'week' ? by * 7 : by)
}

/** The text, unless it is a number alone of what lies ahead: how long, or a day of the month? Raises `UserError`. */
export function unlessBare(text: string, { ahead = false }: { readonly ahead?: boolean }): string {
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
