import { addDays, type Day, weekdayOf } from '../../day.ts'
import { fixed } from '../../words/spans.ts'
import { meaningsOf } from '../../words/vocabulary.ts'
import type { DateText, Match, Tokenized } from '../written.ts'

/** A year of working days; what is longer is counted in months. */
const most = 260

/** `in 5 working days`, `ten business days from now`, `3 working days ago`: from Monday to Friday. */
export function workdaysAt({ tokens }: Tokenized, at: number, today: Day): Match<DateText> | undefined {
  const word = (place: number) => tokens[place]?.text ?? ''
  const isAhead = meaningsOf(word(at)).in === true
  const start = isAhead ? at + 1 : at
  const number = tokens[start]?.kind === 'number' ? tokens[start]?.value : meaningsOf(word(start)).count
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > most) return undefined
  const isPair = /^(?:working|work|business|week)$/.test(word(start + 1)) && /^days?$/.test(word(start + 2))
  if (!isPair && !/^(?:week|work)days?$/.test(word(start + 1))) return undefined
  const behind = start + (isPair ? 3 : 2)
  const isBack = word(behind) === 'ago'
  const isFrom = word(behind) === 'from' && /^(?:now|today)$/.test(word(behind + 1))
  const isLater = /^(?:later|time)$/.test(word(behind))
  if (!isAhead && !isBack && !isFrom && !isLater) return undefined
  return {
    value: fixed(workdaysFrom(today, isBack ? -number : number)),
    next: behind + (isFrom ? 2 : isBack || isLater ? 1 : 0),
  }
}

/** So many days from Monday to Friday later, or earlier below zero. */
export function workdaysFrom(day: Day, count: number): Day {
  const step = Math.sign(count)
  let [found, left] = [day, Math.abs(count)]
  while (left > 0) {
    found = addDays(found, step)
    if (weekdayOf(found) < 6) left--
  }
  return found
}
