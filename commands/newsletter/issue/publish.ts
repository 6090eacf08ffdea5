import { everyRoom } from '../../../db/meetings/rooms.ts'
import { addEdition, latestEdition } from '../../../db/newsletter/editions.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { countProposed, setIssueStatus } from '../../../db/newsletter/states.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, link, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { changesBetween, type ItemChange, itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { type Context, command } from '../../define.ts'
import { thankAuthors } from '../calls/thanks.ts'
import { composeIssue } from '../draft/compose.ts'
import { mailIssue } from '../readers/mailIssue.ts'
import { called, heldIssue, monthsOf, period, requireStatus, shortNameOf } from './issue.ts'

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
    const content = await composeIssue(context.db, issue, { acceptedOnly: true, status: 'published' })
    await keep(context, issue, content, 1, null)
    await setIssueStatus(context.db, issue.id, 'published')
    const rooms = await announce(context, issue, 1, published(context, issue, content))
    await thankAuthors(context, issue, pageLine(context, issue))
    const mailed = await mailIssue(context, issue, content)
    return message(
      rich`Published ${called(issue)}: ${counted(itemsOf(content).length, 'item')}, told in ${counted(rooms, 'room')}.`,
      pageLine(context, issue),
      mailed,
      block.buttons(
        button('Word', 'newsletter export', { ...monthsOf(issue), format: 'docx' }),
        button('E-mail', 'newsletter export', { ...monthsOf(issue), format: 'eml' }),
        button('Markdown', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
      ),
    )
  },
})

export const correct = command({
  name: 'correct',
  about: 'Issue a corrected version of a published issue; what changed is shown',
  options: {
    note: required(option.text({ about: 'What was corrected, in a sentence for its readers', max: 300 })),
    period,
  },
  access: secretariat,
  changes: true,
  confirm:
    'Publish a corrected edition with this note: “{note}”? Every bound room is told and every subscriber gets it by mail.',
  examples: ['/newsletter correct "The date of the Accra training was wrong"'],
  async run(context, { note, period: asked }) {
    const issue = await heldIssue(context, asked)
    const before = issue.status === 'published' ? await latestEdition(context.db, issue.id) : undefined
    if (!before)
      throw new UserError(`${shortNameOf(issue)} is not published, so there is nothing to correct.`)
    const edition = before.edition + 1
    const content = await composeIssue(context.db, issue, { acceptedOnly: true, edition })
    const changes = changesBetween(storedNewsletter(before.content), content)
    if (changes.length === 0) {
      throw new UserError(
        `Nothing differs from what was printed of ${called(issue)}. Change the update first (/update edit), then correct the issue.`,
      )
    }
    await keep(context, issue, content, edition, note)
    const told = message(
      rich`Corrected: the newsletter, ${called(issue)}, edition ${edition}. ${note}`,
      changeList(changes),
      pageLine(context, issue),
    )
    const rooms = await announce(context, issue, edition, told)
    const mailed = await mailIssue(context, issue, content)
    return message(
      rich`Published edition ${edition} of ${called(issue)} with ${counted(changes.length, 'change')}, told in ${counted(rooms, 'room')}.`,
      changeList(changes),
      pageLine(context, issue),
      mailed,
    )
  },
})

async function printableItems({ db }: Context, issue: NewsletterIssue): Promise<number> {
  return itemsOf(await composeIssue(db, issue, { acceptedOnly: true })).length
}

async function leftOut({ db }: Context, issue: NewsletterIssue): Promise<Block | undefined> {
  const waiting = await countProposed(db, issue.id)
  if (waiting === 0) return undefined
  return block.text(
    `${counted(waiting, 'update was not accepted and is', 'updates were not accepted and are')} left out.`,
  )
}

async function keep(
  { db, caller, now }: Context,
  issue: NewsletterIssue,
  content: Newsletter,
  edition: number,
  note: string | null,
): Promise<void> {
  await addEdition(db, { newsletterId: issue.id, edition, content, note, publishedBy: caller.personId, now })
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

/** Tells every bound room, once for each edition; gives how many. */
async function announce(
  context: Context,
  issue: NewsletterIssue,
  edition: number,
  said: Message,
): Promise<number> {
  const rooms = await everyRoom(context.db)
  context.notify(
    rooms.map((room) => ({
      key: `published:${issue.id}:${edition}:${room.platform}:${room.tenant}:${room.channel}`,
      room,
      kind: 'published',
      subject: `newsletter:${issue.id}`,
      message: said,
    })),
  )
  return rooms.length
}

/** Where the issue can be read, where the bot has an address. */
function pageLine({ addressOf }: Context, issue: NewsletterIssue): Block | undefined {
  const url = addressOf(`/newsletters/${issue.number}`)
  return url === undefined ? undefined : block.text(rich`Read it at ${link(url, url)}`)
}

function changeList(changes: readonly ItemChange[]): Block {
  return block.list(
    changes.slice(0, 20).map(({ kind, before, after }) => {
      if (kind === 'added') return `New: ${after ?? ''}`
      return kind === 'removed' ? `Taken out: ${before ?? ''}` : `“${before ?? ''}” is now “${after ?? ''}”`
    }),
  )
}
