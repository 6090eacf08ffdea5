import type { Options } from '../../option.ts'
import { unquote } from '../quotes.ts'

/** What is short and in capitals, as acronyms are; at its end a number may stand. */
const acronym = String.raw`\p{Lu}[\p{Lu}\p{Nd}&./-]{0,18}[\p{Lu}\p{Nd}]`

/** `CGS, Coast Guard Service`, `CGS - Coast Guard Service`, `CGS: …` and `(CGS) …`. */
const before = new RegExp(String.raw`^(?:(${acronym})(?: ?[,;:=]| [-–—/|])|\((${acronym})\)) ?(\S.*)$`, 'su')

/** `Coast Guard Service (CGS)`, `Coast Guard Service, CGS`. */
const behind = new RegExp(
  String.raw`^(\S.{0,300}?)(?: ?\((${acronym})\)| ?[,;:=] ?(${acronym})| [-–—/|] (${acronym}))\.?$`,
  'su',
)

/** `"Coast Guard Service" CGS`. */
const behindQuoted = new RegExp(`^["“”„«] ?([^"“”„«»]{3,300}?) ?["“”»] ?,? ?(${acronym})$`, 'su')

/**
 * What is added by its acronym and its name, however the two are parted: each where it belongs. Words without an acronym
 * are the name, for nobody’s acronym has a blank in it.
 */
export function takeAcronymAndName(options: Options, first: string, fields: Record<string, string>): void {
  const typed = fields[first]
  if (
    first !== 'acronym' ||
    !options['name']?.required ||
    fields['name'] !== undefined ||
    typed === undefined
  )
    return
  const led = before.exec(typed)
  const ended = led ? null : (behindQuoted.exec(typed) ?? behind.exec(typed))
  const found = led?.[1] ?? led?.[2] ?? ended?.[2] ?? ended?.[3] ?? ended?.[4]
  const name = led?.[3] ?? ended?.[1]
  if (found !== undefined && name !== undefined) {
    fields['acronym'] = found
    fields['name'] = unquote(name, 'name')
    return
  }
  if (!/\s/.test(typed) || new RegExp(String.raw`^${acronym}\s`, 'u').test(typed) || /["“„«]/.test(typed))
    return
  delete fields['acronym']
  fields['name'] = typed
}
