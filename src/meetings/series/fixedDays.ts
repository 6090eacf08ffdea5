import { monthNames } from '../../core/time/day.ts'
import type { Repeat } from './repeat.ts'
import { ordinals, shownOrdinals } from './rhythmWords.ts'

/** `every first working day of the month`, `last business day of each month`. */
export function readNthWorkday(words: string): Repeat | undefined {
  const [, word = ''] =
    /^(?:every |on )?(?:the )?(\w+) (?:working|business) day(?: (?:of|in) (?:the|each|every) month)?$/.exec(
      words,
    ) ?? []
  const nth = Object.hasOwn(ordinals, word) ? ordinals[word] : undefined
  if (nth === undefined) return undefined
  return {
    rule: `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${nth}`,
    words: `on the ${shownOrdinals[nth]} weekday of each month`,
    others: [],
  }
}

/** `every 10 December`, `every December 10th`; a leap day comes on the last of February where there is none. */
export function readYearDay(words: string): Repeat | undefined {
  const [, before, month = '', after] =
    /^every (?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? )?([a-z]{3,9})(?: (\d{1,2})(?:st|nd|rd|th)?)?$/.exec(
      words,
    ) ?? []
  const at = monthNames.findIndex((name) => name.toLowerCase().startsWith(month))
  const day = Number(before ?? after ?? 0)
  if (
    month === '' ||
    at < 0 ||
    day < 1 ||
    day > (longest[at] ?? 0) ||
    (before !== undefined && after !== undefined)
  )
    return undefined
  const days = at === 1 && day === 29 ? '28,29;BYSETPOS=-1' : String(day)
  return {
    rule: `FREQ=YEARLY;BYMONTH=${at + 1};BYMONTHDAY=${days}`,
    words: `every ${day} ${monthNames[at]}${at === 1 && day === 29 ? ', or the 28th' : ''}`,
    others: [],
  }
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
