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
  `(?<![\\p{L}\\p{N}])(?:(?:the|our|my|this|that) |(?=\\p{L}{3,9}['’]s ))((?:(?!${stops} )[^\\s,.:;!?]{1,30} ){0,4}${event})(?![\\p{L}\\p{N}])`,
  'iu',
)
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
/** `on the 10th`, `on 10 December`, `tomorrow` at the end of a line. */
const byDay = new RegExp(
  ` (?:on ((?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?\\p{L}{3,9})?|\\p{L}{3,9} \\d{1,2}(?:st|nd|rd|th)?|(?:this |next )?${weekday})|(tomorrow|today))[.!]?$`,
  'iu',
)

/** A line about a meeting that is named by words, as if it were named by a number; undefined for any other line. */
export function withMeetingNumbered(text: string): NumberedLine | undefined {
  const found = named.exec(text)
  const [whole = '', name = ''] = found ?? []
  if (!found || name.includes('"')) return undefined
  return { text: text.slice(0, found.index) + standInNumber + text.slice(found.index + whole.length), name }
}

/** The same of an answer that ends with the day of the meeting: `I’ll be there on the 10th`. */
export function withDayNumbered(text: string): NumberedLine | undefined {
  const found = byDay.exec(text)
  const name = found?.[1] ?? found?.[2]
  return found && name !== undefined
    ? { text: `${text.slice(0, found.index)} to ${standInNumber}`, name }
    : undefined
}
