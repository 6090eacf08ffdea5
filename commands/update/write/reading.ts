import { allKnownEntities } from '../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../db/directory/groups.ts'
import { type NewsletterIssue, openNewsletters, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { EntityRef, GroupRef } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { readLink } from '../../../src/core/text/webAddress.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import { contains, type Period } from '../../../src/core/time/period.ts'
import { readPrintedDates } from '../../../src/newsletter/dates/printedDate.ts'
import { type ItemReading, readItem } from '../../../src/newsletter/reading/readItem.ts'
import type { SectionKey } from '../../../src/newsletter/sections.ts'

/** What the author said beside the text; it goes before what the text says. */
export interface Given {
  readonly section: string | undefined
  readonly date: string | undefined
  readonly entities: readonly EntityRef[] | undefined
  readonly wg: GroupRef | undefined
  readonly place: string | undefined
  readonly link: string | undefined
}

export interface Reading {
  readonly content: UpdateContent
  /** The open issue that takes it; null while none is open. */
  readonly issue: NewsletterIssue | null
  /** The open issue that takes what began on a day. */
  issueFor(day: Day | null): NewsletterIssue | null
  /** Whether the section may be taken without asking: its author named it, or it is told by the text. */
  readonly sure: boolean
  /** The sections that the text may belong to, the likeliest first. */
  readonly ranked: readonly SectionKey[]
  /** What in the text speaks for the likeliest, in a few words; empty where nothing does. */
  readonly why: string
  /** What stood behind the text and is not printed. */
  readonly asides: ItemReading['asides']
  /** What its author may mend. */
  readonly suggestions: ItemReading['suggestions']
}

/** Reads dates, entities, group, place, links and section from an update's text. Raises `UserError` for a bad date. */
export async function readUpdate(db: Db, text: string, given: Given, today: Day): Promise<Reading> {
  const open = await openNewsletters(db)
  const [next] = open
  const around: Period = next ? periodOf(next) : { from: addDays(today, -60), to: today }
  const item = readItem(text, {
    period: around,
    entities: await allKnownEntities(db),
    groups: await allKnownGroups(db),
  })
  const said = given.date === undefined ? undefined : readDateOption(given.date, around)
  const dated = said ?? item
  const link = readLink(given.link)
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
    place: given.place ?? item.place,
    links: link === null ? item.links : [...item.links, { text: link, url: link }],
  }
  const issueFor = (day: Day | null) =>
    open.find((candidate) => day !== null && contains(periodOf(candidate), day)) ?? next ?? null
  return {
    content,
    issue: issueFor(content.startOn),
    issueFor,
    sure: given.section !== undefined || item.sure,
    ranked: item.ranked,
    why: item.why,
    asides: item.asides,
    suggestions: item.suggestions,
  }
}

function readDateOption(typed: string, around: Period) {
  const read = readPrintedDates(`Activity (${typed.replace(/^\(|\)$/g, '')})`, around)
  if (read.start !== null) return read
  throw new UserError(
    `“${shorten(typed)}” is no date; wanted is one such as 6-9 Mar, 28 April 2023 or Apr.`,
    { option: 'date' },
  )
}
