import { addMonths, type Day, dayFrom, lastOfMonth, monthNames, partsOf } from '../../day.ts'
import { meaningsOf } from '../../words/vocabulary.ts'

const months = String.raw`\p{L}{3,12}\.?`
const span = String.raw`(?<span>(?:(?:this|next|last) )?(?:month|year)|${months}(?:,? \d{4})?|\d{4})`

/** `early March`, `mid-2027`, `the middle of next month`. */
const third = new RegExp(
  `^(?:the )?(?:(?<part>early|mid|late)(?: ?- ?| )(?:in )?|(?<middle>middle) of )(?:the )?${span}$`,
  'iu',
)

/** `the first two weeks of January`, `the second week of March`, `last ten days of May 2027`. */
const counted = new RegExp(
  String.raw`^(?:the )?(?<which>first|second|third|fourth|last|final|1st|2nd|3rd|4th)(?: (?<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen))? (?<unit>days?|weeks?) (?:of|in) (?:the )?${span}$`,
  'iu',
)

const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, fourteen: 14, fifteen: 15 } // biome-ignore format: a table
const places: Readonly<Record<string, number>> = { first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4 } // biome-ignore format: a table

/** A month, with its year where it is named, or a whole year. */
interface Named {
  readonly year: number | undefined
  readonly month: number | undefined
}

/** A part of a month or a year as days or months that say the same, `1-10 March`. */
interface PartOfSpan {
  readonly text: string
  /** Where it begins or ends is for whoever reads it to say: `early March`. */
  readonly isVague: boolean
  /** What a vague one may mean as well. */
  readonly others: readonly string[]
}

/** A text as the part of a month or a year that it names; undefined where it names none. */
export function partOfSpan(text: string, today: Day): PartOfSpan | undefined {
  if (text.length > 60) return undefined
  const counted = countedOf(text, today)
  return counted === undefined ? thirdOf(text, today) : { text: counted, isVague: false, others: [] }
}

function thirdOf(text: string, today: Day): PartOfSpan | undefined {
  const { part, middle, span = '' } = third.exec(text)?.groups ?? {}
  const named = (part ?? middle) ? namedIn(span, today) : undefined
  if (!named) return undefined
  const at = { ear: 0, mid: 1, lat: 2 }[(part ?? 'mid').toLowerCase().slice(0, 3)] ?? 0
  const { year, month } = named
  const isVague = true
  if (month === undefined) {
    const others = [
      `${monthNames[[0, 5, 9][at] ?? 0]}-${monthNames[[2, 6, 11][at] ?? 0]} ${year}`,
      String(year),
    ]
    return { text: `${monthNames[4 * at]}-${monthNames[4 * at + 3]} ${year}`, isVague, others }
  }
  const half = [daysOf(named, 1, 15), daysOf(named, 8, 23), daysOf(named, 16, 31)][at] ?? ''
  const week = [daysOf(named, 1, 7), daysOf(named, 12, 18), daysOf(named, 25, 31)][at] ?? ''
  return { text: daysOf(named, 10 * at + 1, at === 2 ? 31 : 10 * at + 10), isVague, others: [week, half] }
}

function countedOf(text: string, today: Day): string | undefined {
  const { which = '', count, unit = '', span = '' } = counted.exec(text)?.groups ?? {}
  const named = namedIn(span, today)
  if (named?.month === undefined) return undefined
  const number = count === undefined ? 1 : (counts[count.toLowerCase()] ?? Number(count))
  const days = number * (/^week/i.test(unit) ? 7 : 1)
  const place = places[which.toLowerCase()]
  // Of what is not the first there is one alone: `the second week`.
  if (days < 2 || days > 28 || (place !== undefined && place > 1 && number > 1)) return undefined
  const last = lastDayOf(named)
  if (place === undefined) return daysOf(named, last - days + 1, last)
  return daysOf(named, days * (place - 1) + 1, Math.min(days * place, last))
}

function daysOf(named: Named, first: number, last: number): string {
  const month = monthNames[(named.month ?? 1) - 1]
  return `${first}-${Math.min(last, lastDayOf(named))} ${month}${named.year === undefined ? '' : ` ${named.year}`}`
}

/** Of a February without its year the 28th, which each has. */
function lastDayOf({ year = 2023, month = 1 }: Named): number {
  return partsOf(lastOfMonth(year, month))[2]
}

function namedIn(typed: string, today: Day): Named | undefined {
  const text = typed.toLowerCase()
  if (/^\d{4}$/.test(text))
    return inRange(Number(text)) ? { year: Number(text), month: undefined } : undefined
  const [, which = 'this', unit] = /^(?:(this|next|last) )?(month|year)$/.exec(text) ?? []
  const step = { this: 0, next: 1, last: -1 }[which] ?? 0
  if (unit === 'year') return { year: partsOf(today)[0] + step, month: undefined }
  if (unit === 'month') {
    const [year, month] = partsOf(addMonths(dayFrom(partsOf(today)[0], partsOf(today)[1], 1) ?? today, step))
    return { year, month }
  }
  const [, name = '', year] = /^(\p{L}+)\.?(?:,? (\d{4}))?$/u.exec(text) ?? []
  const { month } = meaningsOf(name)
  if (month === undefined || (year !== undefined && !inRange(Number(year)))) return undefined
  return { year: year === undefined ? undefined : Number(year), month }
}

function inRange(year: number): boolean {
  return year >= 1900 && year <= 2199
}
