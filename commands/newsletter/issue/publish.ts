import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { countProposed, setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { settled } from '../../../src/newsletter/settled.ts'
import { type Context, command } from '../../define.ts'
import { thankAuthors } from '../calls/thanks.ts'
import { composeIssue } from '../draft/compose.ts'
import { mailIssue } from '../readers/mailIssue.ts'
import { keepEmbargoed, underEmbargo } from './embargoed.ts'
import { called, heldIssue, monthsOf, period, requireStatus, shortNameOf } from './issue.ts'
import { announce, keep, pageLine, toldIn } from './printing.ts'

export const approve = command({
  name: 'approve',
  about: 'Approve an issue for publication; it holds only what was accepted',
  options: { period },
  access: secretariat,
  changes: true,
  examples: ['/newsletter approve'],
  async run(context, { period: asked }) {
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open', 'closed')
    const items = await printableItems(context, issue)
    await setIssueStatus(context.db, issue.id, 'approved')
    return message(
      rich`Approved ${called(issue)} with ${counted(items, 'item')}.`,
      await leftOut(context, issue),
      await underEmbargo(context, issue),
      block.buttons(
        button('Publish', 'newsletter publish', monthsOf(issue), 'primary'),
        button('Draft', 'newsletter draft', monthsOf(issue)),
        button('Undo: reopen it', 'newsletter reopen', monthsOf(issue), 'danger'),
      ),
    )
  },
})

export const publish = command({
  name: 'publish',
  about: 'Freeze an approved issue as it is printed and announce it in every bound room',
  options: { period },
  access: secretariat,
  changes: true,
  confirm:
    'Publish this issue? What is accepted is printed and stays as it is; every bound room is told and every subscriber gets it by mail.',
  examples: ['/newsletter publish'],
  async run(context, { period: asked }) {
    const issue = await heldIssue(context, asked)
    if (issue.status !== 'approved' && issue.status !== 'published') {
      throw new UserError(
        `${shortNameOf(issue)} is ${issue.status}. Approve it first. Nothing was published.`,
        {
          buttons: [button('Approve', 'newsletter approve', monthsOf(issue), 'primary')],
        },
      )
    }
    requireStatus(issue, 'approved')
    const printing = { acceptedOnly: true, status: 'published', printedOn: context.today }
    const content = settled(await composeIssue(context.db, issue, printing))
    const kept = await keepEmbargoed(context, issue)
    await keep(context, issue, content, 1, null)
    await setIssueStatus(context.db, issue.id, 'published')
    const rooms = await announce(context, issue, 1, published(context, issue, content))
    await thankAuthors(context, issue, pageLine(context, issue))
    const mailed = await mailIssue(context, issue, content)
    return message(
      rich`Published ${called(issue)}: ${counted(itemsOf(content).length, 'item')}, ${toldIn(rooms)}.`,
      pageLine(context, issue),
      mailed,
      kept,
      block.buttons(
        button('Word', 'newsletter export', { ...monthsOf(issue), format: 'docx' }),
        button('E-mail', 'newsletter export', { ...monthsOf(issue), format: 'eml' }),
        button('Markdown', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
      ),
    )
  },
})

async function printableItems({ db, today }: Context, issue: NewsletterIssue): Promise<number> {
  return itemsOf(await composeIssue(db, issue, { acceptedOnly: true, printedOn: today })).length
}

async function leftOut({ db }: Context, issue: NewsletterIssue): Promise<Block | undefined> {
  const waiting = await countProposed(db, issue.id)
  if (waiting === 0) return undefined
  return block.text(
    `${counted(waiting, 'update was not accepted and is', 'updates were not accepted and are')} left out.`,
  )
}

function published(context: Context, issue: NewsletterIssue, content: Newsletter): Message {
  const items = itemsOf(content).length
  return message(
    rich`The newsletter, ${called(issue)}, is published with ${counted(items, 'item')}.`,
    pageLine(context, issue),
    block.buttons(
      button('Read it as a file', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
    ),
  )
}
