import type { Options } from '../../../option.ts'
import { partBefore, readBefore } from '../../../time/phrases/before.ts'
import { opensQuote, quotedAndMore } from '../../quotes.ts'

/** `1 day before M1 to print the papers`: the time and the text; what is named is the text where nothing else is said. */
export function takeBefore(options: Options, first: string, fields: Record<string, string>): void {
  const [name] =
    Object.entries(options).find(([one, { fromNow }]) => fromNow && fields[one] === undefined) ?? []
  const typed = fields[first] ?? ''
  if (name === undefined) return
  const [quoted, more = ''] = quotedAndMore(typed) ?? []
  if (quoted !== undefined) takeBehindQuote([first, quoted], [name, more], fields)
  if (opensQuote(typed, 0)) return
  const found = partBefore(typed) ?? partBefore(withMeetingAgain(typed))
  if (!found) return
  fields[name] = found.typed
  fields[first] = found.lead || found.rest || found.what
}

/** `"Bring the slides" 1 day before M1`: all of what stands behind the quotation says when. */
function takeBehindQuote(
  [first, quoted]: readonly [string, string],
  [name, more]: readonly [string, string],
  fields: Record<string, string>,
): void {
  if (!readBefore(more)) return
  fields[first] = quoted
  fields[name] = more
}

/** `M1 an hour before` as `M1 an hour before M1`: what was named comes before what it is told by. */
function withMeetingAgain(typed: string): string {
  const [, meeting] = /(?:^|\s)(m\p{Nd}{1,9})[,:]? /iu.exec(typed) ?? []
  return meeting === undefined
    ? typed
    : typed.replace(/ (?:before(?:hand)?|ahead|earlier|in advance)[.!]?$/i, ` before ${meeting}`)
}
