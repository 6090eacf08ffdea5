import { printedAuthors } from '../../../db/newsletter/calls/calls.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { issueName, monthsOf } from '../issue/issue.ts'

/** Thanks everybody whose updates are printed, once, with where to read the issue. */
export async function thankAuthors(
  { db, notify, caller }: Context,
  issue: NewsletterIssue,
  page: Block | undefined,
): Promise<void> {
  const authors = (await printedAuthors(db, issue.id)).filter((id) => id !== caller.personId)
  notify(
    authors.map((personId) => ({
      key: `thanks:${issue.id}:${personId}`,
      personId,
      kind: 'thanks',
      subject: `newsletter:${issue.id}`,
      urgency: 'bulk',
      message: message(
        rich`Thank you: ${issueName(issue)} is published, with what you sent.`,
        page,
        block.buttons(
          button('Read it as a file', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
        ),
      ),
    })),
  )
}
