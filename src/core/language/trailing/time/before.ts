import type { Options } from '../../../option.ts'
import { partBefore } from '../../../time/phrases/before.ts'
import { opensQuote } from '../../quotes.ts'

/** `1 day before M1 to print the papers`: the time and the text; what is named is the text where nothing else is said. */
export function takeBefore(options: Options, first: string, fields: Record<string, string>): void {
  const [name] =
    Object.entries(options).find(([one, { fromNow }]) => fromNow && fields[one] === undefined) ?? []
  const typed = fields[first] ?? ''
  if (name === undefined || opensQuote(typed, 0)) return
  const found = partBefore(typed) ?? partBefore(withMeetingAgain(typed))
  if (!found) return
  fields[name] = found.typed
  fields[first] = found.lead || found.rest || found.what
}

/** `M1 an hour before` as `M1 an hour before M1`: what was named comes before what it is told by. */
function withMeetingAgain(typed: string): string {
  const [, meeting] = /(?:^|\s)(m\p{Nd}{1,9})[,:]? /iu.exec(typed) ?? []
  return meeting === undefined
    ? typed
    : typed.replace(/ (?:before(?:hand)?|ahead|earlier|in advance)[.!]?$/i, ` before ${meeting}`)
}
