import type { Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { unquote } from '../quotes.ts'

/** What is short and in capitals, as acronyms are; at its end a number may stand. */
const acronym = String.raw`\p{Lu}[\p{Lu}\p{Nd}&./-]{0,18}[\p{Lu}\p{Nd}]`

/** `CGS, Coast Guard Service`, `CGS - Coast Guard Service`, `CGS: …` and `(CGS) …`. */
const before = new RegExp(
  String.raw`^(?:(${acronym})(?: ?[,;:=]| [-–—/|]|,? (?:stands for|is short for|means))|\((${acronym})\)) ?(\S.*)$`,
  'su',
)

/** `CGS (Coast Guard Service)` */
const inBrackets = new RegExp(String.raw`^(${acronym}) ?\(([^()]{3,300})\)\.?$`, 'su')

/** `Coast Guard Service, acronym CGS`, `Coast Guard Service, CGS for short`. */
const called = new RegExp(
  String.raw`^(\S.{0,300}?),? (?:(?:with )?(?:(?:the|its) )?(?:acronym|abbreviation|short(?: form| name)?|abbreviated|known as|called|aka|or)(?: is| as| to)?:? (${acronym})|(${acronym}) (?:for|in) short)\.?$`,
  'su',
)

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
  takeKind(options, first, fields)
  const typed = fields[first]
  if (
    first !== 'acronym' ||
    !options['name']?.required ||
    fields['name'] !== undefined ||
    typed === undefined
  )
    return
  const { acronym: found, name } = partedIn(typed) ?? {}
  if (found !== undefined && name !== undefined) {
    fields['acronym'] = found
    fields['name'] = unquote(name, 'name').replace(/^the (?=\p{Lu})/u, '')
    return
  }
  if (!/\s/.test(typed) || new RegExp(String.raw`^${acronym}\s`, 'u').test(typed) || /["“„«]/.test(typed))
    return
  delete fields['acronym']
  fields['name'] = typed
}

function partedIn(typed: string): { readonly acronym?: string; readonly name?: string } | undefined {
  const [, whole, within] = inBrackets.exec(typed) ?? []
  if (whole !== undefined && within !== undefined) return { acronym: whole, name: within }
  const [, long, one, other] = called.exec(typed) ?? []
  const short = one ?? other
  if (long !== undefined && short !== undefined) return { acronym: short, name: long }
  const led = before.exec(typed)
  if (led?.[3] !== undefined) return { acronym: led[1] ?? led[2] ?? '', name: led[3] }
  const ended = behindQuoted.exec(typed) ?? behind.exec(typed)
  const end = ended?.[2] ?? ended?.[3] ?? ended?.[4]
  return end === undefined || ended?.[1] === undefined ? undefined : { acronym: end, name: ended[1] }
}

/** What stands last behind a comma: `, an NGO`. */
const lastPart =
  /^(\S.{0,300}?)(?:, ?| [-–—] )(?:(?:it is|it['’]s|as) )?(?:an? |the )?(\p{L}[\p{L}\s-]{1,40})\.?$/su

/** `Coastal Guard Society (CGS), an NGO`: the word of a kind behind what is added says of which kind it is. */
function takeKind(options: Options, first: string, fields: Record<string, string>): void {
  const { kind } = options
  const [, typed, word = ''] = lastPart.exec(fields[first] ?? '') ?? []
  if (first !== 'acronym' || kind?.kind !== 'choice' || fields['kind'] !== undefined || typed === undefined)
    return
  const said = fold(word.trim()).replaceAll('-', ' ')
  const meant = (kind.choices ?? []).find((choice) =>
    [choice, ...(kind.also?.[choice] ?? [])].some((one) => one.replaceAll('-', ' ') === said),
  )
  if (meant === undefined) return
  fields[first] = typed
  fields['kind'] = meant
}
