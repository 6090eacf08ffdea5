import { UserError } from '../../core/errors.ts'
import { shorten } from '../../core/text/text.ts'
import { addDays, addMonths, type Day, formatDay, startOfDay } from '../../core/time/day.ts'
import { readDay } from '../../core/time/typedDay.ts'
import { dayParts } from '../dayParts.ts'
import { readNthWorkday, readYearDay } from './fixedDays.ts'
import type { Repeat } from './repeat.ts'
import { countOf, reworded } from './reworded.ts'
import { codes, names, ordinals, plain, shownOrdinals, type Unit, units, weekday } from './rhythmWords.ts'
import { type Rule, ruleWithEnd, ruleWords, type SeriesEnd } from './rule.ts'

/**
 * What `quarterly`, `every other Tuesday`, `last Thursday of the month`, `every 3 months` or an RRULE says, for a
 * series that begins on a day. Raises `UserError` with what can be typed instead.
 */
export function readRepeat(text: string, start: Day, zone = 'UTC'): Repeat {
  const typed = text.normalize('NFKC').trim()
  if (/^(RRULE:)?FREQ=/i.test(typed)) {
    const { rule, end } = ruleWithEnd(typed, zone)
    return { rule, words: ruleWords(rule), others: [], ...(end ? { end } : {}) }
  }
  const { words: endless, end } = withoutEnd(typed.toLowerCase().replace(/\s+/g, ' '), start)
  const words = reworded(withoutBeginning(endless, start))
  const found =
    readWorkdays(words) ??
    readPlain(words, start) ??
    readWeekdays(words) ??
    readNth(words) ??
    readNthWorkday(words) ??
    readMonthDay(words) ??
    readYearDay(words)
  if (!found) {
    refuseSixth(words)
    throw new UserError(
      `I cannot read “${shorten(typed, 60)}” as a rhythm. Try “quarterly”, “every other Tuesday” or “last Thursday of the month”.`,
      { choices: ['quarterly', 'monthly', 'every other week'].map((value) => ({ label: value, value })) },
    )
  }
  return end ? { ...found, end } : found
}

/** Raises `UserError` for a weekday that no month has so often. */
function refuseSixth(words: string): void {
  const [, nth = '', day = ''] = /(\d{1,3})(?:st|nd|rd|th) (\w+?)s?\b/.exec(words) ?? []
  const at = weekday(day)
  if (at === undefined || Number(nth) <= 5) return
  throw new UserError(`A month has five ${names[at]}s at most. Try “last ${names[at]} of the month”.`)
}

/** `weekly from 8 January`, where that is the first day. Raises `UserError` where it is another. */
function withoutBeginning(words: string, start: Day): string {
  const [clause, from] = /,? (?:from|starting|beginning)(?: on)? ([^,;]{1,60})/.exec(words) ?? []
  if (clause === undefined || from === undefined) return words
  const day = readDay(from, { now: startOfDay(start, 'UTC'), zone: 'UTC' }, 'first')
  if (day === start) return words.replace(clause, '')
  throw new UserError(
    `The repetition begins on ${formatDay(day)}, and the first meeting is on ${formatDay(start)}. Give one day for both.`,
  )
}

/** `weekly, 6 times`, `6 times, weekly` and `weekly until 20 December` carry their own end. Raises `UserError`. */
function withoutEnd(words: string, start: Day): { readonly words: string; readonly end?: SeriesEnd } {
  const [last, until] = /,? (?:until|till|through) (.{1,60})$/.exec(words) ?? []
  if (last !== undefined && until !== undefined) {
    const day = readDay(until, { now: startOfDay(start, 'UTC'), zone: 'UTC' }, 'end')
    return { words: words.slice(0, words.length - last.length), end: { kind: 'until', day } }
  }
  const [span, count = '', unit = ''] =
    /,? for (?:the next )?(\d{1,3}|two|three|four|six) (week|month|year)s$/.exec(words) ?? []
  if (span !== undefined) {
    const number = countOf(count)
    const behind =
      unit === 'week' ? addDays(start, 7 * number) : addMonths(start, number * (unit === 'year' ? 12 : 1))
    return {
      words: words.slice(0, words.length - span.length),
      end: { kind: 'until', day: addDays(behind, -1) },
    }
  }
  const found = /\b(?:for )?(\d{1,6}) times\b/.exec(words)
  if (!found) return { words }
  const rest = words.replace(found[0], ' ').replaceAll(',', ' ').replace(/ {2,}/g, ' ').trim()
  return { words: rest, end: { kind: 'count', count: Number(found[1]) } }
}

