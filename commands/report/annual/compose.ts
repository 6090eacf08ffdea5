import { meetingsHeld } from '../../../db/meetings/meetings.ts'
import { figuresFor } from '../../../db/newsletter/figures.ts'
import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import { isUnderEmbargo, type Update } from '../../../db/newsletter/updates.ts'
import { type Decision, decisionsOfYear } from '../../../db/report/decisions.ts'
import { groupsOfYear, type ReportingGroup } from '../../../db/report/groupsOfYear.ts'
import { type ReportPart, submittedParts } from '../../../db/report/parts.ts'
import { type WorkItem, workPlan } from '../../../db/report/workItems.ts'
import type { Db } from '../../../db/store/db.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, formatDay } from '../../../src/core/time/day.ts'
import type {
  Newsletter,
  NewsletterItem,
  NewsletterSection,
} from '../../../src/newsletter/compose/compose.ts'
import { meetingLine } from '../../../src/newsletter/compose/meetingLine.ts'
import { printDate } from '../../../src/newsletter/dates/printDate.ts'
import { inPrintedOrder } from '../../../src/newsletter/plannedFigures.ts'
import { changesHere } from '../../newsletter/plan/planHere.ts'
import { headings, missingHeadings } from '../headings.ts'

/** More than a year of such a framework has. */
const most = 2000

interface AnnualSpan {
  readonly year: number
  readonly now: Date
  /** The groups whose parts are wanted; all where none is given. */
  readonly groupIds?: ReadonlySet<number>
  readonly title: string
  /** Whether it is printed without the word “Draft”; while anything of it is missing it is a draft unless told. */
  readonly final?: boolean
}

/** A group that has not submitted everything yet. */
export interface UnsubmittedGroup {
  readonly group: string
  readonly headings: readonly string[]
  /** How many headings there are. */
  readonly of: number
}

type Held = Awaited<ReturnType<typeof meetingsHeld>>[number]

/**
 * The annual report of a year: what the groups submitted, heading by heading, and below it what the store knows of
 * them: who led, the work plan, meetings held, decisions and accepted updates.
 */
export async function composeReport(
  db: Db,
  { year, now, groupIds, title, final }: AnnualSpan,
): Promise<{ readonly report: Newsletter; readonly lacking: readonly UnsubmittedGroup[] }> {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` }
  const groups = (await groupsOfYear(db, year, now)).filter(({ id }) => groupIds?.has(id) ?? true)
  const parts = await submittedParts(db, year)
  const meetings = await meetingsHeld(db, period)
  const decisions = await decisionsOfYear(db, year)
  const accepted = await listUpdates(db, { statuses: ['accepted'], period, limit: most })
  const today = dayOf(now, 'UTC')
  const updates = accepted.filter((update) => !isUnderEmbargo(update, today))
  const sections: NewsletterSection[] = []
  for (const group of groups) {
    sections.push(
      sectionOf(group, {
        parts: parts.filter(({ groupId }) => groupId === group.id),
        plan: await workPlan(db, group.id, year),
        meetings: meetings.filter(({ groupIds: of }) => of.includes(group.id)),
        decisions: decisions.filter(({ groupIds: of }) => of.includes(group.id)),
        updates: updates.filter(({ wg }) => wg === group.acronym),
      }),
    )
  }
  const kept =
    groupIds === undefined
      ? meetings
      : meetings.filter(({ groupIds: of }) => of.some((id) => groupIds.has(id)))
  const lacking = groups.flatMap(({ id, acronym }) => {
    const missing = missingHeadings(parts.filter(({ groupId }) => groupId === id))
    return missing.length === 0 ? [] : [{ group: acronym, headings: missing, of: headings.length }]
  })
  return {
    report: {
      number: null,
      period,
      status: (final ?? (lacking.length === 0 && period.to < today)) ? 'published' : 'draft',
      title,
      foreword: countOf(kept, year),
      figures:
        groupIds === undefined ? inPrintedOrder(await figuresFor(db, period), await changesHere(db)) : [],
      sections,
    },
    lacking,
  }
}

function countOf(meetings: readonly Held[], year: number): string {
  if (meetings.length === 0) return `No meeting was held in ${year}.`
  const inFocus = meetings.filter(({ kind }) => kind === 'in-focus').length
  const regular = meetings.filter(({ kind }) => kind === 'regular').length
  const kinds = [
    [regular, 'regular'],
    [inFocus, 'in focus'],
    [meetings.length - regular - inFocus, 'of another kind'],
  ] as const
  const each = kinds.flatMap(([count, kind]) => (count > 0 ? [`${count} ${kind}`] : []))
  return `${counted(meetings.length, 'meeting was', 'meetings were')} held in ${year}: ${each.join(', ')}.`
}

interface Known {
  readonly parts: readonly ReportPart[]
  readonly plan: readonly WorkItem[]
  readonly meetings: readonly Held[]
  readonly decisions: readonly Decision[]
  readonly updates: readonly Update[]
}

function sectionOf(group: ReportingGroup, known: Known): NewsletterSection {
  const { acronym, name, pillar, terms } = group
  const written = headings.flatMap((heading) => {
    const part = known.parts.find((one) => one.heading === heading)
    return part && part.body !== '' ? [{ key: heading, title: heading, note: part.body, items: [] }] : []
  })
  const lines: readonly (readonly [title: string, items: readonly NewsletterItem[]])[] = [
    ['Leadership', terms.map(({ role, entity, from, to }, at) => item(`term-${at}`, `${entity}, ${role}`, ofYear(from, to)))],
    ['Work plan', known.plan.map(({ id, what, entity, status }) => item(`WP${id}`, `${what}${entity === null ? '' : ` (${entity})`}: ${status}`, null))],
    ['Meetings held', known.meetings.map((meeting) => item(`M${meeting.id}`, spoken(meeting), printDate(meeting.heldOn, meeting.heldOn, 'day')))],
    ['Decisions', known.decisions.map(({ record, body, on }) => item(record, body, formatDay(on)))],
    ['Activities', known.updates.map(({ id, text, printedDate, links }) => ({ ...item(`U${id}`, text, printedDate), links }))],
  ] // biome-ignore format: a table
  return {
    key: acronym.toLowerCase(),
    title: `${pillar === null ? '' : `Pillar ${pillar}: `}${acronym}, ${name}`,
    subsections: [
      ...written,
      ...lines
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => ({ key: `${acronym}-${title}`.toLowerCase(), title, items })),
    ],
  }
}

/** The days of a term; null where it takes the whole year. */
function ofYear(from: string, to: string): string | null {
  const isWhole = from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
  return isWhole ? null : `${formatDay(from)} – ${formatDay(to)}`
}

function spoken({ groupAcronym, kind, summary, title, heldOn: start }: Held): string {
  return meetingLine({ group: groupAcronym ?? '', kind, summary: summary ?? title, start })
}

function item(id: string, text: string, printedDate: string | null): NewsletterItem {
  return {
    id,
    text,
    printedDate,
    start: null,
    end: null,
    precision: null,
    entities: [],
    wg: null,
    place: null,
    links: [],
    source: 'update',
  }
}
