import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { withPrintedPieces } from '../../../src/newsletter/settled.ts'
import { type Context, command, type Question } from '../../define.ts'
import { tellAuthors } from '../calls/thanks.ts'
import { sincePrinted } from '../draft/sincePrinted.ts'
import { mailIssue } from '../readers/mailIssue.ts'
import { keepButtons, leftOut, printable } from './approve.ts'
import { keepEmbargoed, underEmbargo } from './embargoed.ts'
import {
  approvedIssueOf,
  heldIssue,
  issueName,
  monthsOf,
  period,
  requireStatus,
  shortNameOf,
} from './issue.ts'
import { announce, pageLine, readButton, roomsTold, storeEdition } from './printing.ts'
import { uncleared } from './uncleared.ts'
import { whoIsTold } from './whoIsTold.ts'

export const publish = command({
  name: 'publish',
  about: 'Freeze an approved issue as it is printed and announce it in every bound room',
  options: { period },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'and shows what would be printed and who would be told',
  examples: ['/newsletter publish'],
  async run(context, { period: asked }) {
    const issue = await heldIssue(context, asked, approvedIssueOf)
    if (issue.status !== 'approved' && issue.status !== 'published') {
      throw new UserError(
        `${shortNameOf(issue)} is ${issue.status}. Approve it first. Nothing was published.`,
        {
          buttons: [button('Approve', 'newsletter approve', monthsOf(issue), 'primary')],
        },
      )
    }
    requireStatus(issue, 'approved')
    const content = withPrintedPieces(await printable(context, issue))
    if (!context.confirmed) return publishQuestion(context, issue, content)
    const kept = await keepEmbargoed(context, issue)
    await storeEdition(context, issue, content, 1, null)
    await setIssueStatus(context.db, issue.id, 'published')
    const rooms = await announce(context, issue, 1, published(context, issue, content))
    const unprinted = await tellAuthors(context, issue, pageLine(context, issue))
    const mailed = await mailIssue(context, issue, content)
    return message(
      rich`Published ${issueName(issue)}: ${counted(itemsOf(content).length, 'item')}, ${roomsTold(rooms)}.`,
      pageLine(context, issue),
      mailed,
      kept,
      await leftOut(context, issue),
      unprinted,
      block.buttons(
        ...(await keepButtons(context, issue)),
        button('Word', 'newsletter export', { ...monthsOf(issue), format: 'docx' }),
        button('E-mail', 'newsletter export', { ...monthsOf(issue), format: 'eml' }),
        button('Markdown', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
      ),
    )
  },
})

/** What publishing would do, before it is done. */
async function publishQuestion(
  context: Context,
  issue: NewsletterIssue,
  content: Newsletter,
): Promise<Question> {
  return {
    kind: 'question',
    message: message(
      rich`Publish ${issueName(issue)} with ${counted(itemsOf(content).length, 'item')}? What is printed stays as it is. Nothing has been changed yet.`,
      ...(await whoIsTold(context, issue, { thanked: true })),
      await leftOut(context, issue),
      await underEmbargo(context, issue),
      await uncleared(context, issue),
      ...(await sincePrinted(context, issue)),
    ),
    yes: 'Yes, publish it',
    values: monthsOf(issue),
  }
}

function published(context: Context, issue: NewsletterIssue, content: Newsletter): Message {
  const items = itemsOf(content).length
  return message(
    rich`The newsletter, ${issueName(issue)}, is published with ${counted(items, 'item')}.`,
    pageLine(context, issue),
    readButton(issue),
  )
}
