import type { Option } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { partRhythm } from '../../../time/phrases/rhythm.ts'
import { withoutJoint } from './leadingTime.ts'

/** Parts of a day that may be what is to be thought of: `Night 28 March at 2:30`. */
const partOfDay = /^(?:night|morning|noon|midday|midnight|afternoon|evening)\b/i

/** A day, which is what to be reminded on and not of. */
const dayAlone =
  /^(?:tomorrow|today|tonight|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|this (?:morning|afternoon|evening|week))$/i

/** `tomorrow morning` and `Monday afternoon`: a day with a part of it. */
function isPartOfNamedDay(words: readonly string[]): boolean {
  const [day, part] = [words.slice(0, -1).join(' '), words.at(-1) ?? '']
  return words.length > 1 && !/\d/.test(part) && isMomentForm(part) && isMomentForm(day)
}

/** `every weekday at 9` and `tomorrow at 10` with nothing beside. */
export function isTimeAlone({ fromNow, repeats }: Option, words: readonly string[]): boolean {
  const text = words.join(' ')
  if (fromNow === true && (dayAlone.test(text) || (!partOfDay.test(text) && isPartOfNamedDay(words))))
    return true
  if (words.length < 2 && !isClock(words[0] ?? '')) return false
  if (/^(?:in|at|on|by) /i.test(text)) return isMomentForm(withoutJoint(text))
  return (
    (fromNow === true && /\d/.test(text) && !partOfDay.test(text) && isMomentForm(withoutJoint(text))) ||
    (repeats !== undefined && (partRhythm(text)?.moment ?? '') !== '')
  )
}

/** `7am` and `14:30`. */
function isClock(word: string): boolean {
  return /^\d{1,2}(?:[:.]\d\d(?:[ap]m)?|[ap]m)$/i.test(word)
}
