import {
  addDays,
  addMonths,
  type Day,
  dayFrom,
  dayOf,
  partsOf,
  type TimeReference,
  weekdayOf,
} from '../../core/time/day.ts'
import { type Period, readPeriod } from '../../core/time/period.ts'
import { weekdayNames } from '../../core/time/words/weekdayNames.ts'
import { printDate } from './printDate.ts'

/** Days that words of a text name for whoever reads them today, and for nobody once they are printed. */
export interface RelativeDays extends Period {
  /** As they stand in the text: `last week`, `on the 12th`. */
  readonly words: string
  readonly start: number
}

const weekday =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?![\\p{L}]))'
const count = '(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|ten)'
const patterns: readonly RegExp[] = [
  /\b(?:the day before yesterday|yesterday|today|tomorrow|(?:this|last|next) (?:week|month))\b/i,
  new RegExp(`\\b(?:last|this|next|on) ${weekday}\\b`, 'iu'),
  new RegExp(`\\b${count} (?:days?|weeks?) ago\\b`, 'i'),
  /\b(?:(?:on |from )?the |on )\d{1,2}(?:st|nd|rd|th)(?: ?(?:to|and|until|-|–) ?(?:the )?\d{1,2}(?:st|nd|rd|th))?(?= ?[.,;)]| ?$| in \p{Lu})/iu,
]

/** The first words of a text that name days in such a way; undefined where there are none. */
export function relativeDaysIn(text: string, here: TimeReference): RelativeDays | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    const days = found ? daysOf(found[0], tellsAhead(text), here) : undefined
    if (found && days) return { ...days, words: found[0], start: found.index }
  }
  return undefined
}

/** The text with its days as they are printed: in brackets at the end where the words stood there, else unchanged. */
export function datedText(text: string, { words, start, from, to }: RelativeDays): string | undefined {
  const printed = printDate(from, to, 'day')
  const [before, after] = [text.slice(0, start), text.slice(start + words.length)]
  if (before.endsWith('(') && after.startsWith(')')) return `${before}${printed}${after}`
  return /^\s?\.?\s?$/.test(after) ? `${before.trimEnd().replace(/,$/, '')} (${printed})` : undefined
}

function tellsAhead(text: string): boolean {
  return /\b(?:will|upcoming|to be held|is planned|are planned)\b/i.test(text)
}

function daysOf(words: string, ahead: boolean, here: TimeReference): Period | undefined {
  const today = dayOf(here.now, here.zone)
  const numbers = [...words.matchAll(/\d{1,2}(?=st|nd|rd|th)/gi)].map(([number]) => Number(number))
  const [first, last = first] = numbers
  if (first !== undefined && last !== undefined) return daysOfMonth(first, last, ahead, today)
  const whole = words.replace(
    /(?<= )\p{L}+$/u,
    (day) => weekdayNames.find((name) => name.toLowerCase().startsWith(day.toLowerCase())) ?? day,
  )
  const named = weekdayNames.findIndex((name) => new RegExp(`^(?:this|on) ${name}$`, 'i').test(whole)) + 1
  if (named > 0) {
    const back = (weekdayOf(today) - named + 7) % 7
    const day = addDays(today, ahead ? (7 - back) % 7 : -back)
    return { from: day, to: day }
  }
  try {
    return readPeriod(whole, here)
  } catch {
    return undefined
  }
}

/** The latest such days that are not ahead, or the next ones. */
function daysOfMonth(first: number, last: number, ahead: boolean, today: Day): Period | undefined {
  const months = ahead ? [0, 1, 2] : [0, -1, -2]
  for (const more of months) {
    const [year, month] = partsOf(addMonths(`${today.slice(0, 7)}-01`, more))
    const [from, to] = [dayFrom(year, month, first), dayFrom(year, month, last)]
    if (from && to && to >= from && (ahead ? from >= today : from <= today)) return { from, to }
  }
  return undefined
}
