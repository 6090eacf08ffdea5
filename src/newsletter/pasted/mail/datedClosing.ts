import { dated } from '../oneLine.ts'
import { isFooter } from './closings.ts'

const bracket = /^(.+?)[\s.]{0,3}(\([^()]{1,60}\)\.?)$/s

/** `Contact: ana@un.org (18 Nov)` behind a text that says no day: the date in brackets is the text’s own. */
export function partDate(closing: string, text: string): readonly [closing: string, date: string] {
  const tail = closing.slice(-70)
  const from = closing.length - tail.length
  const [, before = '', date = ''] = bracket.exec(tail) ?? []
  const isOwn = dated.test(date) && isFooter(closing) && !dated.test(text.slice(-2_000))
  return isOwn ? [`${closing.slice(0, from)}${before}`, ` ${date}`] : [closing, '']
}
