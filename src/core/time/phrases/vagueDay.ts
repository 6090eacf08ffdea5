import { UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'
import { addDays, type Day, formatDay, lastOfMonth, partsOf, weekdayOf } from '../day.ts'
import { candidatesOf, firstFrom } from '../reading/candidates.ts'
import { wholeDate } from '../wholeDate.ts'
import { weekdayNames } from '../words/weekdayNames.ts'

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
  const found = vagueIn(typed, today)
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
