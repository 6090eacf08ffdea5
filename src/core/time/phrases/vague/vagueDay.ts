import { UserError } from '../../../errors.ts'
import { shorten } from '../../../text/text.ts'
import { addDays, type Day, formatDay, lastOfMonth, partsOf, weekdayOf } from '../../day.ts'
import { candidatesOf, firstFrom } from '../../reading/candidates.ts'
import { wholeDate } from '../../wholeDate.ts'
import { weekdayNames } from '../../words/weekdayNames.ts'
import { partOfSpan } from './partOfSpan.ts'

/** `mid-December`, `early next week`, `the middle of the month`: part of a span, where a single day is needed. */
const vague =
  /(?<![\p{L}\p{Nd}])(?:(?:in|on|by|around|about) )?(?:the )?(?<part>mid|middle of|early|late)(?: ?- ?| )(?:in )?(?:the )?(?<span>(?:(?:this|next) )?(?:month|week)|\p{L}{3,9}(?: \d{4})?)(?![\p{L}\p{Nd}])/iu

/** What is left of a text without `mid-December`; undefined where it has nothing of the kind. */
export function withoutVagueDay(text: string, today: Day): string | undefined {
  const found = vagueIn(text, today)
  return found && `${text.slice(0, found.at)}${text.slice(found.at + found.words.length)}`.trim()
}

/**
 * Asks for the day of `mid-December 10:00`, with working days to choose from, each in the words beside it, where `fits`
 * says that it can be read there. Raises `UserError`.
 */
export function refuseVagueDay(typed: string, today: Day, fits: (text: string) => boolean): void {
  const found = vagueIn(typed, today) ?? partIn(typed, today)
  if (!found) return
  const { words, at, days } = found
  const offered = days.map((day) => ({
    label: `${weekdayNames[weekdayOf(day) - 1]?.slice(0, 3)} ${formatDay(day)}`,
    value: `${typed.slice(0, at)}${formatDay(day)}${typed.slice(at + words.length)}`,
  }))
  const choices = offered.filter(({ value }) => fits(value)).slice(0, most)
  if (choices.length === 0) return
  throw new UserError(`“${shorten(words.trim())}” may be any of several days. Which one?`, { choices })
}

interface VagueDay {
  /** As they stand in the text, from `at` on. */
  readonly words: string
  readonly at: number
  /** Working days of that part, in order; those ahead where there are any. */
  readonly days: readonly Day[]
}

function vagueIn(text: string, today: Day): VagueDay | undefined {
  const found = vague.exec(text)
  const { part = '', span = '' } = found?.groups ?? {}
  if (!found) return undefined
  const named = /^(?:month|week)$/i.test(span) ? `this ${span}` : span
  const written = wholeDate(named, today)
  const whole = written && firstFrom(candidatesOf(written, today), today)
  // `late lunch` and `early Monday` name no month and no week.
  if (!whole || whole.from === whole.to) return undefined
  const days = partOf(part.toLowerCase().slice(0, 3), whole.from, whole.to)
  const working = days.filter((day) => weekdayOf(day) < 6)
  const ahead = working.filter((day) => day >= today)
  return { words: found[0], at: found.index, days: ahead.length > 0 ? ahead : working }
}

/** `first two weeks of January`, `mid 2027`: of what is longer than two months the first working day of each month. */
function partIn(text: string, today: Day): VagueDay | undefined {
  const words = text.trim().replace(/^(?:in|by) /i, '')
  const part = partOfSpan(words, today)
  const written = part && wholeDate(part.text, today)
  const spans = written ? candidatesOf(written, today) : []
  const whole = firstFrom(spans, today) ?? spans.at(-1)
  if (!whole || whole.from === whole.to) return undefined
  const length = Math.min(366, (Date.parse(whole.to) - Date.parse(whole.from)) / 86_400_000 + 1)
  const working = Array.from({ length }, (_, at) => addDays(whole.from, at)).filter(
    (day) => weekdayOf(day) < 6,
  )
  const days =
    length > 62 ? working.filter((day, at) => day.slice(0, 7) !== working[at - 1]?.slice(0, 7)) : working
  return { words: text.trim(), at: text.indexOf(text.trim()), days }
}

/** A row of buttons. */
const most = 5

/** The days that an early, middle or late part of a week or a month may mean. */
function partOf(part: string, from: Day, to: Day): readonly Day[] {
  const [year, month] = partsOf(from)
  const isMonth = to === lastOfMonth(year, month)
  const [first, length] = {
    ear: [from, isMonth ? 7 : 2] as const,
    mid: [addDays(from, isMonth ? 12 : 1), isMonth ? 7 : 3] as const,
    lat: [isMonth ? addDays(to, -6) : addDays(from, 3), isMonth ? 7 : 2] as const,
  }[part] ?? [from, 0]
  return Array.from({ length }, (_, at) => addDays(first, at))
}
