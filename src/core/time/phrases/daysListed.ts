import { meaningsOf } from '../words/vocabulary.ts'

const number = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const days = new RegExp(
  String.raw`^(${number}(?: ?[/&,] ?(?:and |or )?${number}| (?:and|or) ${number})+)( (?:of )?(\p{L}{3,20})\b.*)$`,
  'iu',
)

/** `4/5/6 Nov` and `1, 2 and 3 Dec 10:00`: each day with the month and all that follows; undefined for anything else. */
export function daysListed(text: string): readonly string[] | undefined {
  const typed = text.replace(/\s+/g, ' ').trim()
  const [, numbers = '', rest = '', month = ''] = days.exec(typed) ?? monthFirst(typed)
  if (meaningsOf(month.toLowerCase()).month === undefined) return undefined
  return numbers.match(/\d{1,2}/g)?.map((day) => `${day}${rest}`)
}

const listedBehind = new RegExp(
  String.raw`^(\p{L}{3,20})\.? (${number}(?:, (?:and |or )?${number}| (?:and|or|&) ${number})+)((?:,? (?:at|from) | \d).*)$`,
  'iu',
)

/** `Dec 14, 15 and 16 at 10am` as if the month stood behind its days. */
function monthFirst(typed: string): readonly string[] {
  const [whole = '', month = '', numbers = '', rest = ''] = listedBehind.exec(typed) ?? []
  const each = (numbers.match(/\d{1,2}/g) ?? []).map(Number)
  const isRow = each.every((day, at) => day < 32 && (at === 0 || day > (each[at - 1] ?? 0)))
  return isRow ? [whole, numbers, ` ${month}${rest.replace(/^,/, '')}`, month] : []
}

/** `14-16 Dec 10:00`: each day from the first to the last with all that follows; undefined for anything else. */
export function daysThrough(text: string): readonly string[] | undefined {
  const typed = text.replace(/\s+/g, ' ').trim()
  const [, from = '', to = '', rest = '', month = ''] = through.exec(typed) ?? []
  const [first, last] = [Number(from), Number(to)]
  if (meaningsOf(month.toLowerCase()).month === undefined || last <= first || last > 31) return undefined
  return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}${rest}`)
}

const through =
  /^(?:from )?(\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|to|until) ?(\d{1,2})(?:st|nd|rd|th)?( (?:of )?(\p{L}{3,20})\b.*)$/iu

/** Days separated by commas or semicolons, of which several may share one month: `1, 2 Dec; 4/5 Jan`. */
export function daysParted(text: string): readonly string[] {
  const parts: string[] = []
  let open = ''
  for (const part of text.split(/[,;]/)) {
    const isNumber = /^\d{1,2}$/.test(part.trim())
    if (isNumber) open += `${part.trim()}, `
    else parts.push(...(daysListed(`${open}${part.trim()}`) ?? [`${open}${part.trim()}`]))
    if (!isNumber) open = ''
  }
  return [...parts, open].filter((part) => part.trim() !== '')
}
