import { UserError } from '../../../../src/core/errors.ts'
import { monthNames } from '../../../../src/core/time/day.ts'

/** `30/10`, `30.10`: no year, no clock, and no end of a span. */
const pair = /(?<![\d/.:–-])(\d{1,2}) ?([/.]) ?(\d{1,2})(?![\d/:–-]|\.\d)\.?/g

/** `30-10` alone; `5-11` may be days from one to the other. */
const dashed = /^(1[3-9]|2\d|3[01])-(\d|0\d|1[0-2])$/

/**
 * Days that a date gives in numbers without a year, with their months in words: `30/10` as `30 Oct`. Raises `UserError`
 * with both as choices where days and months may be either way round, and not just one of the two fits.
 */
export function numbersInWords(typed: string, fits: (text: string) => boolean): string {
  const text = typed.replace(dashed, '$1/$2')
  // `30 Nov 9.30` has a time in it.
  const found = [...text.matchAll(pair)].filter(([, , sign]) => sign === '/' || !/\p{L}{3}/u.test(text))
  if (found.length === 0) return text
  const texts = [...new Set(readings.flatMap((order) => rewritten(text, found, order) ?? []))]
  const fitting = texts.filter(fits)
  const [only] = fitting.length === 1 ? fitting : texts
  if (texts.length < 2 || fitting.length === 1) return only ?? text
  throw new UserError(`“${typed}” may be ${texts.join(' or ')}. Which one?`, {
    option: 'date',
    choices: texts.map((value) => ({ label: value, value })),
  })
}

const readings = ['day first', 'month first'] as const

type Order = (typeof readings)[number]

function dayOf([, first, sign, second]: RegExpMatchArray, order: Order): string | undefined {
  // With a full stop between them, the day always comes first.
  if (sign === '.' && order === 'month first') return undefined
  const [day, month] = (order === 'day first' ? [first, second] : [second, first]).map(Number)
  const name = monthNames[(month ?? 0) - 1]?.slice(0, 3)
  return name === undefined || !day || day > 31 ? undefined : `${day} ${name}`
}

function rewritten(text: string, found: readonly RegExpMatchArray[], order: Order): string | undefined {
  const days = found.map((one) => dayOf(one, order))
  if (days.includes(undefined)) return undefined
  return found.reduceRight((plain, one, at) => {
    const end = one.index === undefined ? 0 : one.index + one[0].length
    return `${plain.slice(0, one.index)}${days[at]}${plain.slice(end)}`
  }, text)
}
