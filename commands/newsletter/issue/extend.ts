import { adoptSinceClosed, releaseAdopted } from '../../../db/newsletter/adoptUpdates.ts'
import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { setClosing, setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, endOfDay, formatDay } from '../../../src/core/time/day.ts'
import { dayAfter } from '../../../src/core/time/phrases/longer.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { type Context, command } from '../../define.ts'
import { asksFirst } from '../../records/askWhereMany.ts'
import { markOf } from '../../records/overruled.ts'
import { isStale, shownOption } from '../../records/shownThen.ts'
import { askBeforeCalling } from '../calls/askBeforeCalling.ts'
import { calledInVain, tellCalled, tellClosed } from '../tellCalled.ts'
import { idsIn, missedLine, mostAdopted } from './deadline.ts'
import { calledFirst, heldIssue, monthsOf, period, requireStatus, shortNameOf } from './issue.ts'

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
      max: mostAdopted,
      onlyPressed: true,
    }),
    shown: shownOption,
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many are reminded at once',
  examples: ['/newsletter extend closes:2027-01-15', '/newsletter extend +1 week'],
  async run(context, { period: asked, closes: typed, undoes, shown }) {
    const { db, now, zone } = context
    const issue = await heldIssue(context, asked)
    if (undoes?.includes(' closed')) return closeAgain(context, issue, undoes)
    requireStatus(issue, ...(undoes === undefined ? (['open', 'closed'] as const) : (['open'] as const)))
    const closes = dayAfter(dayOf(issue.closesAt, zone), typed)
    const closesAt = closingBefore(issue, undoes, zone) ?? endOfDay(closes, zone)
    if (closesAt <= now) {
      throw new UserError(`${formatDay(closes)} has passed. Give a day ahead.`, { option: 'closes' })
    }
    const reopened = issue.status === 'closed'
    if (!reopened && closesAt.getTime() === issue.closesAt.getTime())
      throw new UserError(
        `${shortNameOf(issue)} takes updates until ${formatMoment(closesAt, zone)} already; nothing was changed.`,
      )
    const change = async () => {
      await setClosing(db, issue.id, closesAt)
      if (reopened) await setIssueStatus(db, issue.id, 'open')
      return reopened ? adoptSinceClosed(db, issue.id, periodOf(issue)) : []
    }
    const told = () => calledInVain(context, issue.id)
    const stands = [issue.status, issue.closesAt]
    const stale = isStale(stands, shown)
    const since = stale
      ? rich`It was changed since you were asked: ${reopened ? 'it is closed now' : rich`it closes ${moment(issue.closesAt, zone)} now`}. `
      : ''
    const asking = (people: number) => ({
      what:
        people === 0
          ? rich`${since}Let ${shortNameOf(issue)} take updates until ${moment(closesAt, zone)}?`
          : rich`${since}Let ${shortNameOf(issue)} take updates until ${moment(closesAt, zone)}, and remind ${counted(people, 'person', 'people')} of it now, from whose entities nothing has come?`,
      yes: people === 0 ? 'Do it' : 'Do it and remind them',
      values: { closes, shown: markOf(stands) },
    })
    const missed = await askBeforeCalling(context, issue, change, asking, told, stale)
    if (asksFirst(missed)) return missed
    const heard = await tellCalled(context, issue, await told(), reopened ? 'open' : 'later', (reader) =>
      reopened
        ? rich`${calledFirst(issue)} takes updates again, until ${moment(closesAt, reader)}.`
        : rich`${calledFirst(issue)} now takes updates until ${moment(closesAt, reader)}; it was ${moment(issue.closesAt, reader)}.`,
    )
    return message(
      rich`${shortNameOf(issue)} takes updates until ${moment(closesAt, zone)}; it was ${moment(issue.closesAt, zone)}.`,
      missedLine(missed),
      heard,
      block.buttons(
        // A day that has passed cannot be set again.
        ...(reopened || issue.closesAt > now
          ? [
              button(reopened ? 'Undo: close it again' : 'Undo', 'newsletter extend', {
                ...monthsOf(issue),
                closes: dayOf(issue.closesAt, zone),
                undoes: [closesAt.toISOString(), issue.closesAt.toISOString()]
                  .concat(reopened ? ['closed', ...missed.map(String)] : [])
                  .join(' '),
              }),
            ]
          : []),
        button('Status', 'newsletter status', monthsOf(issue)),
      ),
    )
  },
})

/** Takes back that a closed issue was given a later day, which had reopened it. */
async function closeAgain(context: Context, issue: NewsletterIssue, undoes: string): Promise<Message> {
  const { db, zone } = context
  requireStatus(issue, 'open')
  const called = await calledInVain(context, issue.id)
  const closesAt = closingBefore(issue, undoes, zone) ?? issue.closesAt
  await releaseAdopted(db, issue.id, idsIn(undoes.split(' closed')[1] ?? ''))
  await setClosing(db, issue.id, closesAt)
  await setIssueStatus(db, issue.id, 'closed')
  return message(
    rich`${shortNameOf(issue)} is closed again, as of ${moment(closesAt, zone)}.`,
    await tellClosed(context, issue, called),
    block.buttons(
      { ...button('Extend it', 'newsletter extend', monthsOf(issue)), ask: true },
      button('Draft', 'newsletter draft', monthsOf(issue)),
    ),
  )
}

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
