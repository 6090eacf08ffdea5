import { everyRoom } from '../../../db/meetings/rooms.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { addEdition } from '../../../db/newsletter/printed/editions.ts'
import { addPrintedFile } from '../../../db/newsletter/printed/files.ts'
import { type Block, block, button, link, type Message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { everyForm } from '../../../src/newsletter/document/forms.ts'
import type { MailLinks } from '../../../src/newsletter/mail/mailHtml.ts'
import type { Context } from '../../define.ts'
import { monthsOf } from './issue.ts'

/** Stores an edition as it was printed, in every form, for good. */
export async function storeEdition(
  context: Context,
  issue: NewsletterIssue,
  content: Newsletter,
  edition: number,
  note: string | null,
): Promise<void> {
  const { db, caller, now } = context
  const newsletterId = issue.id
  await addEdition(db, { newsletterId, edition, content, note, publishedBy: caller.personId, now })
  for (const [format, bytes] of await everyForm(content, linksOf(context, issue)))
    await addPrintedFile(db, { newsletterId, edition, format, content: Buffer.from(bytes) })
}

/** Where a published issue leads beside itself. */
export function linksOf({ addressOf }: Pick<Context, 'addressOf'>, { number }: NewsletterIssue): MailLinks {
  const page = addressOf(`/newsletters/${number}`)
  return page === undefined ? {} : { page }
}

/** Tells every bound room, once for each edition, and returns how many rooms there are. */
export async function announce(
  context: Context,
  issue: NewsletterIssue,
  edition: number,
  message: Message,
): Promise<number> {
  const rooms = await everyRoom(context.db)
  context.notify(
    rooms.map((room) => ({
      key: `published:${issue.id}:${edition}:${room.platform}:${room.tenant}:${room.channel}`,
      room,
      kind: 'published',
      subject: `newsletter:${issue.id}`,
      message: message,
    })),
  )
  return rooms.length
}

/** In how many rooms an issue was announced, in words. */
export function roomsTold(rooms: number): string {
  return rooms === 0 ? 'told in no room, since none is bound to a group' : `told in ${counted(rooms, 'room')}`
}

/** Gives the latest edition to whoever presses it. */
export function readButton(issue: NewsletterIssue): Block {
  return block.buttons(
    button('Read it as a file', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
  )
}

/** A link to the issue; undefined where the bot has no public address. */
export function pageLine({ addressOf }: Context, issue: NewsletterIssue): Block | undefined {
  const url = addressOf(`/newsletters/${issue.number}`)
  return url === undefined ? undefined : block.text(rich`Read it at ${link(url, url)}`)
}
