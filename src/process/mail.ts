import type { Letter } from '../core/feature/notice.ts'
import { mailDomain } from '../core/text/addresses/mailAddress.ts'

export type Mailer = (letter: Letter) => Promise<void>

/** Sends letters through an SMTP server; the library is loaded with the first letter. */
export function createMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  let transport: Promise<{ sendMail(letter: object): Promise<unknown> }> | undefined
  return async ({ to, subject, text, html, unsubscribe, id, calendar }) => {
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport(url))
    await (await transport).sendMail({
      from,
      to,
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      ...(calendar === undefined
        ? {}
        : { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text } }),
      ...(unsubscribe === undefined ? {} : { headers: oneClick(unsubscribe) }),
      ...(id === undefined ? {} : { messageId: `<${id}@${mailDomain(addressIn(from))}>` }),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}

/** A mail program shows its own unsubscribe button and calls the address by itself (RFC 8058). */
function oneClick(address: string): Readonly<Record<string, string>> {
  return {
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    Precedence: 'bulk',
  }
}

/** The address in `Rapporteur <bot@example.org>`. */
export function addressIn(from: string): string {
  const [open, close] = [from.lastIndexOf('<'), from.lastIndexOf('>')]
  return (open < close ? from.slice(open + 1, close) : from).trim()
}
