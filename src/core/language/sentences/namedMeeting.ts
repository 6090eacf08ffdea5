/** A line in which the words that name a meeting are a number, for which sayings have a place, and those words. */
export interface NumberedLine {
  readonly text: string
  readonly name: string
}

/** No meeting has it. */
export const standInNumber = 'M999999999'

const event = '(?:meeting|call|session|briefing|plenary|webinar|videoconference|teleconference)'
/** Words that begin something else. */
const stops = '(?:the|our|my|this|that|of|to|on|for|in|at|and|with|about)'
/** `the drones call`, `our next meeting`, `Thursday’s briefing`. */
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:the|our|my|this|that) |(?=\\p{L}{3,9}['’]s |(?:mon|tues|wednes|thurs|fri)days ))((?:(?!${stops} )[^\\s,.:;!?]{1,30} ){0,4}${event})(?![\\p{L}\\p{N}])`,
  'iu',
)
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}{0,6}'
/** `on the 10th`, `on 10 December`, `tomorrow`, at the end of a line or before what is said beside it. */
const byDay = new RegExp(
  `(?: on ((?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${month})?|${month} \\d{1,2}(?:st|nd|rd|th)?|(?:this |next )?${weekday})| (tomorrow|today|(?:the )?\\d{1,2}(?:st|nd|rd|th)|(?:this |next )?${weekday}))(?=[.!?]{0,3}$|[,;:] | [–—-] | \\(| (?:because|since|as|due|after all)(?!\\p{L}))`,
  'iu',
)

const dayBehind = new RegExp(
  `^ (?:on|of) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${month})?|${month} \\d{1,2}|${weekday})(?=[,;.!?]|$)`,
  'iu',
)

/** A line about a meeting that is named by words, as if it were named by a number; undefined for any other line. */
export function withMeetingNumbered(text: string): NumberedLine | undefined {
  const found = named.exec(text)
  const [whole = '', name = ''] = found ?? []
  if (!found || name.includes('"')) return undefined
  const behind = text.slice(found.index + whole.length)
  // `the call on the 10th` is one name.
  const [day = ''] = dayBehind.exec(behind) ?? []
  return {
    text: text.slice(0, found.index) + standInNumber + behind.slice(day.length),
    name: `${name}${day}`,
  }
}

/** The same of an answer with the day of the meeting: `I’ll be there on the 10th`, `can’t join on 10 Dec, in Geneva that day`. */
export function withDayNumbered(text: string): NumberedLine | undefined {
  const found = byDay.exec(text)
  const name = found?.[1] ?? found?.[2]
  if (!found || name === undefined) return undefined
  const behind = text.slice(found.index + found[0].length)
  return {
    text: `${text.slice(0, found.index).replace(/ (?:to|for|at)$/i, '')} to ${standInNumber} ${behind.replace(/^[.!,;:]/, '').trim()}`.trim(),
    name,
  }
}
