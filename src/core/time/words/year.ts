import { type Day, partsOf } from '../day.ts'
import { isGlued, isSign, type Match, type Tokenized } from '../reading/written.ts'
import { meaningsOf } from './vocabulary.ts'

/** A year of four digits, or of two behind an apostrophe, with `of` or a comma before it and the word for a year behind. */
export function yearAt(
  { tokens, firstYear, lastYear }: Tokenized,
  at: number,
  sign = true,
): Match<number> | undefined {
  let next = at
  if (sign && isSign(tokens[next], ',')) next++
  if (meaningsOf(tokens[next]?.text ?? '').of) next++
  const token = tokens[next]
  if (isSign(token, "'", '’', '‘')) return shortYearAt(tokens, next)
  if (
    token?.kind !== 'number' ||
    token.text.length !== 4 ||
    token.value < firstYear ||
    token.value > lastYear
  )
    return undefined
  // `2026:` is not a year but a clock, and `1.5` not a first.
  if (
    isSign(tokens[next + 1], ':', '.') &&
    isGlued(tokens[next + 1]) &&
    isGlued(tokens[next + 2]) &&
    tokens[next + 2]?.kind === 'number'
  )
    return undefined
  const after = tokens[++next]
  if (meaningsOf(after?.text ?? '').yearWord)
    next += isSign(tokens[next + 1], '.') && after?.text === 'г' ? 2 : 1
  return { value: token.value, next }
}

/** `Sep ’25`. */
function shortYearAt(tokens: Tokenized['tokens'], at: number): Match<number> | undefined {
  const token = tokens[at + 1]
  if (token?.kind !== 'number' || token.text.length !== 2 || !isGlued(token)) return undefined
  return { value: ofTwoDigits(token.value), next: at + 2 }
}

/** The year that two digits name: `’26` is 2026, and `’99` 1999. */
export function ofTwoDigits(digits: number): number {
  return digits >= 70 ? 1900 + digits : 2000 + digits
}

/** No clock has these hours, so that behind a day they are a year. */
const fewestYears = 24

/** `26` of `1 Dec 26 10:00`, where what is typed is a date; in a text it may count anything. */
export function bareYearAt({ tokens, isTyped }: Tokenized, at: number): Match<number> | undefined {
  const [token, sign, then] = tokens.slice(at, at + 3)
  if (!isTyped || token?.kind !== 'number' || token.text.length !== 2 || token.value < fewestYears)
    return undefined
  const { half, clockWord } = meaningsOf(sign?.text ?? '')
  const goesOn = isSign(sign, ':', '.', '/', '-', '&') && then?.kind === 'number'
  if (half || clockWord || goesOn) return undefined
  return { value: ofTwoDigits(token.value), next: at + 1 }
}

/** `Dec 1, 26 10am` with its year in full; `Dec 25, 26 10am` may be two days that follow each other. */
export function yearInFull(typed: string, today: Day): string {
  const [thisYear] = partsOf(today)
  return typed.replace(
    /\b(\p{L}{3,9}\.? (\d{1,2})(?:st|nd|rd|th)?), ?(\d\d)(?=,? (?:at )?\d{1,2}(?::\d|h\b| ?[ap]\.?m\b))/u,
    (whole, day: string, date: string, two: string) => {
      const year = Number(two) - (thisYear % 100) + thisYear
      const isYear = (year === thisYear || year === thisYear + 1) && Number(two) !== Number(date) + 1
      return isYear ? `${day}, ${year}` : whole
    },
  )
}
