import { foldAddress, mailDomain } from '../../core/text/addresses/mailAddress.ts'
import { harmless } from '../../core/text/text.ts'

export interface ReceivedMail {
  /** The one address that it is from, in lower case. */
  readonly from: string
  /** Whether the receiving server found that it comes from there (DMARC). */
  readonly vouched: boolean
  /** The first iCalendar object in it, in harmless characters; undefined where there is none. */
  readonly calendar: string | undefined
  /** As plain text in harmless characters; made from its HTML where it has no other. */
  readonly text: string
  /** Its own id, `<a@b.example>`; undefined where it has none that can be answered. */
  readonly id: string | undefined
  /** The ids of the letters that it answers, the latest last. */
  readonly answers: readonly string[]
  /** When it was written, as its sender's clock says. */
  readonly date: Date | undefined
  /** Whether a program wrote it by itself, as while its owner is away. */
  readonly automatic: boolean
}

/** In letters. A reply with its quotation is shorter; what is made of tags alone would take seconds to turn into text. */
const longestHtml = 150_000

/**
 * Reads a whole message. `server` is the name with which the receiving mail server signs what it found: only the
 * topmost of such lines is its own, those below came with the message. Undefined where it is from nobody, or from
 * several, and for bytes that are no message.
 */
export async function readMail(raw: Buffer, server: string): Promise<ReceivedMail | undefined> {
  const { simpleParser } = await import('mailparser')
  const read = simpleParser(raw, {
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: longestHtml,
  })
  // What cannot be read now cannot be read when it comes again.
  const mail = await read.catch(() => undefined)
  if (!mail) return undefined
  const [sender, ...others] = mail.from?.value ?? []
  if (!sender?.address || others.length > 0 || sender.group) return undefined
  if (harmless(sender.address) !== sender.address) return undefined
  const from = foldAddress(sender.address)
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
  const found = mail.headerLines.find(({ key }) => key === 'authentication-results')?.line ?? ''
  return {
    from,
    vouched: passesDmarc(found.slice(found.indexOf(':') + 1), server, from),
    calendar: calendar && harmless(calendar.content.toString('utf8')),
    text: harmless(mail.text ?? ''),
    id: mail.messageId !== undefined && isId(mail.messageId) ? mail.messageId : undefined,
    answers: [mail.references ?? [], mail.inReplyTo ?? []].flat().flatMap(idsIn),
    date: mail.date,
    automatic: isAutomatic(mail.headerLines, mail.subject ?? ''),
  }
}

function isId(text: string): boolean {
  return /^<[^<>\s]{1,300}>$/.test(text)
}

function idsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter(isId)
}

/** The subjects of programs that do not say in the head of a message that they wrote it. */
const automaticSubject =
  /^(?:auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|réponse automatique|automatische antwort|respuesta automática|undeliverable|delivery status notification|mail delivery)/i

/** Whether a program wrote a message by itself (RFC 3834, and what other programs say instead). */
function isAutomatic(
  lines: readonly { readonly key: string; readonly line: string }[],
  subject: string,
): boolean {
  const head = new Map(
    lines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .trim()
        .toLowerCase(),
    ]),
  )
  return (
    (head.get('auto-submitted') ?? 'no') !== 'no' ||
    /^(?:bulk|junk|list|auto_reply)$/.test(head.get('precedence') ?? '') ||
    ['x-autoreply', 'x-autorespond'].some((key) => head.has(key)) ||
    head.get('return-path') === '<>' ||
    automaticSubject.test(subject)
  )
}

/** Whether a line of results (RFC 8601) is of that server and says that a message comes from the domain of `from`. */
export function passesDmarc(results: string, server: string, from: string): boolean {
  const [name = '', ...methods] = withoutComments(results)
    .split(';')
    .map((part) => part.replace(/\s+/g, ' ').trim().toLowerCase())
  if (name.split(' ')[0] !== server.toLowerCase()) return false
  const dmarc = methods.filter((method) => /^dmarc ?=/.test(method))
  const [only] = dmarc
  if (only === undefined || dmarc.length > 1 || !/^dmarc ?= ?pass(?: |$)/.test(only)) return false
  const domain = / header\.from ?= ?([^ ]+)/.exec(only)?.[1]
  return domain === undefined || domain === mailDomain(from)
}

/**
 * A header's line without its comments, which may stand in one another, and with nothing in its quotation marks: what
 * senders write of themselves stands in both. What is never closed is left out to the end.
 */
function withoutComments(line: string): string {
  let depth = 0
  let quoted = false
  let kept = ''
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    if (sign === '\\') at += 1
    else if (depth === 0 && sign === '"') {
      quoted = !quoted
      kept += sign
    } else if (quoted) continue
    else if (sign === '(') depth += 1
    else if (sign === ')' && depth > 0) depth -= 1
    else if (depth === 0) kept += sign
    if (sign === ')' && depth === 0) kept += ' '
  }
  return kept
}
