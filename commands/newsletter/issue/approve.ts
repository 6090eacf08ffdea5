import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { countProposed, setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, type Button, block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { type Context, command } from '../../define.ts'
import { composeIssue } from '../draft/compose.ts'
import { sincePrinted } from '../draft/sincePrinted.ts'
import { heldBack, underEmbargo } from './embargoed.ts'
import { heldIssue, issueName, monthsOf, period, requireStatus } from './issue.ts'
import { uncleared } from './uncleared.ts'

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
    const { length } = itemsOf(await printable(context, issue))
    await setIssueStatus(context.db, issue.id, 'approved')
    return message(
      rich`Approved ${issueName(issue)} with ${counted(length, 'item')}.`,
      await leftOut(context, issue),
      await underEmbargo(context, issue),
      await uncleared(context, issue),
      ...(await sincePrinted(context, issue)),
      block.buttons(
        button('Publish', 'newsletter publish', monthsOf(issue), 'primary'),
        button('Draft', 'newsletter draft', monthsOf(issue)),
        button(issue.status === 'closed' ? 'Undo: not approved' : 'Undo: reopen it', 'newsletter reopen', {
          ...monthsOf(issue),
          undoes: `approved ${issue.status}`,
        }),
      ),
    )
  },
})

/** The issue as it would be printed today. Raises `UserError` where nothing would be. */
export async function printable(context: Context, issue: NewsletterIssue): Promise<Newsletter> {
  const { db, today } = context
  const composed = await composeIssue(db, issue, {
    ...{ acceptedOnly: true, status: 'published', printedOn: today },
  })
  if (itemsOf(composed).length > 0) return composed
  const waiting = await countProposed(db, issue.id)
  const held = await heldBack(context, issue)
  const why = [
    ...(held === undefined ? [] : [`under embargo is ${held}`]),
    ...(waiting > 0 ? [`${counted(waiting, 'update waits', 'updates wait')} for your decision`] : []),
  ]
  throw new UserError(
    `Nothing would be printed of ${issueName(issue)}: ${why.length === 0 ? 'it has no item' : list(why, 'and')}. Nothing was changed.`,
    {
      buttons: [
        waiting === 0
          ? button('Draft', 'newsletter draft', monthsOf(issue))
          : button('Decide them', 'newsletter triage', monthsOf(issue), 'primary'),
      ],
    },
  )
}

/** Names the updates that nobody has accepted; undefined where there are none. */
export async function leftOut(context: Context, issue: NewsletterIssue): Promise<Block | undefined> {
  const waiting = await undecided(context, issue)
  if (waiting.length === 0) return undefined
  const names = waiting.length > mostNamed ? counted(waiting.length, 'update') : list(waiting, 'and')
  return block.text(
    waiting.length === 1
      ? `${names} was not accepted and is left out.`
      : `${names} were not accepted and are left out.`,
  )
}

/** Keeps for the next issue what nobody decided on, which would wait in a published one unseen; none where nothing does. */
export async function keepButtons(context: Context, issue: NewsletterIssue): Promise<readonly Button[]> {
  const waiting = await undecided(context, issue)
  if (waiting.length === 0) return []
  const label =
    waiting.length === 1 ? `Keep ${waiting[0]} for the next issue` : 'Keep them for the next issue'
  return [button(label, 'update hold-over', { update: waiting.join(', ') })]
}

const mostNamed = 12
/** As many as one press may name. */
const mostKept = 80

async function undecided({ db }: Context, { id }: NewsletterIssue): Promise<readonly string[]> {
  const waiting = await listUpdates(db, { newsletterId: id, statuses: ['proposed'], limit: mostKept })
  return waiting.map((update) => `U${update.id}`).reverse()
}
