import type { Option } from '../../../option.ts'
import { beginsWithPlace, isMomentForm } from '../../../time/beginsWithDate.ts'
import { partRhythm } from '../../../time/phrases/rhythm.ts'
import { clocksInDigits } from '../../../time/reading/clocks/spokenClocks.ts'
import { respelt } from '../../../time/words/vocabulary.ts'

/** The longest time that is looked for, in words. */
export const longest = 8

/** The longest time that comes again, with its end. */
export const longestAgain = 16

/** Words that join what is to be done to a time before it; French elides its own. */
export const joints = new Set('to that about de que para pour чтобы о أن بأن'.split(' '))

/** `tomorrow at 10 to call them`, `tomorrow 3pm call them`: the time stands before the words. */
export function takeLeading(
  first: string,
  [name, option]: readonly [string, Option],
  words: readonly string[],
  fields: Record<string, string>,
): void {
  const joint = words.findIndex((word, at) => at > 0 && joints.has(word.toLowerCase()))
  const most = option.repeats === undefined ? longest : longestAgain
  for (let count = Math.min(most, words.length - 1); count > 0; count--) {
    const typed = words.slice(0, count).join(' ').replace(/[:,]$/, '')
    const lead = withQuarter(withDaysSpelt(typed))
    const recurs = option.repeats !== undefined && (partRhythm(lead)?.moment ?? '') !== ''
    if ((!isMomentForm(lead) && !recurs) || beginsWithPlace(lead)) continue
    if (goesOn(words, count)) continue
    const hour = namesHour(lead) || namesHourBefore(lead, words[count] ?? '')
    if (count !== joint && !hour && !isWordForDay(lead) && !partOfDay.test(lead)) continue
    // In `at quarter to five to call` the hour has a “to” of its own.
    const other = timeBehindOr(words.slice(count))
    const [end, isJoined] =
      other === undefined
        ? [count, count === joint || (hour && joints.has(words[count]?.toLowerCase() ?? ''))]
        : [count + other, joints.has(words[count + other]?.toLowerCase() ?? '')]
    const rest = words.slice(isJoined ? end + 1 : end)
    if (rest.length === 0) continue
    // “ten” is an hour behind “at” alone.
    const time = hourInWords.test(typed) ? typed : withoutJoint(typed)
    fields[name] = other === undefined ? time : `${time} ${words.slice(count, end).join(' ')}`
    fields[first] = rest.join(' ').replace(/^d['’](?=\p{Ll})/u, '')
    return
  }
}

const number =
  /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty(?:[- ]five)?|quarter)$/i

/** Whether a time goes on behind so many words: `at ten` in `at ten to five call Ann`, `um zwei Uhr alle` in `um zwei Uhr alle anrufen`. */
export function goesOn(words: readonly string[], count: number): boolean {
  const [last = '', joint, next = ''] = words.slice(count - 1, count + 2)
  if (/^(?:to|till?|until)$/i.test(joint ?? '') && number.test(last) && number.test(next)) return true
  // `a day or two` may be either.
  if (
    /^(?:days?|weeks?|hours?|minutes?|months?|mins?|hrs?)$/i.test(last) &&
    /^or$/i.test(joint ?? '') &&
    (number.test(next) || /^(?:more|less|three)$/i.test(next))
  )
    return true
  return /^(?:alle|dalle|das|às|gegen|um|vers)$/i.test(last)
}

/** The words of `or Monday at 10`, an alternative to the time before it, whose reader asks which is meant; undefined for other words. */
function timeBehindOr(words: readonly string[]): number | undefined {
  if (words[0]?.toLowerCase() !== 'or') return undefined
  if (/^\d{1,2}(?::\d\d)?$/.test(words[1] ?? '') && joints.has(words[2]?.toLowerCase() ?? '')) return 2
  for (let end = Math.min(longest, words.length - 1); end > 1; end--) {
    const time = words.slice(1, end).join(' ').replace(/[:,]$/, '')
    if (isMomentForm(time) && (namesHour(time) || isWordForDay(time))) return end
  }
  return undefined
}

/** `in a quarter of an hour` and `in three quarters of an hour`, which would be parts of the year. */
function withQuarter(text: string): string {
  if (!text.endsWith('hour')) return text
  return text
    .replace(/three[ -]quarters of an hour$/i, '45 minutes')
    .replace(/(?:a )?quarter of an hour$/i, '15 minutes')
}

/** Words for a day that no other word resembles; a `match` is no month. */
const days = /^(?:tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i

/** More characters than any time takes; to look for slips in each word is dear. */
const longestTime = 200

/** `tommorow` and `Wensday` as the days that they mean, so that they are taken for a time, whose reader asks about them. */
export function withDaysSpelt(text: string): string {
  if (text.length > longestTime) return text
  return text.replace(/\p{L}{5,12}/gu, (word) => {
    const meant = respelt(word.toLowerCase())
    return meant !== undefined && days.test(meant) ? meant : word
  })
}

/** `mañana por la mañana llamar a Ana`: a day with its part stands before what is to be done, whatever its language. */
const partOfDay =
  /^(?:tomorrow (?:morning|afternoon|evening|night)|this (?:afternoon|evening)|mañana (?:por|en|a) la (?:mañana|tarde|noche)|esta (?:tarde|noche)|demain (?:matin|après-midi|apres-midi|soir|midi)|ce soir|cet après-midi|domani (?:mattina|pomeriggio|sera)|morgen (?:früh|abend|nachmittag|mittag)|amanhã (?:de|à|pela) (?:manhã|tarde|noite)|завтра (?:утром|днём|днем|вечером)|сегодня (?:днём|днем|вечером)|غدا (?:صباحا|مساء)|明天(?:早上|上午|下午|晚上))$/iu

/** `tomorrow call Bob`: which day is beyond doubt, and the hour is asked for. `Friday review` may be a title. */
function isWordForDay(text: string): boolean {
  return /^(?:today|tonight|[Tt]omorrow|tmrw?|(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(
    text,
  )
}

/** Whether a time at the beginning of a text is one beyond doubt: `3 reports` begins with a number alone. */
export function namesHour(text: string): boolean {
  return (
    /\d(?:[:.h]\d\d|h\b| ?[ap]\.?m\b)|\bnoon\b|\bmidnight\b|^in\s|\S at \d{1,2}$/i.test(text) ||
    /(?:^|\s)(?:a las?|à|в|الساعة) \d{1,2}$/iu.test(text) ||
    /[点时](?:\d{1,2}分?|半)?$/.test(text) ||
    clocksInDigits(text) !== text ||
    hourInWords.test(text)
  )
}

const hours = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const half = '(?: ?[ap]\\.?m\\.?)?'
const day = '(?: (?:today|tomorrow|tonight|(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))?'
/** `quarter to five`, `half past 3`, `at three thirty`, `at ten`. */
const hourInWords = new RegExp(
  `\\b(?:half|quarter|five|ten|twenty|\\d{1,2}) (?:past|to|after|before) (?:${hours}|\\d{1,2})${half}${day}$|\\bat ${hours}(?: (?:fifteen|thirty|forty-five|o['’]?clock|sharp))?${half}${day}$`,
  'i',
)

/** `tomorrow 9 call Bob`: a number behind a day that counts nothing, as it would in `tomorrow 3 reports`. */
function namesHourBefore(text: string, next: string): boolean {
  const [, day = '', hour] = /^(.+) (\d{1,2})$/.exec(text) ?? []
  return Number(hour) > 0 && Number(hour) < 24 && isWordForDay(day) && !/s$/i.test(next)
}

/** `as of 1 Aug 2022`, `in 2022`, `on Friday`: the time without the word that joins it to what is before. */
export function withoutJoint(text: string): string {
  return text.replace(
    /^(?:@(?= ?\d)|on|at|by|to|as of|as at|in(?= \d{4}$| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)) /i,
    '',
  )
}
