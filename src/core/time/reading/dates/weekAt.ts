import { addDays, type Day, weekdayOf } from '../../day.ts'
import { fixed, onOrAfter } from '../../words/spans.ts'
import { meaningsOf } from '../../words/vocabulary.ts'
import { amountAt } from '../amountAt.ts'
import { type DateText, isSign, type Match, type Tokenized } from '../written.ts'
import { weekdayAt } from './monthAt.ts'

/** `Tuesday`, `next Tuesday`, `mardi prochain`, `Tuesday week`. */
export function weekdayNearAt(reading: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const { tokens } = reading
  const meaning = (place: number) => meaningsOf(tokens[place]?.text ?? '')
  const start = meaning(at).the ? at + 1 : at
  const { step } = meaning(start)
  const day = weekdayAt(reading, step === undefined ? start : start + 1)
  if (!day) return undefined
  const weeks = step === undefined ? weeksBehind(tokens, day.next) : 0
  if (weeks > 0) return { value: fixed(addDays(onOrAfter(today, day.value), 7 * weeks)), next: day.next + 1 }
  const behind = step ?? meaning(day.next).step
  const next = step === undefined && behind !== undefined ? day.next + 1 : day.next
  return { value: stepped(day.value, behind, today), next }
}

/** `Thursday next week`, `next week on Tuesday`, `Tuesday in two weeks`, `the week after next on Thursday`. */
export function weekdayOfWeekAt(reading: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const { tokens } = reading
  const glued = (place: number) => {
    const { the, of, on } = meaningsOf(tokens[place]?.text ?? '')
    return the || of || on || isSign(tokens[place], ',') ? place + 1 : place
  }
  const start = meaningsOf(tokens[at]?.text ?? '').the ? at + 1 : at
  const first = weekAheadAt(reading, start)
  const day = weekdayAt(reading, first ? glued(first.next) : start)
  if (!day) return undefined
  const week = first ?? weekAheadAt(reading, glued(glued(day.next)))
  if (!week) return undefined
  const monday = addDays(today, 1 - weekdayOf(today))
  const found = addDays(monday, 7 * week.value.weeks + day.value - 1)
  // On a Friday, some count `Tuesday in two weeks` from the Tuesday that comes.
  const isDoubtful = week.value.counted && day.value < weekdayOf(today)
  return {
    value: { kind: 'fixed', from: found, to: found, ...(isDoubtful && { note: 'weeks' as const }) },
    next: first ? day.next : week.next,
  }
}

/** How many weeks ahead a week lies: `next week`, `semaine prochaine`, `week after next`, `in two weeks`. */
function weekAheadAt(
  reading: Tokenized,
  at: number,
): Match<{ readonly weeks: number; readonly counted?: true }> | undefined {
  const { tokens } = reading
  const meaning = (place: number) => meaningsOf(tokens[place]?.text ?? '')
  const isWeek = (place: number) => meaning(place).unit?.[0] === 'week' && meaning(place).unit?.[1] === 1
  const { step } = meaning(at)
  if (step !== undefined && isWeek(at + 1)) return { value: { weeks: step }, next: at + 2 }
  if (isWeek(at)) {
    const beyond = tokens[at + 1]?.text === 'after' && meaning(at + 2).step === 1
    if (beyond) return { value: { weeks: 2 }, next: at + 3 }
    const turned = meaning(at + 1).step
    return turned === undefined ? undefined : { value: { weeks: turned }, next: at + 2 }
  }
  const amount = meaning(at).in ? amountAt(reading, at + 1) : undefined
  const { months = 0, minutes = 0, days = 0 } = amount?.value ?? {}
  if (!amount || months > 0 || minutes > 0 || days === 0 || days % 7 > 0) return undefined
  return { value: { weeks: days / 7, counted: true }, next: amount.next }
}

/** How many weeks follow a day in British words: `tomorrow week`, `Friday fortnight`. */
export function weeksBehind(tokens: Tokenized['tokens'], at: number): number {
  const { unit } = meaningsOf(tokens[at]?.text ?? '')
  const isStepped = meaningsOf(tokens[at + 1]?.text ?? '').step !== undefined
  return unit?.[0] === 'week' && !isStepped ? unit[1] : 0
}

function stepped(weekday: number, step: number | undefined, today: Day): DateText {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (step === -1) return fixed(addDays(today, ahead === 0 ? -7 : ahead - 7))
  if (step !== 1) return { kind: 'weekday', weekday }
  const day = addDays(today, ahead === 0 ? 7 : ahead)
  // On a Monday, half of all readers take next Thursday for the one of the week after.
  const doubtful = ahead > 0 && weekday > weekdayOf(today)
  return { kind: 'fixed', from: day, to: day, ...(doubtful && { note: 'next' }) }
}
