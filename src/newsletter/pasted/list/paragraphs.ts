import { findDates } from '../../../core/time/findDates.ts'
import { areWrapped, joinedLines } from '../joinedLines.ts'
import { dated } from '../oneLine.ts'
import { withoutBullet } from '../signs.ts'
import { isSpoken, readHeading, under } from './headings.ts'

/**
 * The items among paragraphs, or among lines where nothing parts paragraphs: each that tells a day and does not go on with
 * the one before. A title belongs to what stands below it, and what tells no day to what stands above. What leads them is
 * said by each that it names an entity for.
 */
export function byParagraphs(lines: readonly string[]): readonly string[] {
  const lead = leadAbove(lines)
  if (lead === '') return told(lines)
  const below = lines.slice(lines.findIndex((line) => line.trim() === lead) + 1)
  if (below.some((line) => withoutBullet(line).bulleted)) return []
  const heading = readHeading(lead)
  return told(below).map((item) => under(heading, item) ?? item)
}

/** `Two items from UNODC:`, which leads paragraphs and tells no day; empty for none. */
export function leadAbove(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? ''
  return first.length <= longestLead && /^\p{Lu}\P{Nd}*:$/u.test(first) && !isSpoken(first) ? first : ''
}

const longestLead = 60

function told(lines: readonly string[]): readonly string[] {
  const paragraphs = lines
    .join('\n')
    .split('\n\n')
    .map((paragraph) => joinedLines(paragraph.split('\n')))
    .filter((paragraph) => paragraph !== '')
  const lone =
    paragraphs.length > 1 ? paragraphs : lines.map((line) => line.trim()).filter((line) => line !== '')
  if (paragraphs.length < 2 && areWrapped(lone)) return []
  // `Participants of the seminar on 3 November:` is told by what stands below it.
  if (lone.some((unit) => unit.endsWith(':') && (dated.test(unit) || isSpoken(unit)))) return []
  return grouped(lone)
}

function grouped(units: readonly string[]): readonly string[] {
  const counts = units.every((unit) => /\p{Nd}/u.test(unit))
  const areDated = units.every((unit) => dated.test(unit))
  const begins = (unit: string) =>
    !goesOn.test(unit) &&
    !ofTheSame.test(unit) &&
    (dated.test(unit) ? areDated || opens.test(unit) : counts && opens.test(unit) && unit.length > 25)
  const groups: string[] = []
  let titles: string[] = []
  units.forEach((unit, at) => {
    const next = units[at + 1]
    if (next !== undefined && isTitleOf(unit, next)) titles.push(unit)
    else if (groups.length === 0 || titles.length > 0 || begins(unit)) {
      groups.push([...titles, unit].join('\n'))
      titles = []
    } else groups[groups.length - 1] += `\n${unit}`
  })
  return groups.every((group) => /\p{Nd}/u.test(group)) ? groups : []
}

/** The longest title. */
const longestTitle = 120

/** Any year will do where only days are compared. */
const someYear = { from: '2024-01-01', to: '2024-12-31' }

/** Whether a paragraph is the title of the next one: words without a stop, which tell no day but the same. */
function isTitleOf(unit: string, next: string): boolean {
  if (
    unit.length > longestTitle ||
    !/[\p{L}\p{N})"”’»*]$/u.test(unit) ||
    !/^["“«*]{0,3}[\p{Lu}\p{Lo}]/u.test(next)
  )
    return false
  if (next.length <= unit.length || /^https?:/.test(unit)) return false
  if (!dated.test(unit)) return !/\p{Nd}/u.test(unit) || dated.test(next)
  const [own, ...others] = findDates(unit, { period: someYear, most: 2 })
  if (own === undefined || others.length > 0) return false
  return findDates(next.slice(0, 400), { period: someYear, most: 4 }).some(
    ({ from, to }) => from === own.from && to === own.to,
  )
}

/** How an item begins: with an acronym or a day. */
const opens =
  /^["“«*]{0,3}(?:(?:The |L['’]|La |El |Le )?(?:UN \p{Lu}|\p{Lu}[\p{Lu}\p{Nd}-]{2,})|(?:On|From|Between|In|Am|Le|Du|El|Del) \P{L}{0,3}(?:\p{Nd}|\p{Lu}\p{L}{2,8} \p{Nd})|\p{Nd})/u

/** How a paragraph goes on with the one before. */
const goesOn =
  /^(?:(?:it|they|he|she|we|this|these|those|participants|attendees|speakers|under|during|as part of|through this|among|alongside|there|also)(?!\p{L})|(?:the|its|their|this) (?:\p{L}{3,15} )?(?:workshops?|trainings?|courses?|events?|meetings?|sessions?|conference|forum|participants|delegations?|teams?|groups?|missions?|visits?|seminars?|exercises?|summit|day|programme|project|initiative|report|publication|guide|toolkit|study|discussions?|sessions?|next|agreement|plan)(?!\p{L}))/iu
/** `On 4 November it met the EU`: a day whose actor stands in the paragraph before. */
const ofTheSame = /^(?:On|From|Between|In) [\p{L}\p{Nd} –-]{3,40}?,? (?:it|they|he|she) /u
