import { monthNames } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { datesIn } from '../dates/datesIn.ts'
import { formOf, hasGaps, isRough } from '../dates/form.ts'
import type { PrintedDates } from '../dates/printedDate.ts'
import { isWeekInNumbers } from '../dates/weeksInNumbers.ts'
import type { AcronymSlip, SpelledOutName } from '../names/mentions.ts'
import type { PrintedDetail } from '../plan.ts'
import { firstPerson, isQuoting } from './firstPerson.ts'
import type { Link } from './links/links.ts'
import { type StateName, stateNames } from './stateNames.ts'

/** What its author may mend in an item, as data. None of it refuses the item. */
export type Suggestion =
  | { readonly kind: 'too long'; readonly characters: number; readonly most: number }
  /** `own` is the entity that is meant, where its author has one. */
  | { readonly kind: 'first person'; readonly word: string; readonly own: string | undefined }
  | { readonly kind: 'no date' }
  | { readonly kind: 'no link' }
  /** Somebody speaks of whom no office is told. */
  | { readonly kind: 'no office' }
  /** Of an item that is one sentence. */
  | { readonly kind: 'full stop' }
  /** A date in another form than the printed one. */
  | { readonly kind: 'date form'; readonly written: string; readonly printed: string }
  /** A date inside the sentence, which is printed in brackets at its end. */
  | { readonly kind: 'date place'; readonly written: string; readonly printed: string }
  /** An entity by its whole name, or in other letters than its acronym has. */
  | ({ readonly kind: 'entity name' } & SpelledOutName)
  /** An acronym that nobody has and that one slip makes of a known one. */
  | ({ readonly kind: 'slip' } & AcronymSlip)
  /** A State or territory by a name that the United Nations do not use. */
  | ({ readonly kind: 'State name' } & StateName)

/** The longest item of the published issues. */
const mostCharacters = 245

interface Judged {
  readonly text: string
  readonly section: string
  /** What the items of that section have beside their text. */
  readonly prints: readonly PrintedDetail[]
  readonly dated: PrintedDates
  /** The period of the issue, in which a date that prints no year is read. */
  readonly period: Period
  /** The date inside the text that may stand at its end, with its printed form; undefined where none does. */
  readonly movable: { readonly written: string; readonly printed: string } | undefined
  readonly links: readonly Link[]
  readonly slips: readonly AcronymSlip[]
  readonly spelledOut: readonly SpelledOutName[]
  readonly own: string | undefined
  /** Whether somebody's office stands at the beginning. */
  readonly officeOpens: boolean
}

/** What the author of an item may mend. */
export function suggestionsFor({
  text,
  section,
  prints,
  dated: date,
  period,
  movable,
  links,
  slips,
  spelledOut,
  own,
  officeOpens,
}: Judged): readonly Suggestion[] {
  const length = [...text].length
  const person = firstPerson(text)
  return [
    ...(length > mostCharacters
      ? [{ kind: 'too long' as const, characters: length, most: mostCharacters }]
      : []),
    ...(person === undefined
      ? []
      : [{ kind: 'first person' as const, word: person, own: isQuoting(text, person) ? undefined : own }]),
    ...spelledOut.map((one) => ({ kind: 'entity name' as const, ...one })),
    ...slips.map((one) => ({ kind: 'slip' as const, ...one })),
    ...stateNames(text).map((one) => ({ kind: 'State name' as const, ...one })),
    ...dateForm(date, period),
    ...(movable ? [{ kind: 'date place' as const, ...movable }] : []),
    ...(date.start === null && prints.includes('date') ? [{ kind: 'no date' as const }] : []),
    ...(links.length === 0 && prints.includes('link') ? [{ kind: 'no link' as const }] : []),
    ...(section === 'key-issues' && !officeOpens ? [{ kind: 'no office' as const }] : []),
    ...(endsInFullStop(text) ? [{ kind: 'full stop' as const }] : []),
  ]
}

function endsInFullStop(text: string): boolean {
  const sentences = text.split(/[.!?] (?=\p{Lu})/u).length
  return sentences === 1 && /\p{L}\.$/u.test(text) && !/\p{Lu}\.$/u.test(text)
}

/** As they are printed, in full or short. */
const months = new Set(monthNames.flatMap((name) => [name, name.slice(0, 3)]))

/** One span of days at the edge of the text, where it is printed otherwise than as in `6-9 Mar`; a full month's name is as good. */
function dateForm({ printed, dates }: PrintedDates, period: Period): readonly Suggestion[] {
  const [only, ...others] = dates
  if (printed === null || !only || others.length > 0) return []
  if (printed !== only.printed && `${printed}.` !== only.printed) return []
  if (hasGaps(only) || (isRough(printed) && !isWeekInNumbers(printed))) return []
  // What stands beside the date in its brackets stays there: `Amman; 3-5 November`.
  const [alone, ...more] = datesIn(`(${printed})`, period)
  if (!alone || more.length > 0) return []
  const beside = printed
    .slice(0, printed.indexOf(alone.written))
    .replace(/^(?:on|from|between|du|le|del|el|с|من) $/iu, '')
  const behind = printed.slice(printed.indexOf(alone.written) + alone.written.length)
  const form = `${beside}${formOf({ ...only, printed: alone.written }, period)}${behind}`
  if (/^[\d\p{L} .-]+$/u.test(printed) && (only.precision === 'month' || /^\d/.test(printed))) {
    // Months in full and a year beside are seen in printed issues too.
    const isEnglish = (printed.match(/\p{L}+/gu) ?? []).every((word) => months.has(word))
    if (isEnglish && /^\d{1,2}(?: \p{L}+)?(?:-\d{1,2})?(?: \p{L}+)?(?: \d{4})?$/u.test(printed)) return []
    if (isEnglish && only.precision === 'month' && /^\p{L}+(?:-\p{L}+)?(?: \d{4})?$/u.test(printed)) return []
  }
  return form === printed ? [] : [{ kind: 'date form', written: printed, printed: form }]
}
