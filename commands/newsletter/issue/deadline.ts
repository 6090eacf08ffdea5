import { adoptSinceClosed, releaseAdopted } from '../../../db/newsletter/adoptUpdates.ts'
import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { countProposed, setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command } from '../../define.ts'
import { asksFirst } from '../../records/askWhereMany.ts'
import { askBeforeCalling } from '../calls/askBeforeCalling.ts'
import { calledInVain, tellCalled, tellClosed } from '../tellCalled.ts'
import { calledFirst, heldIssue, issueName, monthsOf, period, requireStatus, shortNameOf } from './issue.ts'
import { takeOpeningBack } from './takeOpeningBack.ts'

/** Characters in which an undo names the updates that a reopening took in. */
export const mostAdopted = 2000

export const close = command({
  name: 'close',
  about: 'Stop collecting for an issue; it can be reopened until it is published',
  options: {
    period,
    unopened: option.flag({ about: 'As if it had never been opened, as its undo says', onlyPressed: true }),
    adopted: option.text({
      about: 'The updates that its reopening took in, as its undo says',
      max: mostAdopted,
      onlyPressed: true,
    }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter close'],
  async run(context, { period: asked, unopened, adopted }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open')
    if (unopened) return takeOpeningBack(context, issue)
    const called = await calledInVain(context, issue.id)
    if (adopted !== undefined) await releaseAdopted(context.db, issue.id, idsIn(adopted))
    await setIssueStatus(context.db, issue.id, 'closed')
    const waiting = await countProposed(context.db, issue.id)
    return message(
      rich`Closed ${issueName(issue)}: what is posted from now on goes to the next issue.`,
      waiting > 0
        ? block.text(`${counted(waiting, 'update waits', 'updates wait')} for your decision.`)
        : undefined,
      await tellClosed(context, issue, called),
      block.buttons(
        ...(waiting > 0 ? [button('Decide them', 'newsletter triage', monthsOf(issue), 'primary')] : []),
        button('Draft', 'newsletter draft', monthsOf(issue)),
        button('Undo: reopen it', 'newsletter reopen', { ...monthsOf(issue), undoes: 'closed open' }),
      ),
    )
  },
})

export const reopen = command({
  name: 'reopen',
  about: 'Reopen a closed or approved issue for updates',
  options: {
    period,
    undoes: option.text({
      about: 'The status that an undo takes back and the one before it, as its button says',
      max: 30,
      onlyPressed: true,
    }),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many are reminded at once',
  examples: ['/newsletter reopen'],
  async run(context, { period: asked, undoes = '' }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'closed', 'approved')
    const [set, before] = undoes.split(' ')
    if (undoes !== '' && set !== issue.status)
      throw new UserError(
        `${shortNameOf(issue)} is ${issue.status} by now, so it stays. Nothing was changed.`,
      )
    if (before === 'closed') {
      await setIssueStatus(context.db, issue.id, 'closed')
      return message(
        rich`${shortNameOf(issue)} is closed again, and no longer approved.`,
        block.buttons(button('Undo: approve it', 'newsletter approve', monthsOf(issue))),
      )
    }
    const change = async () => {
      await setIssueStatus(context.db, issue.id, 'open')
      return adoptSinceClosed(context.db, issue.id, periodOf(issue))
    }
    const told = () => calledInVain(context, issue.id)
    const asking = (people: number) => ({
      what: rich`Open ${shortNameOf(issue)} again, and remind ${counted(people, 'person', 'people')} of it now, from whose entities nothing has come?`,
      yes: 'Open it and remind them',
    })
    const missed = await askBeforeCalling(context, issue, change, asking, told)
    if (asksFirst(missed)) return missed
    const heard = await tellCalled(
      context,
      issue,
      await told(),
      'open',
      (reader) => rich`${calledFirst(issue)} takes updates again, until ${moment(issue.closesAt, reader)}.`,
    )
    const past = issue.closesAt <= context.now
    return message(
      rich`${shortNameOf(issue)} is open again.`,
      missedLine(missed),
      heard,
      past
        ? block.text(
            rich`Its closing day has passed: ${moment(issue.closesAt, context.zone)}. Give it another one.`,
          )
        : undefined,
      block.buttons(
        ...(past
          ? [{ ...button('Extend it', 'newsletter extend', monthsOf(issue), 'primary'), ask: true }]
          : []),
        issue.status === 'approved'
          ? button('Undo: approve it again', 'newsletter approve', monthsOf(issue))
          : button('Undo: close it', 'newsletter close', { ...monthsOf(issue), ...adoptedOf(missed) }),
      ),
    )
  },
})

/** The numbers in what an undo says. */
export function idsIn(text: string): readonly number[] {
  return [...text.matchAll(/\b\d{1,9}\b/g)].map(([id]) => Number(id))
}

function adoptedOf(ids: readonly number[]): { readonly adopted?: string } {
  return ids.length === 0 ? {} : { adopted: ids.join(' ') }
}

/** Says how many updates a reopened issue took in; undefined for none. */
export function missedLine({ length: missed }: readonly number[]): Block | undefined {
  return missed === 0
    ? undefined
    : block.text(
        `${counted(missed, 'update')} posted while it was closed ${missed === 1 ? 'is' : 'are'} in it.`,
      )
}
