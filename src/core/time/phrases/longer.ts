import { addDays, addMonths, type Day, type DayOffset, type TimeReference } from '../day.ts'
import { amountAt } from '../reading/amountAt.ts'
import { tidy } from '../reading/tidy.ts'
import { tokenize } from '../reading/token.ts'
import { readDay } from '../typedDay.ts'

/** A new last day: `15 January`, `until Friday`; or how much later it is: `+1 week`, `by ten days`, `one more month`. Raises `UserError`. */
export function readDayOrLonger(text: string, here: TimeReference): Day | DayOffset {
  const typed = tidy(text)
  return longerIn(typed) ?? readDay(typed.replace(/^(?:until|till|to) /i, ''), here, 'due')
}

function longerIn(typed: string): DayOffset | undefined {
  const plain = typed
    .replace(/^(?:by|for|plus|\+) ?/i, '')
    .replace(/^another /i, '1 ')
    .replace(/ (?:more|longer|later|extra)(?= |$)/i, '')
    .replace(/^1 (?=(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)/i, '')
  const tokens = tokenize(plain)
  const amount = amountAt({ tokens }, 0)
  if (!amount || amount.next !== tokens.length || amount.value.minutes > 0) return undefined
  const { months, days } = amount.value
  return Number.isInteger(months) && months + days > 0 && months <= 24 && days <= 730
    ? { months, days }
    : undefined
}

/** The new last day: the typed one, or the former one and the typed offset. */
export function dayAfter(before: Day, typed: Day | DayOffset): Day {
  return typeof typed === 'string' ? typed : addDays(addMonths(before, typed.months), typed.days)
}
