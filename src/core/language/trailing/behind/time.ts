import type { Option, Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { untilLastDay } from '../time/lastDay.ts'

/** What a value of a name may be; in a longer text `due 1 March` may be words of it. */
const longestName = 100

/** `owner:UNOCT due 1 March`, `who:IOM due end of June`: a day behind the name of its option, at the end of another value. */
export function takeNamedTime(options: Options, fields: Record<string, string>): void {
  for (const [name, option] of Object.entries(options)) {
    if (option.kind === 'entity' || option.kind === 'person') untilLastDay(options, name, fields)
  }
  for (const [timed, { kind }] of Object.entries(options)) {
    if ((kind !== 'day' && kind !== 'moment') || fields[timed] !== undefined) continue
    for (const [name, option] of Object.entries(options)) {
      const value = fields[name]
      if (value === undefined || !isOfName(option)) continue
      const at = value.toLowerCase().lastIndexOf(` ${timed} `)
      const time = value.slice(at + timed.length + 2).replace(/^(?:on|by) /i, '')
      if (at < 1 || !isMomentForm(time)) continue
      fields[name] = value.slice(0, at).replace(/,$/, '')
      fields[timed] = time
      break
    }
  }
}

function isOfName({ kind, max = Number.POSITIVE_INFINITY }: Option): boolean {
  return kind === 'entity' || kind === 'person' || kind === 'group' || (kind === 'text' && max <= longestName)
}
