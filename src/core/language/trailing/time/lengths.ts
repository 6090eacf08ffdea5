import { readDuration } from '../../../time/duration.ts'

/** Whether words are a length of time. */
export function isLength(text: string): boolean {
  try {
    return readDuration(text) > 0
  } catch {
    return false
  }
}

/** The longest that anybody means by a length behind a time: `14h30` is an hour of the day. */
const mostMinutes = 8 * 60

/** Whether words are a length with its unit, and no hour of a day: `90 min`, `1h30`. */
export function isPlainLength(text: string): boolean {
  return (
    /\p{L}/u.test(text) && !/[ap]\.?m\.?$/i.test(text) && isLength(text) && readDuration(text) <= mostMinutes
  )
}