function readPlain(words: string, start: Day): Repeat | undefined {
  const named = Object.hasOwn(plain, words) ? plain[words] : undefined
  const [, other, number, unit = ''] =
    /^every (?:(other|second) |(\d{1,2})(?:nd|rd|th)? )?([a-z-]+?)s?$/.exec(words) ?? []
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined
  const [base, step] = named ?? known ?? []
  if (base === undefined || step === undefined) return undefined
  const every = step * (named ? 1 : other ? 2 : Number(number ?? 1))
  if (every < 1) return undefined
  return { rule: everyUnit(base, every, start), words: everyInWords(base, every), others: [] }
}

/** A month's end stays a month's end: who begins on the 31st meets on the last day of shorter months. */
function everyUnit(unit: Unit, every: number, start: Day): Rule {
  const interval = every === 1 ? '' : `;INTERVAL=${every}`
  const { day } = dayParts(start)
  if (unit === 'day') return `FREQ=DAILY${interval}`
  if (unit === 'week') return `FREQ=WEEKLY${interval}`
  const months = unit === 'year' ? every * 12 : every
  const monthly = months === 1 ? 'FREQ=MONTHLY' : `FREQ=MONTHLY;INTERVAL=${months}`
  if (day <= 28) return monthly
  const days = Array.from({ length: day - 27 }, (_, at) => 28 + at)
  return `${monthly};BYMONTHDAY=${days.join(',')};BYSETPOS=-1`
}

function everyInWords(unit: Unit, every: number): string {
  if (unit === 'month' && every === 3) return 'every quarter'
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`
}

function readWorkdays(words: string): Repeat | undefined {
  return words === 'every weekday'
    ? { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', words: 'every weekday', others: [] }
    : undefined
}

/** `every Tuesday`, `every other Tuesday`, `Tuesdays and Thursdays`. */
function readWeekdays(words: string): Repeat | undefined {
  const [, other, list] = /^(?:every |each )?(other )?([a-z, ]+)$/.exec(words) ?? []
  if (list === undefined) return undefined
  const days = list.split(/,| and | /).filter((word) => word !== '')
  const numbers = days.map(weekday)
  if (numbers.length === 0 || numbers.includes(undefined)) return undefined
  const sorted = [...new Set(numbers.flatMap((number) => (number === undefined ? [] : [number])))].sort(
    (a, b) => a - b,
  )
  const rule = `FREQ=WEEKLY${other ? ';INTERVAL=2' : ''};BYDAY=${sorted.map((at) => codes[at]).join(',')}`
  return {
    rule,
    words: `every ${other ? 'other ' : ''}${sorted.map((at) => names[at]).join(' and ')}`,
    others: [],
  }
}

/** `2nd Tuesday`, `every second Tuesday of the month`, `last Thursday of the quarter`. */
function readNth(words: string): Repeat | undefined {
  const found =
    /^(?:(every|each|the) )?(\w+) (\w+?)s?(?: (?:of|in) (?:the|each|every) (month|quarter)| (?:monthly|each month))?$/.exec(
      words,
    )
  const nth = found?.[2] !== undefined && Object.hasOwn(ordinals, found[2]) ? ordinals[found[2]] : undefined
  const day = weekday(found?.[3] ?? '')
  if (!found || nth === undefined || day === undefined) return undefined
  const quarter = found[4] === 'quarter'
  const text = `every ${shownOrdinals[nth]} ${names[day]} of the ${quarter ? 'quarter' : 'month'}`
  const rule = quarter
    ? `FREQ=YEARLY;BYMONTH=${nth === -1 ? '3,6,9,12' : '1,4,7,10'};BYDAY=${nth}${codes[day]}`
    : `FREQ=MONTHLY;BYDAY=${nth}${codes[day]}`
  // Said with “every” alone, the second Tuesday may be every other one.
  const both = nth === 2 && found[1] === 'every' && !/month|quarter/.test(words)
  return { rule, words: text, others: both ? [`every other ${names[day]}`] : [] }
}

/** `the 15th of each month`, `last day of the month`. */
function readMonthDay(words: string): Repeat | undefined {
  const found =
    /^(?:every |on )?(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)|(last) day)(?: (?:of|in) (?:the|each|every) (month|quarter))?$/.exec(
      words,
    )
  if (!found || (found[3] === 'quarter' && found[2] === undefined)) return undefined
  if (found[3] === 'quarter')
    return {
      rule: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
      words: 'on the last day of each quarter',
      others: [],
    }
  const number = found[2] ? -1 : Number(found[1])
  if (number === 0 || number > 31) return undefined
  if (number === -1)
    return { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', words: 'on the last day of each month', others: [] }
  if (number <= 28)
    return { rule: `FREQ=MONTHLY;BYMONTHDAY=${number}`, words: `on day ${number} of each month`, others: [] }
  const days = Array.from({ length: number - 27 }, (_, at) => 28 + at)
  return {
    rule: `FREQ=MONTHLY;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`,
    words: `on day ${number} of each month, or its last`,
    others: [],
  }
}
