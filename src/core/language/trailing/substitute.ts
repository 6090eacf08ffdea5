import type { Options } from '../../option.ts'

/** A longer text is no period with somebody behind it. */
const longest = 200

const name = String.raw`(?<name>[\p{L}][\p{L}\p{M}'’.-]{0,40}(?: [\p{L}][\p{L}\p{M}'’.-]{0,40}){0,3}?|[^\s@]{1,60}@[^\s@]{1,80})`
const deed =
  '(?:will )?(?:covers?|cover|is covering|stands? in|is standing in|fills? in|replaces?|takes? over|acts?|is (?:my )?(?:alternate|substitute|deputy|replacement|backup))(?: (?:for )?me)?'
/** `…, Maria covers for me` */
const doing = new RegExp(
  `(?:[,;.] ?(?:and )?| (?:and|where|while|when) )(?:my (?:colleague|deputy|alternate) )?${name} ${deed}(?: then| meanwhile)?[.!]?$`,
  'iu',
)
/** `…, alternate Maria`, `…; contact: maria@unodc.example` */
const called = new RegExp(
  `[,;.] ?(?:(?:my )?(?:alternate|substitute|deputy|replacement|backup|cover)(?: is)?|(?:covered|replaced) by|(?:please )?(?:contact|ask|write to)):? ${name}[.!]?$`,
  'iu',
)

/** `1 to 12 December, Maria covers for me`: whoever stands in for somebody is the person, where a period comes first. */
export function takeSubstitute(options: Options, first: string, fields: Record<string, string>): void {
  const [person] = Object.entries(options).find(([, { kind }]) => kind === 'person') ?? []
  const typed = fields[first] ?? ''
  if (options[first]?.kind !== 'period' || person === undefined || fields[person] !== undefined) return
  const found = typed.length > longest ? null : (doing.exec(typed) ?? called.exec(typed))
  const period = found ? typed.slice(0, found.index) : ''
  if (!found?.groups?.['name'] || period === '') return
  fields[first] = period
  fields[person] = found.groups['name'].replace(/\.$/, '')
}
