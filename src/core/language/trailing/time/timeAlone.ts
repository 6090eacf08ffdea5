import type { Option } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { partRhythm } from '../../../time/phrases/rhythm.ts'
import { withoutJoint } from './leadingTime.ts'

/** Parts of a day that may be what is to be thought of: `Night 28 March at 2:30`. */
const partOfDay = /^(?:night|morning|noon|midday|midnight|afternoon|evening)\b/i

/** `every weekday at 9` and `tomorrow at 10` with nothing beside. */
export function isTimeAlone({ fromNow, repeats }: Option, words: readonly string[]): boolean {
  if (words.length < 2 && !isClock(words[0] ?? '')) return false
  const text = words.join(' ')
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
