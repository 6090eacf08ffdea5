import type { Aside } from '../aside.ts'
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
  const isAnswer = own !== '' && quoted !== '' && tellsMore(own, quoted)
  if (!isAnswer) return { text: lines.map(({ text }) => text).join('\n'), asides: [] }
  return {
    text: lines.map(({ isQuoted, text }) => (isQuoted ? '' : text)).join('\n'),
    asides: [{ kind: 'answered', text: quoted }],
  }
}

/** Whether the news stand in one's own lines; a few words above what is quoted only lead to it. */
function tellsMore(own: string, quoted: string): boolean {
  return dated.test(own) || (!dated.test(quoted) && own.length >= 25 && !/:$/.test(own))
}
