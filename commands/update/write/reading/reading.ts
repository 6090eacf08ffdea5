import { type NewsletterIssue, periodOf } from '../../../../db/newsletter/newsletters.ts'
import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { readLink } from '../../../../src/core/text/addresses/webAddress.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import type { Period } from '../../../../src/core/time/period.ts'
import { printDate } from '../../../../src/newsletter/dates/printDate.ts'
import { uncredited } from '../../../../src/newsletter/names/uncredited.ts'
import type { ItemReading } from '../../../../src/newsletter/reading/readItem.ts'
import { asTyped } from './asTyped.ts'
import { isNone, printedOf, readDateOption } from './dateOption.ts'
import { embargoOf } from './embargoOf.ts'
import type { Given } from './given.ts'
import type { ReadingContext } from './known.ts'
import { issueNamed, issueOfDay } from './openIssue.ts'

export interface UpdateReading {
  readonly content: UpdateContent
  /** The open issue that takes it; null while none is open. */
  readonly issue: NewsletterIssue | null
  /** Whether its author named the issue. */
  readonly issueNamed: boolean
  /** The open issue that takes what began on a day. */
  issueFor(day: Day | null): NewsletterIssue | null
  /** Whether the section may be used without asking: its author named it, or the text makes it clear. */
  readonly sure: boolean
  /** The sections that the text may belong to, the likeliest first. */
  readonly ranked: readonly string[]
  /** What in the text speaks for the likeliest, in a few words; empty where nothing does. */
  readonly why: string
  /** The date that the text tells, where another was given beside it. */
  readonly dateOfText: string | undefined
  /** What stood after the text and is not printed. */
  readonly asides: ItemReading['asides']
  /** Acronyms among those with which the text opens that no entity has, where it credits others. */
  readonly uncredited: readonly string[]
  /** What its author may mend. */
  readonly suggestions: ItemReading['suggestions']
  /** What the section was told by. */
  readonly features: ItemReading['features']
  /** The sections of this deployment's plan. */
  readonly sections: ReadingContext['sections']
}

/** Reads dates, entities, group, place, links and section from an update's text. Raises `UserError` for a bad date. */
export function readUpdate(
  { own, open, within, entities, groups, now, zone, readItem: read, weights, sections }: ReadingContext,
  text: string,
  given: Given,
  months?: Period,
): UpdateReading {
  const named = months && issueNamed(open, months)
  const next = named ?? open[0]
  const around = named ? periodOf(named) : within
  const embargo = embargoOf(text, given.embargo, { now, zone })
  const asRead = read(embargo.text, {
    period: around,
    entities,
    groups,
    own,
    wg: given.wg?.acronym,
    section: given.section,
    weights,
    sections,
  })
  const item = given.print === 'typed' ? asTyped(asRead, embargo.text) : asRead
  const said = given.date === undefined ? undefined : readDateOption(given.date, around, { now, zone })
  const dated = said ?? item
  const link = isNone(given.link) ? null : readLink(given.link)
  const content: UpdateContent = {
    text: item.text,
    originalText: text,
    section: given.section ?? item.section,
    printedDate: printedOf(said, item),
    dateForm: item.dateForm,
    startOn: dated.start,
    endOn: dated.end,
    precision: dated.precision,
    dates: dated.dates,
    entities: given.entities?.map((entity) => entity.acronym) ?? item.entities,
    wg: given.wg?.acronym ?? item.wg,
    place: isNone(given.place) ? null : (given.place ?? item.place),
    bold: item.bold,
    embargoUntil: embargo.until,
    links: isNone(given.link) ? [] : link === null ? item.links : [...item.links, { text: link, url: link }],
  }
  const issueFor = (day: Day | null) => named ?? issueOfDay(open, day) ?? next ?? null
  return {
    content,
    issue: issueFor(content.startOn),
    issueNamed: named !== undefined,
    issueFor,
    sure: given.section !== undefined || item.sure,
    ranked: item.ranked,
    why: item.why,
    dateOfText: said && otherDate(item, said),
    asides: item.asides,
    uncredited: given.entities === undefined ? uncredited(item, groups) : [],
    suggestions: stillTrue(item.suggestions, content),
    features: item.features,
    sections,
  }
}

/** The date of a text whose days are not those that were given beside it. */
function otherDate(item: ItemReading, said: ReturnType<typeof readDateOption>): string | undefined {
  if (item.start === null || (item.start === said.start && item.end === said.end)) return undefined
  const inWords = item.printedDate === null ? item.dates.at(-1)?.printed : undefined
  if (inWords !== undefined && item.dates.length === 1) return inWords
  return printedDays({ startOn: item.start, endOn: item.end, ...item })
}

/** The date of an update as it is printed, or as its days would be where it is inside the text; undefined for none. */
export function printedDays({
  printedDate,
  startOn,
  endOn,
  precision,
}: Pick<UpdateContent, 'printedDate' | 'startOn' | 'endOn' | 'precision'>): string | undefined {
  if (printedDate !== null || startOn === null) return printedDate ?? undefined
  return printDate(startOn, endOn ?? startOn, precision ?? 'day')
}

/** Without the values given beside the text. */
export function stillTrue(
  suggestions: ItemReading['suggestions'],
  { startOn, links, text, printedDate }: Pick<UpdateContent, 'startOn' | 'links' | 'text' | 'printedDate'>,
): ItemReading['suggestions'] {
  // Another date was given beside the text, and is printed in its place, or it is to have none.
  const isPrinted = (written: string) => startOn !== null && (printedDate ?? text).includes(written)
  return suggestions.filter(
    (one) =>
      !(one.kind === 'no date' && startOn !== null) &&
      !(one.kind === 'no link' && links.length > 0) &&
      !((one.kind === 'date form' || one.kind === 'date place') && !isPrinted(one.written)),
  )
}
