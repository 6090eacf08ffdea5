import { addDays, addMonths, type Day, partsOf } from '../../day.ts'
import { anyWorkday, fixed, nthWeekday, onOrAfter, spanOf } from '../../words/spans.ts'
import { meaningsOf } from '../../words/vocabulary.ts'
import { type Amount, amountAt } from '../amountAt.ts'
import { type DateText, isSign, type Match, type Tokenized } from '../written.ts'
import { dateAt } from './daysAt.ts'
import { type CountedDay, countedDayAt } from './spansAt.ts'
import { weekdayNearAt, weekdayOfWeekAt, weeksBehind } from './weekAt.ts'
import { workdaysAt } from './workdaysAt.ts'

/** A date counted from today: `tomorrow`, `next week`, `Thursday next week`, `in 3 days`, `end of the month`. */
export function relativeAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const { today } = reading
  if (today === undefined) return undefined
  return (
    offsetAt(reading, at, today) ??
    weekdayOfWeekAt(reading, at, today) ??
    workdaysAt(reading, at, today) ??
    countedAt(reading, at, today) ??
    edgeAt(reading, at, today) ??
    weekdayNearAt(reading, at, today) ??
    unitAt(reading, at, today) ??
    dayOfMonthAt(reading, at, today)
  )
}

/** `tomorrow`, `the day after tomorrow`, `pasado mañana`, `après-demain`. */
function offsetAt({ tokens }: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const word = (place: number) => tokens[place]?.text ?? ''
  const start = meaningsOf(word(at)).the ? at + 1 : at
  const plain = meaningsOf(word(at)).offset
  if (plain !== undefined) {
    const weeks = weeksBehind(tokens, at + 1)
    return { value: fixed(addDays(today, plain + 7 * weeks)), next: weeks > 0 ? at + 2 : at + 1 }
  }
  const hyphen = isSign(tokens[at + 1], '-') ? at + 2 : at + 1
  const beyond: Readonly<Record<string, number>> = { apres: 1, pasado: 1, بعد: 1, avant: -1 }
  if (Object.hasOwn(beyond, word(at)) && meaningsOf(word(hyphen)).offset === beyond[word(at)])
    return { value: fixed(addDays(today, 2 * (beyond[word(at)] ?? 0))), next: hyphen + 1 }
  const step = { after: 1, before: -1 }[word(start + 1)]
  if (word(start) !== 'day' || step === undefined || meaningsOf(word(start + 2)).offset !== step)
    return undefined
  return { value: fixed(addDays(today, 2 * step)), next: start + 3 }
}

/** `in 3 days`, `two weeks from now`, `a month ago`, `a week from Tuesday`, `three weeks today`. */
function countedAt(reading: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const { tokens } = reading
  const ahead = meaningsOf(tokens[at]?.text ?? '').in === true
  const start = ahead ? at + 1 : at
  const amount = amountAt(reading, start)
  if (!amount || amount.value.minutes > 0) return undefined
  const after = tokens[amount.next]?.text
  if (ahead)
    return {
      value: fixed(later(today, amount.value, 1)),
      next: after === 'time' ? amount.next + 1 : amount.next,
    }
  if (after === 'ago') return { value: fixed(later(today, amount.value, -1)), next: amount.next + 1 }
  if (after === 'later' || after === '后')
    return { value: fixed(later(today, amount.value, 1)), next: amount.next + 1 }
  if (after === 'from' && tokens[amount.next + 1]?.text === 'now')
    return { value: fixed(later(today, amount.value, 1)), next: amount.next + 2 }
  const sign = after === 'before' ? -1 : after === 'from' || after === 'after' || after === 'on' ? 1 : 0
  // With no word between, `3 days Monday` would say two things.
  const isWeeks = amount.value.months > 0 || amount.value.days % 7 === 0
  if (sign === 0 && !isWeeks) return undefined
  const behind = sign === 0 ? amount.next : amount.next + 1
  const base =
    weekdayOfWeekAt(reading, behind, today) ??
    weekdayNearAt(reading, behind, today) ??
    offsetAt(reading, behind, today)
  if (!base) return undefined
  const from =
    base.value.kind === 'fixed'
      ? base.value.from
      : base.value.kind === 'weekday'
        ? onOrAfter(today, base.value.weekday)
        : today
  return { value: fixed(later(from, amount.value, sign || 1)), next: base.next }
}

