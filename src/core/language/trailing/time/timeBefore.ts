import { beginsWithPlace, isMomentForm } from '../../../time/beginsWithDate.ts'
import { isWordForDay, joints, longest, namesHour, withDaysSpelt, withoutJoint } from './leadingTime.ts'

const hourInDigits = /^\p{Nd}{1,2}(?:[:.h]\p{Nd}{2})?(?: ?[ap]\.?m\.?)?$/iu
const hourByName = /^(?:(?:half|quarter|five|ten|twenty) (?:past|to) \p{L}+|noon|midday|midnight)$/iu
const bareHour = /^at \p{Nd}{1,2}$/iu
const weekday = /^(?:on|next|this) \p{L}+day$/iu

/**
 * Where a time behind the words was taken, and one stands before them too. `on Friday to send the report at 10` parts its
 * day from its hour; in `on Friday to prepare the meeting on Monday at 10` and `in 2 hours to discuss the call at 5pm`
 * the one before is meant, and the other belongs to the words.
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
    const isJoined = joints.has(all[count]?.toLowerCase() ?? '')
    if (!isJoined && !(isHour && (isWordForDay(time) || weekday.test(time)))) continue
    if (!isMomentForm(time) || beginsWithPlace(time)) continue
    const isWhole = (namesHour(time) || bareHour.test(time)) && !/^in \p{Lu}/u.test(time)
    const rest = (isHour && !isWhole ? left : all).slice(isJoined ? count + 1 : count)
    if (rest.length === 0) continue
    fields[name] = isWhole ? typed : `${withoutJoint(typed)}${isHour ? ` at ${behind}` : ''}`
    fields[first] = rest.join(' ')
    return
  }
}
