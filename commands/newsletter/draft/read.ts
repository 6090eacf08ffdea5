import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import type { Edition } from '../../../db/newsletter/printed/editions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { changesBetween, itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { editionLine, titleOf } from '../../../src/newsletter/render/title.ts'
import { type Context, command } from '../../define.ts'
import { monthsOf, publishedIssueOf, publishedPeriod } from '../issue/issue.ts'
import { pageLine } from '../issue/printing.ts'
import { composeIssue } from './compose.ts'
import { edition, editionAsked, unpublished } from './editionAsked.ts'
import { printedInChat } from './inChat.ts'

export const read = command({
  name: 'read',
  about: 'A published issue here in the chat, as it was printed',
  heading: 'Published newsletter',
  options: { period: publishedPeriod, edition },
  access: anyone,
  examples: ['/newsletter read', '/newsletter read 2026-11..2026-12'],
  async run(context, { period: asked, edition: number }) {
    const issue = await publishedIssueOf(context, asked)
    if (issue.status !== 'published') throw unpublished(issue, context.caller)
    return printedMessage(context, issue, await editionAsked(context, issue, number))
  },
})

/** An edition of an issue as it was printed. The secretariat hears what a correction would change. */
export async function printedMessage(
  context: Context,
  issue: NewsletterIssue,
  { content, edition: number }: Edition,
): Promise<Message> {
  const printed = storedNewsletter(content)
  const corrected = editionLine(printed)
  const months = monthsOf(issue)
  const of = number > 1 ? { ...months, edition: String(number) } : months
  const differs = context.caller.isSecretariat ? await differing(context, issue, printed) : 0
  return message(
    rich`${titleOf(printed)}, as it was published: ${counted(itemsOf(printed).length, 'item')}.`,
    corrected === undefined ? undefined : block.text(corrected),
    pageLine(context, issue),
    ...printedInChat(printed),
    differs > 0
      ? block.text(
          `What the store has now differs from it in ${counted(differs, 'place')}; a correction shows where, and asks before it prints that.`,
        )
      : undefined,
    block.buttons(
      button('Word', 'newsletter export', { ...of, format: 'docx' }),
      button('E-mail', 'newsletter export', { ...of, format: 'eml' }),
      button('Markdown', 'newsletter export', { ...of, format: 'markdown' }),
      button('HTML', 'newsletter export', { ...of, format: 'html' }),
      ...(differs > 0 ? [{ ...button('Correct', 'newsletter correct', months), ask: true as const }] : []),
    ),
  )
}

/** In how many places the issue would differ if it were printed now. */
async function differing(context: Context, issue: NewsletterIssue, printed: Newsletter): Promise<number> {
  const now = await composeIssue(context.db, issue, { acceptedOnly: true, printedOn: context.today })
  return changesBetween(printed, now).length
}
