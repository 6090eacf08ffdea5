import { createHash } from 'node:crypto'

import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { subscribers } from '../../../db/newsletter/readers/subscribers.ts'
import { stampOf } from '../../../src/core/feature/notice.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderMailText } from '../../../src/newsletter/mail/mailText.ts'
import { escapeHtml } from '../../../src/newsletter/render/escapeHtml.ts'
import { titleOf } from '../../../src/newsletter/render/title.ts'
import type { Context } from '../../define.ts'

/** Stands for a reader's own way off the list. As long as a real one, so that a letter does not grow beyond its bound. */
const leaveMark = `https://leave.invalid/${'x'.repeat(100)}`

/**
 * Sends a published issue to everybody on the list once this transaction is committed; what to say of it, undefined
 * where nobody is on the list. A letter that could not say how to leave the list is not sent.
 */
export async function mailIssue(
  context: Context,
  issue: NewsletterIssue,
  newsletter: Newsletter,
): Promise<Block | undefined> {
  const readers = await subscribers(context.db)
  if (readers.length === 0) return undefined
  const count = counted(readers.length, 'subscriber')
  const page = pageOf(context, issue)
  const lacking = lackingForMail(context, issue)
  if (page === undefined || lacking !== undefined)
    return block.text(
      `Nothing was sent to the ${count}: whoever runs the bot sets ${lacking ?? 'PUBLIC_URL'}.`,
    )
  const edition = newsletter.edition ?? 1
  const subject = `${edition > 1 ? 'Corrected: ' : ''}${titleOf(newsletter)}`
  // Made once for all: letters differ in the way off the list alone.
  const html = renderMailHtml(newsletter, { page, unsubscribe: leaveMark })
  const text = renderMailText(newsletter, { page, unsubscribe: leaveMark })
  for (const { email, token } of readers) {
    const unsubscribe = context.addressOf(`/newsletters/leave/${token}`) ?? page
    context.mail({
      to: email,
      subject,
      text: text.replaceAll(leaveMark, unsubscribe),
      html: html.replaceAll(leaveMark, escapeHtml(unsubscribe)),
      unsubscribe,
      id: `newsletter-${issue.id}-${edition}-${digestOf(email)}-${stampOf(context.now)}`,
    })
  }
  return block.text(`It goes by mail to ${count}.`)
}

type Reaching = Pick<Context, 'hasMail' | 'addressOf'>

/** What is to be set before an issue goes out by mail; undefined where nothing is lacking. */
export function lackingForMail(
  context: Reaching,
  issue: Pick<NewsletterIssue, 'number'>,
): string | undefined {
  if (!context.hasMail) return 'SMTP_URL and MAIL_FROM'
  return pageOf(context, issue) === undefined
    ? 'PUBLIC_URL, so that each letter can say how to leave the list'
    : undefined
}

function pageOf({ addressOf }: Reaching, { number }: Pick<NewsletterIssue, 'number'>): string | undefined {
  return addressOf(`/newsletters/${number}`)
}

function digestOf(email: string): string {
  return createHash('sha256').update(email).digest('hex').slice(0, 24)
}
