import { allKnownEntities } from '../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../db/directory/groups.ts'
import { type NewsletterIssue, openNewsletters, periodOf } from '../../../db/newsletter/newsletters.ts'
import { learnedHere } from '../../../db/newsletter/sections/learned.ts'
import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { EntityRef, GroupRef } from '../../../src/core/option.ts'
import { readLink } from '../../../src/core/text/webAddress.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import { contains, formatPeriod, type Period } from '../../../src/core/time/period.ts'
import { printDate } from '../../../src/newsletter/dates/printDate.ts'
import type { ItemReading, readItem } from '../../../src/newsletter/reading/readItem.ts'
import type { Weights } from '../../../src/newsletter/section/learn.ts'
import { isSectionKey, type SectionKey } from '../../../src/newsletter/sections.ts'
import type { Context } from '../../define.ts'
import { issueChoices } from '../../newsletter/issue/issue.ts'
import { isNone, readDateOption } from './dateOption.ts'

/** What the author gave beside the text, which overrides what the text says. */
export interface Given {
  readonly section: string | undefined
  readonly date: string | undefined
  readonly entities: readonly EntityRef[] | undefined
  readonly wg: GroupRef | undefined
  readonly place: string | undefined
  readonly link: string | undefined
}

/** A text by itself. */
export const nothingGiven: Given = {
  section: undefined,
  date: undefined,
  entities: undefined,
  wg: undefined,
  place: undefined,
  link: undefined,
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
  readonly ranked: readonly SectionKey[]
  /** What in the text speaks for the likeliest, in a few words; empty where nothing does. */
  readonly why: string
  /** The date that the text tells, where another was given beside it. */
  readonly dateOfText: string | undefined
  /** What stood behind the text and is not printed. */
  readonly asides: ItemReading['asides']
  /** What its author may mend. */
  readonly suggestions: ItemReading['suggestions']
  /** What the section was told by. */
  readonly features: ItemReading['features']
}

/** What updates are read by, looked up once. */
export interface Known {
  /** Acronym of the author's entity, which “we” refers to. */
  readonly own: string | undefined
  /** The open issues, the one that closes first before the others. */
  readonly open: readonly NewsletterIssue[]
  readonly entities: Awaited<ReturnType<typeof allKnownEntities>>
  readonly groups: Awaited<ReturnType<typeof allKnownGroups>>
  readonly today: Day
  readonly now: Date
  /** The author's IANA zone. */
  readonly zone: string
  /** Loaded with the first update: half of the newsletter's rooms are for reading alone. */
  readonly readItem: typeof readItem
  /** The section's weights, with what this store's secretariat taught. */
  readonly weights: Weights
}

export async function loadKnown(
  { db, today, now, zone, caller }: Context,
  own: string | null = caller.entityAcronym,
): Promise<Known> {
  const reader = await import('../../../src/newsletter/reading/readItem.ts')
  const { weightsHere } = await import('../../../src/newsletter/section/weightsHere.ts')
  const open = await openNewsletters(db)
  return {
    own: own ?? undefined,
    open,
    entities: await allKnownEntities(db),
    groups: await allKnownGroups(db),
    today,
    now,
    zone,
    readItem: reader.readItem,
    weights: weightsHere(await learnedHere(db)),
  }
}

/** Reads dates, entities, group, place, links and section from an update's text. Raises `UserError` for a bad date. */
export function readUpdate(
  { own, open, entities, groups, today, now, zone, readItem: read, weights }: Known,
  text: string,
  given: Given,
  months?: Period,
): Reading {
  const named = months && issueNamed(open, months)
  const next = named ?? open[0]
  const around: Period = next ? periodOf(next) : { from: addDays(today, -60), to: today }
  const item = read(text, {
    period: around,
    entities,
    groups,
    own,
    section: given.section === undefined || !isSectionKey(given.section) ? undefined : given.section,
    weights,
  })
  const said = given.date === undefined ? undefined : readDateOption(given.date, around, { now, zone })
  const dated = said ?? item
  const link = isNone(given.link) ? null : readLink(given.link)
  const content: UpdateContent = {
    text: item.text,
    originalText: text,
    section: given.section ?? item.section,
    printedDate: said ? said.printed : item.printedDate,
    dateForm: item.dateForm,
    startOn: dated.start,
    endOn: dated.end,
    precision: dated.precision,
    dates: dated.dates,
    entities: given.entities?.map((entity) => entity.acronym) ?? item.entities,
    wg: given.wg?.acronym ?? item.wg,
    place: isNone(given.place) ? null : (given.place ?? item.place),
    bold: item.bold,
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
    suggestions: stillTrue(item.suggestions, content),
    features: item.features,
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
  { startOn, links }: Pick<UpdateContent, 'startOn' | 'links'>,
): ItemReading['suggestions'] {
  return suggestions.filter(
    ({ kind }) => !(kind === 'no date' && startOn !== null) && !(kind === 'no link' && links.length > 0),
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
