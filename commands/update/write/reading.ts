import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { EntityRef, GroupRef } from '../../../src/core/option.ts'
import { readLink } from '../../../src/core/text/addresses/webAddress.ts'
import type { Day, Here } from '../../../src/core/time/day.ts'
import { contains, formatPeriod, type Period } from '../../../src/core/time/period.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import { printDate } from '../../../src/newsletter/dates/printDate.ts'
import { uncredited } from '../../../src/newsletter/names/uncredited.ts'
import { withSubjectEmbargo } from '../../../src/newsletter/pasted/subjectEmbargo.ts'
import { splitEmbargo } from '../../../src/newsletter/reading/embargo.ts'
import { embargoDay } from '../../../src/newsletter/reading/embargoDay.ts'
import type { ItemReading } from '../../../src/newsletter/reading/readItem.ts'
import { issueChoices } from '../../newsletter/issue/issue.ts'
import { isNone, printedOf, readDateOption } from './dateOption.ts'
import type { ReadingContext } from './known.ts'

/** What the author gave beside the text, which overrides what the text says. */
export interface Given {
  readonly section: string | undefined
  readonly date: string | undefined
  readonly entities: readonly EntityRef[] | undefined
  readonly wg: GroupRef | undefined
  readonly place: string | undefined
  readonly link: string | undefined
  readonly embargo: string | undefined
}

/** A text by itself. */
export const nothingGiven: Given = {
  section: undefined,
  date: undefined,
  entities: undefined,
  wg: undefined,
  place: undefined,
  link: undefined,
  embargo: undefined,
}

export interface Reading {
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
  /** What stood behind the text and is not printed. */
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
): Reading {
  const named = months && issueNamed(open, months)
  const next = named ?? open[0]
  const around = named ? periodOf(named) : within
  const embargo = embargoOf(text, given.embargo, { now, zone })
  const item = read(embargo.text, {
    period: around,
    entities,
    groups,
    own,
    section: given.section,
    weights,
    sections,
  })
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
    dateOfText: said && toldDate(item, said),
    asides: item.asides,
    uncredited: given.entities === undefined ? uncredited(item, groups) : [],
    suggestions: stillTrue(item.suggestions, content),
    features: item.features,
    sections,
  }
}

/**
 * The first day on which an update may be printed, and its text without the words that ask for it. Words from which no
 * day can be read stay in the text; in the option they raise a `UserError`.
 */
function embargoOf(
  text: string,
  given: string | undefined,
  here: Here,
): { readonly text: string; readonly until: Day | null } {
  const found = splitEmbargo(withSubjectEmbargo(text))
  const inText = found.until === null ? undefined : embargoDay(found.until, here)
  const rest = inText === undefined ? text : found.text
  if (given === undefined) return { text: rest, until: inText ?? null }
  return { text: rest, until: isNone(given) ? null : readEmbargo(given, here) }
}

function readEmbargo(given: string, here: Here): Day {
  const day = given.replace(/^(?:embargo(?:ed)? )?(?:until|till) /i, '')
  try {
    return embargoDay(day, here) ?? readDay(day, here)
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.message, { option: 'embargo' })
    throw error
  }
}

/** The date of a text whose days are not those that were given beside it. */
function toldDate(item: ItemReading, said: ReturnType<typeof readDateOption>): string | undefined {
  if (item.start === null || (item.start === said.start && item.end === said.end)) return undefined
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

/** Without what was told beside the text. */
export function stillTrue(
  suggestions: ItemReading['suggestions'],
  { startOn, links, text, printedDate }: Pick<UpdateContent, 'startOn' | 'links' | 'text' | 'printedDate'>,
): ItemReading['suggestions'] {
  // Another date was given beside the text, and is printed in its place.
  const isPrinted = (written: string) => (printedDate ?? text).includes(written)
  return suggestions.filter(
    (one) =>
      !(one.kind === 'no date' && startOn !== null) &&
      !(one.kind === 'no link' && links.length > 0) &&
      !((one.kind === 'date form' || one.kind === 'date place') && !isPrinted(one.written)),
  )
}

/** The open issue of just these months. Raises `UserError`. */
function issueNamed(open: readonly NewsletterIssue[], { from, to }: Period): NewsletterIssue {
  const named = open.find((issue) => issue.periodFrom === from && issue.periodTo === to)
  if (named) return named
  throw new UserError(`No issue for ${formatPeriod({ from, to })} is open for updates.`, {
    option: 'issue',
    choices: issueChoices(open),
  })
}

/** The open issue whose months hold a day; a bi-monthly one before an annual one, which gathers the year. */
export function issueOfDay(open: readonly NewsletterIssue[], day: Day | null): NewsletterIssue | undefined {
  if (day === null) return undefined
  const holding = open.filter((issue) => contains(periodOf(issue), day))
  return holding.find(({ kind }) => kind !== 'annual') ?? holding[0]
}