function later(day: Day, { months, days }: Amount, sign: number): Day {
  return addDays(addMonths(day, sign * Math.round(months)), sign * days)
}

/** `this month`, `next week`, `last quarter`, `la semaine prochaine`. */
function unitAt({ tokens }: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const meaning = (place: number) => meaningsOf(tokens[place]?.text ?? '')
  const start = meaning(at).the ? at + 1 : at
  const turned = meaning(start).unit !== undefined
  // `the week after next`
  const beyond = turned && tokens[start + 1]?.text === 'after' && meaning(start + 2).step === 1
  if (beyond && meaning(start).unit?.[1] === 1)
    return { value: spanOf(meaning(start).unit?.[0] ?? 'week', 2, today), next: start + 3 }
  const step = meaning(turned ? start + 1 : start).step
  const unit = meaning(turned ? start : start + 1).unit
  if (step === undefined || unit?.[1] !== 1) return undefined
  return { value: spanOf(unit[0], step, today), next: start + 2 }
}

/** `the 5th of next month`. */
function dayOfMonthAt(reading: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const meaning = (place: number) => meaningsOf(reading.tokens[place]?.text ?? '')
  const date = dateAt(reading, meaning(at).the ? at + 1 : at)
  const month = date && meaning(date.next).of ? unitAt(reading, date.next + 1, today) : undefined
  if (!date || month?.value.kind !== 'fixed') return undefined
  const { from, to } = month.value
  const day = addDays(from, date.value.day - 1)
  return partsOf(from)[2] === 1 && day <= to ? { value: fixed(day), next: month.next } : undefined
}

/** `end of the month`, `end of next week`, `last Friday of the month`, and `2nd Tuesday`, which is the next one. */
function edgeAt(reading: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const meaning = (place: number) => meaningsOf(reading.tokens[place]?.text ?? '')
  let next = meaning(at).the ? at + 1 : at
  const { edge } = meaning(next)
  const day = countedDayAt(reading, next)
  if (edge === undefined && !day) return undefined
  next = day?.weekday.next ?? next + 1
  while (meaning(next).of || meaning(next).in) next++
  if (meaning(next).the) next++
  const step = meaning(next).step
  if (step !== undefined) next++
  const unit = meaning(next).unit
  if (day && next === day.weekday.next && unit?.[1] !== 1) return aloneAt(reading, day, today)
  if (unit?.[1] !== 1) return undefined
  // `end of the week after next`
  const isBeyond =
    step === undefined && reading.tokens[next + 1]?.text === 'after' && meaning(next + 2).step === 1
  if (isBeyond) next += 2
  const span = spanOf(unit[0], isBeyond ? 2 : (step ?? 0), today)
  if (span.kind !== 'fixed') return undefined
  if (day) {
    const found = nthWeekday(span.from, span.to, day.weekday.value, day.count)
    const isOpen = reading.isTyped && step === undefined && unit[0] === 'month'
    const value = found !== undefined && (isOpen ? orNextMonth(found, day, today) : fixed(found))
    return value ? { value, next: next + 1 } : undefined
  }
  const friday = addDays(span.from, 4)
  return {
    value: fixed(edge === 'start' ? span.from : unit[0] === 'week' ? friday : span.to),
    next: next + 1,
  }
}

/** `2nd Tuesday` and `last working day` with no month beside them; `last Friday` is the one before today. */
function aloneAt({ isTyped }: Tokenized, day: CountedDay, today: Day): Match<DateText> | undefined {
  const { value, next } = day.weekday
  const isLast = day.count === -1
  if (isLast ? value !== anyWorkday : !isTyped) return undefined
  // Not every month has a fifth Friday.
  const found = [0, 1, 2, 3].map((step) => inMonth(step, day, today)).find((one) => one !== undefined)
  if (found === undefined) return undefined
  return { value: isLast ? fixed(found) : orNextMonth(found, day, today), next }
}

function orNextMonth(found: Day, day: CountedDay, today: Day): DateText {
  const after = inMonth(1, day, today)
  return { kind: 'fixed', from: found, to: found, ...(after !== undefined && { after }) }
}

/** Such a day of the month that is so many from this one. */
function inMonth(step: number, { weekday, count }: CountedDay, today: Day): Day | undefined {
  const month = spanOf('month', step, today)
  return month.kind === 'fixed' ? nthWeekday(month.from, month.to, weekday.value, count) : undefined
}
