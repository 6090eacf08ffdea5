import type { Aside } from '../aside.ts'
import { isAnswering } from '../mail/answered.ts'
import { dated } from '../oneLine.ts'

const mark = /^\s{0,3}(?:>{1,4} ){1,6}|^\s{0,3}>{1,4}(?=\p{L}|\s*$)/u

/**
 * A text without the signs of quoted mails and messages. Where the writer's own lines tell a day, or more than the quoted
 * ones, what is quoted is set apart: it was answered.
 */
export function withoutQuotes(typed: string): { readonly text: string; readonly asides: readonly Aside[] } {
  if (!typed.includes('>')) return { text: typed, asides: [] }
  const lines = typed.split('\n').map((line) => {
    const sign = mark.exec(line.slice(0, 40))?.[0]
    return { isQuoted: sign !== undefined, text: sign === undefined ? line : line.slice(sign.length) }
  })
  const textOf = (quoted: boolean) =>
    lines
      .filter(({ isQuoted, text }) => isQuoted === quoted && text.trim() !== '')
      .map(({ text }) => text.trim())
      .join('\n')
  const [own, quoted] = [textOf(false), textOf(true)]
  // `On 10 November Ana wrote:` leads to what is quoted.
  const told = own
    .split('\n')
    .filter((line) => !isAnswering(line))
    .join('\n')
  const isAnswer = told !== '' && quoted !== '' && tellsMore(told, quoted)
  if (!isAnswer) {
    const isLead = (line: { readonly isQuoted: boolean; readonly text: string }) =>
      quoted !== '' && !line.isQuoted && isAnswering(line.text)
    return {
      text: lines.map((line) => (isLead(line) ? '' : line.text)).join('\n'),
      asides: lines.filter(isLead).map(({ text }) => ({ kind: 'mail header', text: text.trim() })),
    }
  }
  return {
    text: lines.map(({ isQuoted, text }) => (isQuoted ? '' : text)).join('\n'),
    asides: [{ kind: 'answered', text: quoted }],
  }
}

/** Whether the news stand in one's own lines; a few words above what is quoted only lead to it. */
function tellsMore(own: string, quoted: string): boolean {
  return dated.test(own) || (!dated.test(quoted) && own.length >= 25 && !/:$/.test(own))
}
