import { meaningsOf } from './words/vocabulary.ts'

const number = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const days = new RegExp(
  String.raw`^\s*(${number}(?:\s*(?:[/&,]|\s(?:and|or)\s)\s*(?:(?:and|or)\s+)?${number})+)(\s+(?:of\s+)?(\p{L}{3,})\b.*)$`,
  'iu',
)

/** `4/5/6 Nov` and `1, 2 and 3 Dec 10:00`: each day with the month and all that follows; undefined for anything else. */
export function daysListed(text: string): readonly string[] | undefined {
  const [, numbers = '', rest = '', month = ''] = days.exec(text) ?? []
  if (meaningsOf(month.toLowerCase()).month === undefined) return undefined
  return numbers.match(/\d{1,2}/g)?.map((day) => `${day}${rest}`)
}
