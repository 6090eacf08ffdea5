import type { Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { unquote } from '../../quotes.ts'

/** `attended:25` counts people where names were looked for. */
export function takeCount(options: Options, fields: Record<string, string>): void {
  const [listed] = Object.entries(options).find(([, { kind }]) => kind === 'entities') ?? []
  const [count] = Object.entries(options).find(([name]) => name === 'participants') ?? []
  const typed = listed === undefined ? undefined : fields[listed]
  const number = /^(\p{Nd}{1,5})(?: (?:people|persons|participants))?$/iu.exec(typed ?? '')?.[1]
  if (listed === undefined || !count || number === undefined || fields[count] !== undefined) return
  delete fields[listed]
  fields[count] = number
}

/** `visits 300000`, `Focal points 1 012 on 20 Nov`: a number after the words, where one is still wanted, and its day. */
export function takeNumber(options: Options, first: string, fields: Record<string, string>): void {
  const [name] =
    Object.entries(options).find(([, { kind, required }]) => kind === 'integer' && required) ?? []
  if (name === undefined || options[first]?.kind !== 'text' || fields[name] !== undefined) return
  const [day] =
    Object.entries(options).find(([one, { kind }]) => kind === 'day' && fields[one] === undefined) ?? []
  const [figure = '', dated = ''] =
    day === undefined ? [] : (fields[first] ?? '').split(/,? on (?=\S[^"]{0,40}$)/i)
  const isDated = day !== undefined && dated !== '' && isMomentForm(dated)
  const words = (isDated ? figure : (fields[first] ?? '')).split(' ')
  let at = words.length - 1
  while (/^\p{Nd}{3}$/u.test(words[at] ?? '') && /^\p{Nd}{1,3}$/u.test(words[at - 1] ?? '')) at--
  const number = words.slice(at).join(' ')
  if (at < 1 || !/^\p{Nd}[\p{Nd},’' ]*$/u.test(number)) return
  fields[first] = unquote(words.slice(0, at).join(' '), first)
  fields[name] = number
  if (isDated) fields[day] = dated
}
