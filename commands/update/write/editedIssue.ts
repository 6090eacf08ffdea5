import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { Update, UpdateContent } from '../../../db/newsletter/updates.ts'
import { block, message, type Rich, rich } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import type { Context, Question } from '../../define.ts'
import { updateFields } from '../card.ts'
import { isOutside, outsideLine, yearBefore } from './outside.ts'
import { askForOneOf, issuesTouched } from './questions.ts'
import type { ReadingContext } from './reading/known.ts'
import { issueOfDay } from './reading/openIssue.ts'
import type { UpdateReading } from './reading/reading.ts'

/** Where an edited update goes. */
export interface EditedIssue {
  /** Null while it waits for the next issue that is opened. */
  readonly newsletterId: number | null
  /** Says to which issue it moves; undefined where it stays. */
  readonly moved: string | undefined
  /** What is asked before the edit is taken; undefined where nothing is in doubt. */
  readonly question: Question | undefined
}

/**
 * The issue of an edited update: the one that was named, else the open one of its new days, else the one that it is in.
 * Raises `UserError` for days that lie in several open issues.
 */
export function editedIssue(
  context: Context,
  known: ReadingContext,
  before: Update,
  {
    content,
    read,
    asks,
    replaced,
  }: {
    readonly content: UpdateContent
    readonly read: UpdateReading
    readonly asks: boolean
    /** Tells of the words that the new text would replace though its author has not seen them. */
    readonly replaced?: Rich | undefined
  },
): EditedIssue {
  const asksNow = asks && !context.confirmed
  const redated = content.startOn !== before.startOn || content.endOn !== before.endOn
  const touched = redated && !read.issueNamed ? issuesTouched(known.open, content) : []
  if (asksNow) askForOneOf(touched, content, 'changed')
  const stays = touched.length > 1 && touched.some(({ id }) => id === before.newsletterId)
  const own = known.open.find(({ id }) => id === before.newsletterId)
  const next = read.issueNamed
    ? read.issue
    : redated && !stays
      ? (issueOfDay(known.open, content.startOn) ??
        (before.newsletterId === null ? read.issueFor(content.startOn) : undefined))
      : undefined
  const placed = { content, issue: next ?? own ?? null, issueNamed: read.issueNamed }
  return {
    newsletterId: next?.id ?? before.newsletterId,
    moved: next && next.id !== before.newsletterId ? movedTo(next) : undefined,
    question: asksNow
      ? questionOf(context, placed, {
          replaced,
          sections: known.sections,
          isOutside: redated && isOutside(placed),
        })
      : undefined,
  }
}

function movedTo(issue: NewsletterIssue): string {
  return `It is for the ${formatPeriod(periodOf(issue))} issue now.`
}

interface Doubts {
  readonly replaced: Rich | undefined
  readonly isOutside: boolean
  readonly sections: ReadingContext['sections']
}

/** Puts every doubt into one question: its Yes answers them all, for nothing is asked after it. */
function questionOf(
  { today }: Context,
  placed: Parameters<typeof outsideLine>[0],
  { replaced, isOutside: outside, sections }: Doubts,
): Question | undefined {
  if (!outside && !replaced) return undefined
  const other = outside ? yearBefore(placed.content, today) : undefined
  return {
    kind: 'question',
    message: message(
      rich`Nothing has been changed yet. ${replaced ?? outsideLine(placed)}`,
      replaced ? block.text('Your text would take the place of that one.') : undefined,
      replaced && outside ? block.text(outsideLine(placed)) : undefined,
      block.text(rich`It would say: ${shorten(placed.content.text, 80)}`),
      updateFields(placed.content, sections),
    ),
    yes: replaced ? 'Take mine' : 'Change anyway',
    values: {},
    ...(other ? { others: [{ label: `It was ${other}`, values: { date: other } }] } : {}),
  }
}
