import type { Letter } from '../../../src/core/feature/notice.ts'

export interface WrittenReply {
  readonly from: string
  /** What stands above the quoted letter. */
  readonly says: string
  readonly date?: string
  readonly results?: string
  /** Further lines of its head. */
  readonly head?: readonly string[]
  readonly html?: true
}

/** The message of somebody who answers a letter in their mail program, with that letter quoted below. */
export function plainReply(letter: Letter | undefined, sent: WrittenReply): string {
  const { from, says, date = 'Sat, 21 Nov 2026 12:30:00 +0000', head = [], html } = sent
  const results = sent.results ?? `mx.bot.example; dmarc=pass header.from=${from.split('@')[1]}`
  const quoted = (letter?.text ?? '').split('\n').map((line) => `> ${line}`)
  const about = letter === undefined ? [] : [`In-Reply-To: <${letter.id}@bot.example>`]
  const text = [says, '', 'On Sat, 21 Nov 2026 at 12:01, Rapporteur <bot@bot.example> wrote:', ...quoted]
  return [
    ...[`Authentication-Results: ${results}`, `From: Somebody <${from}>`, `Subject: Re: ${letter?.subject}`],
    ...[`Date: ${date}`, 'Message-ID: <a.1@elsewhere.example>', ...about, ...head, 'MIME-Version: 1.0'],
    `Content-Type: text/${html ? 'html' : 'plain'}; charset=utf-8`,
    ...[
      '',
      html ? text.map((line) => `<div>${line.replaceAll('<', '&lt;')}</div>`).join('\n') : text.join('\r\n'),
      '',
    ],
  ].join('\r\n')
}
