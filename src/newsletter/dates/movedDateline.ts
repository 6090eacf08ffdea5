import type { WrittenDate } from '../../core/time/findDates.ts'
import type { Period } from '../../core/time/period.ts'
import { readDateline } from '../places/dateline.ts'
import { type NamedPlace, placeText, scan } from '../places/place.ts'
import { datesIn } from './datesIn.ts'
import type { PrintedDates } from './printedDate.ts'

/** The longest dateline, with its State, its date and an agency. */
const longest = 110
/** A dash between words. */
const dash = /(?<=[\s.,)/\d])(?:[–—]|--?)(?=\s)|(?<=\p{Lu}{2})—/gu
/** The fewest letters of the text behind it. */
const shortestText = 20

/** A text that began with a dateline, as it is printed: its date in brackets and its place at the end. */
export interface MovedDateline {
  readonly dated: PrintedDates
  /** `VIENNA, 12 November –`. */
  readonly dateline: string
}

/**
 * Takes the dateline off a text, `VIENNA, 12 November – UNODC opened …`: its date is printed as that of the item where the
 * text tells no other, and its place where the text does not name it. Undefined for a text without one.
 */
export function movedDateline(
  dated: PrintedDates,
  places: readonly NamedPlace[],
  period: Period,
): MovedDateline | undefined {
  const head = headOf(dated.text, period)
  if (!head) return undefined
  const [only, ...others] = dated.dates
  const isOwn =
    only !== undefined && others.length === 0 && dated.printed === null && only.start === head.date.from
  const body = dated.text.slice(head.end).trim()
  const isPlace = places.length === 1 && places[0]?.name === head.place.name
  const text = isPlace ? placed(body, head.place) : body
  const printed = head.date.written.replace(/\.$/, '')
  return {
    dateline: dated.text.slice(0, head.end).trim(),
    dated: isOwn
      ? { ...dated, text, printed, form: 'leading', dates: [{ ...only, printed }] }
      : { ...dated, text },
  }
}

interface Head {
  readonly place: NamedPlace
  readonly date: WrittenDate
  /** Behind its dash. */
  readonly end: number
}

function headOf(text: string, period: Period): Head | undefined {
  const start = text.slice(0, longest)
  if (!/^\(?\p{Lu}/u.test(start) || !/[–—-]/.test(start)) return undefined
  const place = readDateline(scan(text.slice(0, longest + 40)))
  if (!place || place.from > 1) return undefined
  const name = (place.name.split(/[,(]/)[0] ?? place.name).trim()
  for (const { index } of start.matchAll(dash)) {
    const [date, ...others] = datesIn(text.slice(0, index), period)
    const head = text.slice(0, index)
    const isTown = head.replace(/^\(/, '').toLowerCase().startsWith(name.toLowerCase())
    if (!date || others.length > 0 || !isTown || date.start < name.length) continue
    const rest = `${head.slice(name.length, date.start)} ${head.slice(date.end)}`
    const end = index + (/^--/.test(text.slice(index)) ? 2 : 1)
    const body = text.slice(end, end + 60).trimStart()
    const isText = /^["“«]?[\p{Lu}\p{Nd}]/u.test(body) && datesIn(body, period)[0]?.start !== 0
    return isText && text.length - end > shortestText && isNames(rest) ? { place, date, end } : undefined
  }
  return undefined
}

/** What stands beside the town and the date: an agency, a weekday, the State by its letters. */
function isNames(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length <= 8 && words.every((word) => /^\p{Lu}|^(?:of|the|and|le|el|de|del)$/u.test(word))
}

/** A text with the place where it was: behind its only sentence, before several. */
function placed(body: string, place: NamedPlace): string {
  const town = (place.name.split(/[,(]/)[0] ?? place.name).trim()
  if (body.includes(town)) return body
  const name = placeText([place]) ?? town
  return /[.!?] (?=["“«]?\p{Lu})/u.test(body) ? `${name}: ${body}` : `${body.replace(/[.;,]$/, '')}, ${name}`
}
