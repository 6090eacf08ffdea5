import { runningMs } from '../core/clock.ts'
import type { Letter } from '../core/feature/notice.ts'
import { mailDomain } from '../core/text/addresses/mailAddress.ts'

export type Mailer = (letter: Letter) => Promise<void>

/** For how long a mail server may say nothing, in milliseconds; the address may say otherwise after its `?`. */
const patience = { connectionTimeout: 60_000, greetingTimeout: 30_000, socketTimeout: 120_000 }

/** For how long a mail server that did not answer is not waited for again, in milliseconds. */
const restMs = 30_000

/**
 * Sends letters through an SMTP server; the library is loaded with the first letter. After a server that said nothing
 * letters are refused at once for a while, so that no queue waits a minute for each of them.
 */
export function createMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  let transport: Promise<{ sendMail(letter: object): Promise<unknown> }> | undefined
  let silence: { readonly since: number; readonly error: unknown } | undefined
  async function send(letter: object): Promise<void> {
    if (silence && runningMs() - silence.since < restMs) throw silence.error
    transport ??= import('nodemailer').then(({ createTransport }) => createTransport(withPatience(url)))
    try {
      await (await transport).sendMail(letter)
    } catch (error) {
      if (wasNeverGreeted(error)) silence = { since: runningMs(), error }
      throw error
    }
  }
  return async ({ to, subject, text, html, unsubscribe, id, replyTo, calendar }) => {
    await send({
      from,
      to,
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      ...(calendar === undefined
        ? {}
        : { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text } }),
      headers: {
        ...(calendar === undefined ? fromAProgram : {}),
        ...(unsubscribe === undefined ? {} : oneClick(unsubscribe)),
      },
      ...(id === undefined ? {} : { messageId: `<${id}@${mailDomain(addressIn(from))}>` }),
      ...(replyTo === undefined ? {} : { inReplyTo: replyTo, references: replyTo }),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}

/** Whether the mail server said nothing at all, so that it has taken nothing either. */
export function wasNeverGreeted(error: unknown): boolean {
  const type = error instanceof Error && 'timeoutType' in error ? error.timeoutType : undefined
  return type === 'CONNECT_TIMEOUT' || type === 'GREETING_TIMEOUT'
}

function withPatience(address: string): string {
  const url = new URL(address)
  for (const [name, ms] of Object.entries(patience)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms))
  }
  return url.href
}

/** So that no program answers a program (RFC 3834, and Exchange's own). A calendar that answers by itself may. */
const fromAProgram = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' }

/** A mail program shows its own unsubscribe button and calls the address by itself (RFC 8058). */
function oneClick(address: string): Readonly<Record<string, string>> {
  return {
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  }
}

/** The address in `Rapporteur <bot@example.org>`. */
export function addressIn(from: string): string {
  const [open, close] = [from.lastIndexOf('<'), from.lastIndexOf('>')]
  return (open < close ? from.slice(open + 1, close) : from).trim()
}
