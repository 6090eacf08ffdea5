import { roleChanges } from '../../../db/directory/roleChanges.ts'
import { libraryAdditions } from '../../../db/library/additions.ts'
import { meetingsHeld } from '../../../db/meetings/meetings.ts'
import { arrangementOf } from '../../../db/newsletter/arrange/arrangement.ts'
import { figuresFor } from '../../../db/newsletter/figures.ts'
import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { isUnderEmbargo, type Update } from '../../../db/newsletter/updates.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { type ComposeItem, compose, type Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { meetingLine, roleLine } from '../../../src/newsletter/compose/meetingLine.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import { changesHere } from '../plan/planHere.ts'
import { fromLibrary, isAbout } from './publications.ts'
import { yearItems } from './yearItems.ts'

/** The most updates that one issue takes; the published ones have about fifty. */
const most = 2000

export interface DraftRequest {
  /** Leaves out what nobody has accepted, as print does. */
  readonly acceptedOnly?: boolean
  readonly status?: string
  readonly edition?: number
  /** The day of printing: leaves out what is under embargo then, and marks no embargo on the rest. */
  readonly printedOn?: Day
  /** With what an annual issue leaves out, so that it can be taken in again. */
  readonly whole?: boolean
}

/**
 * An issue as it is now: its updates, and the meetings held, the roles changed and the publications that came into the
 * library in its period.
 */
export async function composeIssue(
  db: Db,
  issue: NewsletterIssue,
  { acceptedOnly = false, status = issue.status, edition, whole = false, printedOn }: DraftRequest = {},
): Promise<Newsletter> {
  const period = periodOf(issue)
  const updates = await listUpdates(db, {
    newsletterId: issue.id,
    statuses: acceptedOnly ? ['accepted'] : ['proposed', 'accepted'],
    limit: most,
  })
  const meetings = await meetingsHeld(db, period)
  const changes = await roleChanges(db, period)
  const additions = await libraryAdditions(db, period)
  const printed = issue.kind === 'annual' ? (await yearItems(db, period)).items : []
  const lines: ComposeItem[] = [
    ...updates
      .filter((update) => printedOn === undefined || !isUnderEmbargo(update, printedOn))
      .map((update) => fromUpdate(update, printedOn)),
    ...printed.filter(({ id }) => !updates.some((update) => id === `U${update.id}`)),
    ...meetings.filter((meeting) => !updates.some((update) => reports(update, meeting))).map(fromMeeting),
    ...changes.filter((change) => !updates.some((update) => announces(update, change))).map(fromRole),
    ...additions
      .filter(({ inNewsletter }) => inNewsletter === true || !acceptedOnly)
      .filter((item) => !updates.some((update) => isAbout(update, item)))
      .map(fromLibrary),
  ]
  const { notes, orders, omitted } = await arrangementOf(db, issue.id)
  const left = new Set(issue.kind === 'annual' && !whole ? omitted : [])
  return compose({
    number: issue.number,
    kind: issue.kind,
    period,
    status,
    ...(edition === undefined ? {} : { edition }),
    figures: await figuresFor(db, period),
    items: lines.filter(({ id }) => !left.has(id)),
    plan: planOf(await changesHere(db)),
    notes,
    orders,
  })
}

function fromUpdate(update: Update, printedOn: Day | undefined): ComposeItem {
  const {
    text,
    printedDate,
    startOn: start,
    endOn: end,
    precision,
    entities,
    wg,
    place,
    links,
    bold,
  } = update
  return {
    id: `U${update.id}`,
    text,
    printedDate,
    start,
    end,
    precision,
    entities,
    wg,
    place,
    links,
    source: 'update',
    bold,
    section: update.section,
    ...(update.status === 'accepted' ? {} : { waits: true }),
    ...(printedOn === undefined && update.embargoUntil !== null ? { embargo: update.embargoUntil } : {}),
  }
}

type Held = Awaited<ReturnType<typeof meetingsHeld>>[number]

function fromMeeting(meeting: Held): ComposeItem {
  const group = meeting.groupAcronym ?? ''
  return {
    id: `M${meeting.id}`,
    text: meetingLine({
      group,
      kind: meeting.kind,
      summary: meeting.summary ?? meeting.title,
      start: meeting.heldOn,
    }),
    printedDate: null,
    start: meeting.heldOn,
    end: meeting.heldOn,
    precision: 'day',
    entities: meeting.attended,
    wg: meeting.groups[0] ?? null,
    groups: meeting.groups,
    place: meeting.place,
    links: [],
    source: 'meeting',
    section: 'wg-meetings',
  }
}

type Change = Awaited<ReturnType<typeof roleChanges>>[number]

function fromRole(change: Change): ComposeItem {
  return {
    id: `role-${change.kind === 'ended' ? 'end-' : ''}${change.id}`,
    text: roleLine(change),
    printedDate: null,
    start: null,
    end: null,
    precision: null,
    entities: [change.entity],
    wg: change.groupAcronym,
    place: null,
    links: [],
    source: 'role',
    bold: change.holder === null ? [] : [change.holder],
    section: 'what-is-new',
  }
}

/** Whether somebody already wrote the line of a meeting: then the bot's own would be its twin. */
function reports(update: Update, meeting: Held): boolean {
  return (
    update.section === 'wg-meetings' &&
    // Of a joint meeting, the line of either group.
    (update.wg === null ? meeting.groups.length === 0 : meeting.groups.includes(update.wg)) &&
    update.startOn === meeting.heldOn
  )
}

/** Whether somebody already announced a change of role. */
function announces(update: Update, change: Change): boolean {
  return (
    update.section === 'what-is-new' &&
    update.wg === change.groupAcronym &&
    update.entities.includes(change.entity) &&
    /\bchair/i.test(update.text)
  )
}
