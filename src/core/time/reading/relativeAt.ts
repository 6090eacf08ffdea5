import { addDays, addMonths, type Day, lastOfMonth, partsOf, weekdayOf } from '../day.ts'
import type { Unit } from '../words/meanings.ts'
import { meaningsOf } from '../words/vocabulary.ts'
import { type Amount, amountAt } from './amountAt.ts'
import { dateAt, weekdayAt } from './namedAt.ts'
import { type Found, isSign, type Reading, type Written } from './written.ts'

/** A date counted from today: `tomorrow`, `next week`, `Thursday next week`, `in 3 days`, `end of the month`. */
export function relativeAt(reading: Reading, at: number): Found<Written> | undefined {
  const { today } = reading
  if (today === undefined) return undefined
  return (
    offsetAt(reading, at, today) ??
    countedAt(reading, at, today) ??
    edgeAt(reading, at, today) ??
    weekAt(reading, at, today) ??
    unitAt(reading, at, today) ??
    dayOfMonthAt(reading, at, today)
  )
}

function fixed(from: Day, to = from): Written {
  return { kind: 'fixed', from, to }
}

/** `tomorrow`, `the day after tomorrow`, `pasado mañana`, `après-demain`. */
function offsetAt({ tokens }: Reading, at: number, today: Day): Found<Written> | undefined {
  const word = (place: number) => tokens[place]?.text ?? ''
  const start = meaningsOf(word(at)).the ? at + 1 : at
  const plain = meaningsOf(word(at)).offset
  if (plain !== undefined) return { value: fixed(addDays(today, plain)), next: at + 1 }
  const hyphen = isSign(tokens[at + 1], '-') ? at + 2 : at + 1
  const beyond: Readonly<Record<string, number>> = { apres: 1, pasado: 1, بعد: 1, avant: -1 }
  if (Object.hasOwn(beyond, word(at)) && meaningsOf(word(hyphen)).offset === beyond[word(at)])
    return { value: fixed(addDays(today, 2 * (beyond[word(at)] ?? 0))), next: hyphen + 1 }
  const step = { after: 1, before: -1 }[word(start + 1)]
  if (word(start) !== 'day' || step === undefined || meaningsOf(word(start + 2)).offset !== step)
    return undefined
  return { value: fixed(addDays(today, 2 * step)), next: start + 3 }
}

/** `in 3 days`, `two weeks from now`, `a month ago`, `a week from Tuesday`. */
function countedAt(reading: Reading, at: number, today: Day): Found<Written> | undefined {
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
  const base =
    sign === 0
      ? undefined
      : (weekAt(reading, amount.next + 1, today) ?? offsetAt(reading, amount.next + 1, today))
  if (!base) return undefined
  const from =
    base.value.kind === 'fixed'
      ? base.value.from
      : base.value.kind === 'weekday'
        ? onOrAfter(today, base.value.weekday)
        : today
  return { value: fixed(later(from, amount.value, sign)), next: base.next }
}

function later(day: Day, { months, days }: Amount, sign: number): Day {
  return addDays(addMonths(day, sign * Math.round(months)), sign * days)
}

export function onOrAfter(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7)
}

/** `Tuesday`, `next Tuesday`, `mardi prochain`, `Thursday next week`, `next week on Tuesday`, `Tuesday week`. */
function weekAt(reading: Reading, at: number, today: Day): Found<Written> | undefined {
  const { tokens } = reading
  const meaning = (place: number) => meaningsOf(tokens[place]?.text ?? '')
  const isWeek = (place: number) => meaning(place).unit?.[0] === 'week' && meaning(place).unit?.[1] === 1
  const start = meaning(at).the ? at + 1 : at
  const monday = addDays(today, 1 - weekdayOf(today))
  const step = meaning(start).step
  if (step !== undefined && isWeek(start + 1)) {
    const day = weekdayAt(reading, meaning(start + 2).on ? start + 3 : start + 2)
    return day && { value: fixed(addDays(monday, 7 * step + day.value - 1)), next: day.next }
  }
  const day = weekdayAt(reading, step === undefined ? start : start + 1)
  if (!day) return undefined
  const of = meaning(day.next).of || meaning(day.next).the ? day.next + 1 : day.next
  const behind = meaning(of).step
  if (step === undefined && behind !== undefined && isWeek(of + 1))
    return { value: fixed(addDays(monday, 7 * behind + day.value - 1)), next: of + 2 }
  if (step === undefined && isWeek(day.next) && !meaning(day.next + 1).step)
    return { value: fixed(addDays(onOrAfter(today, day.value), 7)), next: day.next + 1 }
  const meant = step ?? (meaning(day.next).step === undefined ? undefined : behind)
  const next = step === undefined && meant !== undefined ? day.next + 1 : day.next
  return { value: stepped(day.value, meant, today), next }
}

