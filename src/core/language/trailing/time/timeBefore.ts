import { beginsWithPlace, isMomentForm } from '../../../time/beginsWithDate.ts'
import { meaningsOf } from '../../../time/words/vocabulary.ts'
import { goesOn, joints, longest, namesHour, withDaysSpelt, withoutJoint } from './leadingTime.ts'

const lead = '(?:at|à|a las?|às|um|в)'
const hourInDigits = new RegExp(`^(?:${lead} )?\\p{Nd}{1,2}(?:[:.h]\\p{Nd}{2}|h)?(?: ?[ap]\\.?m\\.?)?$`, 'iu')
const hourByName = /^(?:(?:half|quarter|five|ten|twenty) (?:past|to) \p{L}+|noon|midday|midnight)$/iu
const ledHour = new RegExp(`^${lead} \\p{Nd}`, 'iu')

/**
 * Where a time behind the words was taken, and one stands before them too. `on Friday to send the report at 10` parts its
 * day from its hour, and so does `at 10 to send the report on Friday`; in `on Friday to prepare the meeting on Monday at
 * 10` and `in 2 hours to discuss the call at 5pm` the one before is meant, and the other belongs to the words. Of a day
 * among the words, `call Bob on Friday to discuss the meeting at 10`, it is asked whether the hour is of that day.
 *
 * @param all The words with both.
 */
export function takeTimeBefore(
  first: string,
  name: string,
  fields: Record<string, string>,
  all: readonly string[],
): void {
  const behind = fields[name] ?? ''
  const left = (fields[first] ?? '').split(/\s+/)
  const isHour = hourInDigits.test(behind) || hourByName.test(behind)
  for (let count = Math.min(longest, left.length - 1); count > 0; count--) {
    const typed = all.slice(0, count).join(' ').replace(/[:,]$/, '')
    const time = withDaysSpelt(typed)
    const isBareHour = hourInDigits.test(time) && ledHour.test(time)
    const isWhole = (namesHour(time) && !/^in \p{Lu}/u.test(time)) || isBareHour
    const isJoined = joints.has(all[count]?.toLowerCase() ?? '')
    if (!isJoined && !(namesDay(time) && (isHour || isWhole))) continue
    if (!isMomentForm(time) || beginsWithPlace(time) || goesOn(all, count)) continue
    const isParted = isBareHour ? namesDay(behind) && !namesHour(behind) : isHour && !isWhole
    const rest = (isParted ? left : all).slice(isJoined ? count + 1 : count)
    if (rest.length === 0) continue
    const [day, hour] = isBareHour ? [behind, typed] : [typed, behind]
    if (isParted && mayBeName(typed, all[count])) {
      fields[name] = either(typed, behind)
      return
    }
    if (isParted) fields[name] = `${withoutJoint(day)} ${ledHour.test(hour) ? hour : `at ${hour}`}`
    else fields[name] = isWhole ? typed : withoutJoint(typed)
    fields[first] = rest.join(' ').replace(/^d['’](?=\p{Ll})/u, '')
    return
  }
  const day = isHour ? dayWithin(left) : undefined
  if (day !== undefined) fields[name] = either(day, behind)
}

/** `Sun Microsystems call`: a short word for a day that begins a name. */
function mayBeName(day: string, next: string | undefined): boolean {
  return /^\p{Lu}\p{Ll}{2}$/u.test(day) && /^\p{Lu}\p{Ll}+$/u.test(next ?? '')
}

/** A day with an hour or that hour alone, which is asked about. */
function either(day: string, behind: string): string {
  const hour = ledHour.test(behind) ? behind : `at ${behind}`
  return `${withoutJoint(day)} ${hour} or ${hour}`
}

/** The most words of a day: `on the 5th of December`. */
const longestDay = 6

/** `on Friday` in `call Bob on Friday to discuss the meeting`, where the hour stands at the end: it may be of either. */
function dayWithin(words: readonly string[]): string | undefined {
  for (let at = 1; at < words.length; at++) {
    const word = words[at]?.toLowerCase() ?? ''
    if (word !== 'on' && word !== 'tomorrow') continue
    for (let end = Math.min(words.length, at + longestDay); end > at; end--) {
      const day = words.slice(at, end).join(' ').replace(/[:,]$/, '')
      if (/\p{L}.*\p{L}/u.test(withoutJoint(day)) && isMomentForm(withoutJoint(day))) return day
    }
  }
  return undefined
}

/** Whether a weekday or a word for a day, such as `tomorrow`, is among the words. */
function namesDay(text: string): boolean {
  return text.split(/\s+/).some((word) => {
    const { weekday, offset } = meaningsOf(word.toLowerCase())
    return weekday !== undefined || offset !== undefined
  })
}
