import type { Letter } from '../core/feature/notice.ts'

export type Mailer = (letter: Letter) => Promise<void>

/** Posts letters through an SMTP server; the library is loaded with the first letter. */
export function createMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  let transport: Promise<{ sendMail(letter: object): Promise<unknown> }> | undefined
  return async ({ to, subject, text }) => {
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport(url))
    await (await transport).sendMail({
      from,
      to,
      subject,
      text,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}