function stepped(weekday: number, step: number | undefined, today: Day): Written {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (step === -1) return fixed(addDays(today, ahead === 0 ? -7 : ahead - 7))
  if (step !== 1) return { kind: 'weekday', weekday }
  const day = addDays(today, ahead === 0 ? 7 : ahead)
  // On a Monday, half of all readers take next Thursday for the one of the week after.
  const doubtful = ahead > 0 && weekday > weekdayOf(today)
  return { kind: 'fixed', from: day, to: day, ...(doubtful && { note: 'next' }) }
}

/** `this month`, `next week`, `last quarter`, `la semaine prochaine`. */
function unitAt({ tokens }: Reading, at: number, today: Day): Found<Written> | undefined {
  const meaning = (place: number) => meaningsOf(tokens[place]?.text ?? '')
  const start = meaning(at).the ? at + 1 : at
  const turned = meaning(start).unit !== undefined
  const step = meaning(turned ? start + 1 : start).step
  const unit = meaning(turned ? start : start + 1).unit
  if (step === undefined || unit?.[1] !== 1) return undefined
  return { value: spanOf(unit[0], step, today), next: start + 2 }
}

/** `the 5th of next month`. */
function dayOfMonthAt(reading: Reading, at: number, today: Day): Found<Written> | undefined {
  const meaning = (place: number) => meaningsOf(reading.tokens[place]?.text ?? '')
  const date = dateAt(reading, meaning(at).the ? at + 1 : at)
  const month = date && meaning(date.next).of ? unitAt(reading, date.next + 1, today) : undefined
  if (!date || month?.value.kind !== 'fixed') return undefined
  const { from, to } = month.value
  const day = addDays(from, date.value.day - 1)
  return partsOf(from)[2] === 1 && day <= to ? { value: fixed(day), next: month.next } : undefined
}

/** The week, month, quarter or year so many from the one that today lies in. */
function spanOf(unit: Unit, step: number, today: Day): Written {
  if (unit === 'day' || unit === 'hour' || unit === 'minute') return fixed(addDays(today, step))
  if (unit === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today) + 7 * step)
    return {
      kind: 'fixed',
      from: monday,
      to: addDays(monday, 6),
      ...(step !== 0 && { same: addDays(today, 7 * step) }),
    }
  }
  const size = { month: 1, quarter: 3, year: 12 }[unit]
  const [year, month] = partsOf(today)
  const first = year * 12 + Math.floor((month - 1) / size) * size + step * size
  const last = first + size - 1
  const from = `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}-01`
  const same = step === 0 || unit === 'quarter' ? {} : { same: addMonths(today, size * step) }
  return { kind: 'fixed', from, to: lastOfMonth(Math.floor(last / 12), (last % 12) + 1), ...same }
}

/** `end of the month`, `end of next week`, `last Friday of the month`. */
function edgeAt(reading: Reading, at: number, today: Day): Found<Written> | undefined {
  const meaning = (place: number) => meaningsOf(reading.tokens[place]?.text ?? '')
  let next = meaning(at).the ? at + 1 : at
  const { edge, nth } = meaning(next)
  const weekday = nth === undefined ? undefined : weekdayAt(reading, next + 1)
  if (edge === undefined && !weekday) return undefined
  next = weekday?.next ?? next + 1
  while (meaning(next).of || meaning(next).in) next++
  if (meaning(next).the) next++
  const step = meaning(next).step
  if (step !== undefined) next++
  const unit = meaning(next).unit
  if (unit?.[1] !== 1) return undefined
  const span = spanOf(unit[0], step ?? 0, today)
  if (span.kind !== 'fixed') return undefined
  if (weekday && nth !== undefined) {
    const day = nthWeekday(span.from, span.to, weekday.value, nth)
    return day === undefined ? undefined : { value: fixed(day), next: next + 1 }
  }
  const friday = addDays(span.from, 4)
  return {
    value: fixed(edge === 'start' ? span.from : unit[0] === 'week' ? friday : span.to),
    next: next + 1,
  }
}

/** The first, second or last such weekday from one day to another. */
export function nthWeekday(from: Day, to: Day, weekday: number, count: number): Day | undefined {
  const day =
    count > 0
      ? addDays(onOrAfter(from, weekday), 7 * (count - 1))
      : addDays(to, -((weekdayOf(to) - weekday + 7) % 7))
  return day >= from && day <= to ? day : undefined
}
