import type { TimeReference, TypedMoment } from '../day.ts'
import { readMoment } from '../moment.ts'
import { dayTyped } from '../typedDay.ts'
import { wallTime } from '../zone.ts'

/** Days, weeks, months or years from now, in words that name no time of day. */
const counted =
  /^(?:in|after|within)\s+(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|\d{1,6})\s*(?:(?:working |business |work )?days?|weekdays?|workdays?|weeks?|fortnights?|months?|years?|d|w)(?:'? time)?$/i

/** `this time tomorrow`, `same time next week`. */
const thisTime = /^(?:at )?(?:this|(?:the )?same) (?:time|hour),? (?=\S)/i

/**
 * `in a month` and `this time tomorrow` as a reminder means it: at this time of day, by the calendar, so that its end is the end of a shorter
 * month. Undefined for anything else.
 */
export function countedFromNow(text: string, here: TimeReference): TypedMoment | undefined {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const day = typed.replace(thisTime, '')
  if (day === typed && !counted.test(typed)) return undefined
  // What is too far ahead is refused in the words that were typed.
  dayTyped(day, here)
  const { hour, minute } = wallTime(here.now, here.zone)
  const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
  return readMoment(`${day} ${clock}`, here)
}
