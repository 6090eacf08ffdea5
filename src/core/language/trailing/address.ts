import type { Options } from '../../option.ts'
import { isPeriodForm } from '../../time/period.ts'
import { unquote } from '../quotes.ts'

/** `, WHO,` and `(WHO)` behind a name: an entity by its acronym. */
const entityBehind = /(?:,|;| of| from)? ?\(?(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{Nd}-]{1,19})\)?$/u

/** A single acronym, which stands behind the address. */
const acronymAlone = /^\(?(\p{Lu}[\p{Lu}\p{Nd}-]{1,19})\)?$/u

/**
 * `"Focal point" focal@example.org`: an e-mail address after the words, where one is still wanted; and beside it
 * `Jane Doe, WHO, jane@example.org` the entity, which is no part of a name.
 */
export function takeAddress(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'text' || !options['email']?.required || fields['email'] !== undefined) return
  const words = (fields[first] ?? '').trim().split(/\s+/)
  const isFree = options['entity']?.kind === 'entity' && fields['entity'] === undefined
  const last = isFree ? acronymAlone.exec(words.at(-1) ?? '')?.[1] : undefined
  const own = last === undefined ? words : words.slice(0, -1)
  const address = /^<?([^<>@",;]+@[^<>@",;]+)>?[,;]?$/.exec(own.at(-1) ?? '')?.[1]
  const before = own.slice(0, -1).join(' ').replace(/[,;]$/, '').trim()
  if (address === undefined || before === '') return
  const behind = isFree && last === undefined && /\s/.test(before) ? entityBehind.exec(before) : null
  const name = behind ? before.slice(0, behind.index).trim() : before
  const entity = last ?? (behind && /\s/.test(name) && isSetApart(behind[0]) ? behind[1] : undefined)
  fields[first] = unquote(behind && entity === behind[1] ? name : before, first)
  fields['email'] = address
  if (entity !== undefined) fields['entity'] = entity
}

/** A last name may be written in capitals, `Jane DOE`: what is an entity stands behind a sign or a word. */
function isSetApart(text: string): boolean {
  return /^(?:,|;| of | from )|\(/.test(text)
}

/** `invite:"Ana Ruiz <ana@x.org>"`: an address in the place of entities is for the option that takes one. */
export function takeMailbox(options: Options, fields: Record<string, string>): void {
  if (options['email']?.kind !== 'text' || fields['email'] !== undefined) return
  for (const [name, { kind }] of Object.entries(options)) {
    const typed = fields[name] ?? ''
    if (kind !== 'entities' || !/^[^@,;]{0,200}[^\s@,;]@[^\s@,;]+\.\p{L}{2,}>?$/u.test(typed)) continue
    delete fields[name]
    fields['email'] = typed
  }
}

/** `Handbook on Prisons https://…`, with a date behind it or not: the address where a link is still wanted. */
export function takeLink(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'text' || !options['link']?.required || fields['link'] !== undefined) return
  const [, title = '', link, more = ''] =
    /^(\S.{0,400}?)[,;:]? ?[(<[]?((?:https?:\/\/|www\.)[^\s<>()[\]]{1,400}[^\s<>()[\].,;])[)>\]]?[.,;]?(?: (\S.{0,60}))?$/su.exec(
      fields[first] ?? '',
    ) ?? []
  if (link === undefined) return
  const dated = more === '' ? true : options['date'] && fields['date'] === undefined && isPeriodForm(more)
  if (!dated) return
  fields[first] = unquote(title.replace(/(?: at| on|:| [-–—])$/, ''), first)
  fields['link'] = link
  if (more !== '') fields['date'] = more
}

/** `M2 zoom https://…`: an address behind the name of a meeting, with a word for what it leads to. */
export function takeMeetingLink(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'meeting' || !options['link'] || fields['link'] !== undefined) return
  const [, meeting, link] =
    /^(\S.{0,80}?)(?: (?:the|new|zoom|teams|webex|meet|video|link|url|address|to|is)[:,]?){0,4} (https?:\/\/\S{1,400})$/iu.exec(
      fields[first] ?? '',
    ) ?? []
  if (meeting === undefined || link === undefined) return
  fields[first] = meeting
  fields['link'] = link
}
