import { createHash } from 'node:crypto'

import type { Newsletter } from '../compose/compose.ts'
import { renderDocx } from '../document/docx.ts'
import { titleOf } from '../render/title.ts'
import { type MailLinks, renderMailHtml } from './mailHtml.ts'
import { renderMailText } from './mailText.ts'

/** The type of Word documents. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The newsletter as a message to be opened in a mail program, addressed and sent by hand: text, HTML and the Word
 * document. The same issue gives the same bytes.
 */
export async function renderEml(
  newsletter: Newsletter,
  name: string,
  links: MailLinks = {},
): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const subject = titleOf(newsletter)
  const text = renderMailText(newsletter, links)
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32)
  const composer = new MailComposer({
    subject,
    date: new Date(`${newsletter.period.to}T00:00:00Z`),
    messageId: `<${digest}@newsletter.invalid>`,
    baseBoundary: digest,
    // Mail programs open such a message for writing.
    headers: { 'X-Unsent': '1' },
    text,
    html: renderMailHtml(newsletter, links),
    attachments: [
      { filename: `${name}.docx`, content: Buffer.from(await renderDocx(newsletter)), contentType: docxType },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
