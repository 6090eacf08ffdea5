import { type NewsletterIssue, periodOf } from '../../db/newsletter/newsletters.ts'
import { countProposed, lockIssue, setClosing, setIssueStatus } from '../../db/newsletter/states.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { addDays, formatDay, startOfDay } from '../../src/core/time/day.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { type Context, command } from '../define.ts'
import { issueOf } from './issue.ts'

const period = option.period({ about: 'The months of the issue; the open one unless told' })

/** The issue meant, held until this command ends, so that two of the secretariat do not overtake each other. */
export async function heldIssue(
  context: Context,
  asked: Parameters<typeof issueOf>[1],
): Promise<NewsletterIssue> {
  const issue = await issueOf(context.db, asked)
  const held = await lockIssue(context.db, issue.id)
  context.about(`newsletter:${issue.id}`)
  return { ...issue, ...held }
}

/** `No. 3 (March–April 2023)`. */
export function called(issue: NewsletterIssue): string {
  return `No. ${issue.number} (${formatPeriod(periodOf(issue))})`
}

/** The option `period` that means just this issue. */
export function monthsOf(issue: NewsletterIssue): { readonly period: string } {
  return { period: `${issue.periodFrom}..${issue.periodTo}` }
}

/** Raises `UserError` unless the issue is in one of these states. */
export function requireStatus(issue: NewsletterIssue, ...wanted: readonly NewsletterIssue['status'][]): void {
  if (wanted.includes(issue.status)) return
  throw new UserError(
    issue.status === 'published'
      ? `${called(issue)} is published: what was printed stays. A mistake in it is put right with /newsletter correct.`
      : `${called(issue)} is ${issue.status}. Nothing was changed.`,
  )
}

export const close = command({
  name: 'close',
  about: 'End the collecting for an issue; it can be reopened until it is published',
  options: { period },
  access: secretariat,
  changes: true,
  examples: ['/newsletter close'],
  async run(context, { period: asked }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open')
    await setIssueStatus(context.db, issue.id, 'closed')
    const waiting = await countProposed(context.db, issue.id)
    return message(
      rich`Closed ${called(issue)}: what is posted from now on goes to the next issue.`,
      waiting > 0
        ? block.text(`${counted(waiting, 'update waits', 'updates wait')} for your decision.`)
        : undefined,
      block.buttons(
        ...(waiting > 0 ? [button('Decide them', 'update list', { status: 'proposed' }, 'primary')] : []),
        button('Draft', 'newsletter draft', monthsOf(issue)),
        button('Undo: reopen it', 'newsletter reopen', monthsOf(issue), 'danger'),
      ),
    )
  },
})

export const reopen = command({
  name: 'reopen',
  about: 'Take updates for a closed or approved issue again',
  options: { period },
  access: secretariat,
  changes: true,
  examples: ['/newsletter reopen'],
  async run(context, { period: asked }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'closed', 'approved')
    await setIssueStatus(context.db, issue.id, 'open')
    const past = issue.closesAt <= context.now
    return message(
      rich`${called(issue)} is open again.`,
      past
        ? block.text(
            rich`Its closing day has passed: ${moment(issue.closesAt, context.zone)}. Give it another one.`,
          )
        : undefined,
      block.buttons(
        ...(past
          ? [{ ...button('Extend it', 'newsletter extend', monthsOf(issue), 'primary'), ask: true }]
          : []),
        button('Undo: close it', 'newsletter close', monthsOf(issue), 'danger'),
      ),
    )
  },
})

export const extend = command({
  name: 'extend',
  about: 'Set another closing day for an issue',
  options: { closes: required(option.day({ about: 'The last day for updates' })), period },
  access: secretariat,
  changes: true,
  examples: ['/newsletter extend closes:2027-01-15'],
  async run(context, { period: asked, closes }) {
    const { db, now, zone } = context
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open', 'closed')
    const closesAt = endOfDay(closes, zone)
    if (closesAt <= now) {
      throw new UserError(`${formatDay(closes)} has passed. Give a day ahead.`, { option: 'closes' })
    }
    await setClosing(db, issue.id, closesAt)
    if (issue.status === 'closed') await setIssueStatus(db, issue.id, 'open')
    return message(
      rich`${called(issue)} takes updates until ${moment(closesAt, zone)}; it was ${moment(issue.closesAt, zone)}.`,
      block.buttons(button('Status', 'newsletter status', monthsOf(issue))),
    )
  },
})

/** The last minute of a day in a zone, as a person reads a closing day. */
export function endOfDay(day: string, zone: string): Date {
  return new Date(startOfDay(addDays(day, 1), zone).getTime() - 60_000)
}
