import { adoptSinceClosed } from '../../../db/newsletter/adoptUpdates.ts'
import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { countProposed, setClosing, setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, endOfDay, formatDay } from '../../../src/core/time/day.ts'
import { dayAfter } from '../../../src/core/time/meant/longer.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { command } from '../../define.ts'
import { called, heldIssue, monthsOf, period, requireStatus, shortNameOf } from './issue.ts'
import { takeOpeningBack } from './takeOpeningBack.ts'

export const close = command({
  name: 'close',
  about: 'Stop collecting for an issue; it can be reopened until it is published',
  options: {
    period,
    unopened: option.flag({ about: 'As if it had never been opened, as its undo says', onlyPressed: true }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter close'],
  async run(context, { period: asked, unopened }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open')
    if (unopened) return takeOpeningBack(context, issue)
    await setIssueStatus(context.db, issue.id, 'closed')
    const waiting = await countProposed(context.db, issue.id)
    return message(
      rich`Closed ${called(issue)}: what is posted from now on goes to the next issue.`,
      waiting > 0
        ? block.text(`${counted(waiting, 'update waits', 'updates wait')} for your decision.`)
        : undefined,
      block.buttons(
        ...(waiting > 0 ? [button('Decide them', 'newsletter triage', monthsOf(issue), 'primary')] : []),
        button('Draft', 'newsletter draft', monthsOf(issue)),
        button('Undo: reopen it', 'newsletter reopen', monthsOf(issue), 'danger'),
      ),
    )
  },
})

export const reopen = command({
  name: 'reopen',
  about: 'Reopen a closed or approved issue for updates',
  options: { period },
  access: secretariat,
  changes: true,
  examples: ['/newsletter reopen'],
  async run(context, { period: asked }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'closed', 'approved')
    await setIssueStatus(context.db, issue.id, 'open')
    const missed = await adoptSinceClosed(context.db, issue.id, periodOf(issue))
    const past = issue.closesAt <= context.now
    return message(
      rich`${shortNameOf(issue)} is open again.`,
      missedLine(missed),
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
  about: 'Change the closing day of an issue',
  options: {
    closes: required(
      option.dueDayOrLonger({ about: 'The last day for updates, or how much later, e.g. +1 week' }),
    ),
    period,
    undoes: option.text({
      about: 'The closing that an undo takes back and the one before it, as its button says',
      max: 60,
      onlyPressed: true,
    }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter extend closes:2027-01-15', '/newsletter extend +1 week'],
  async run(context, { period: asked, closes: typed, undoes }) {
    const { db, now, zone } = context
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open', 'closed')
    const closes = dayAfter(dayOf(issue.closesAt, zone), typed)
    const closesAt = closingBefore(issue, undoes, zone) ?? endOfDay(closes, zone)
    if (closesAt <= now) {
      throw new UserError(`${formatDay(closes)} has passed. Give a day ahead.`, { option: 'closes' })
    }
    await setClosing(db, issue.id, closesAt)
    const reopened = issue.status === 'closed'
    if (reopened) await setIssueStatus(db, issue.id, 'open')
    const missed = reopened ? await adoptSinceClosed(db, issue.id, periodOf(issue)) : 0
    return message(
      rich`${shortNameOf(issue)} takes updates until ${moment(closesAt, zone)}; it was ${moment(issue.closesAt, zone)}.`,
      missedLine(missed),
      block.buttons(
        // A day that has passed cannot be set again.
        ...(issue.status === 'open' && issue.closesAt > now
          ? [
              button('Undo', 'newsletter extend', {
                ...monthsOf(issue),
                closes: dayOf(issue.closesAt, zone),
                undoes: `${closesAt.toISOString()} ${issue.closesAt.toISOString()}`,
              }),
            ]
          : []),
        button('Status', 'newsletter status', monthsOf(issue)),
      ),
    )
  },
})

/** The closing to which an undo goes back, to the minute. Raises `UserError` where it was set anew since. */
function closingBefore(issue: NewsletterIssue, undoes: string | undefined, zone: string): Date | undefined {
  if (undoes === undefined) return undefined
  const [set, before] = undoes.split(' ').map((one) => new Date(one))
  if (!before || Number.isNaN(before.getTime()) || set?.getTime() !== issue.closesAt.getTime())
    throw new UserError(
      `${shortNameOf(issue)} was given another closing since, ${formatMoment(issue.closesAt, zone)}. Nothing was changed.`,
    )
  return before
}

function missedLine(missed: number): Block | undefined {
  return missed === 0
    ? undefined
    : block.text(
        `${counted(missed, 'update')} posted while it was closed ${missed === 1 ? 'is' : 'are'} in it.`,
      )
}
