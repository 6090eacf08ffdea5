import type { Options } from '../../option.ts'
import { isPeriodForm } from '../../time/period.ts'
import { unquote } from '../quotes.ts'

/** `, WHO,` and `(WHO)` behind a name: an entity by its acronym. */
const entityBehind = /(?:,|;| of| from)? ?\(?(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{Nd}-]{1,19})\)?$/u

/** A single acronym, which stands behind the address. */
const acronymAlone = /^\(?(\p{Lu}[\p{Lu}\p{Nd}-]{1,19})\)?$/u

/**
 * `"Focal point" focal@example.org`: an e-mail address after the words, where one is still wanted; and beside it
 * `Jane Doe, WHO, jane@example.org` or `"Jane Doe" WHO jane@example.org` the entity, which is no part of a name.
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
  const isApart = behind && (isQuoted(name) || (/\s/.test(name) && isSetApart(behind[0])))
  const entity = last ?? (isApart ? behind[1] : undefined)
  fields[first] = unquote(behind && entity === behind[1] ? name : before, first)
  fields['email'] = address
  if (entity !== undefined) fields['entity'] = entity
}

/**
 * `jane@example.org WHO "Jane Doe"`: an e-mail address before the words, where one is still wanted, and the entity on
 * either side of the name; and `"Jane Doe" WHO`, which lacks the address alone.
 */
export function takeLeadingAddress(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'text' || !options['email']?.required || fields['email'] !== undefined) return
  const [, address, , rest = ''] =
    /^<?([^\s<>@",;]+@[^\s<>@",;]+\.\p{L}{2,})>?[,;]?( (\S.*))?$/su.exec(fields[first] ?? '') ?? []
  const typed = address === undefined ? (fields[first] ?? '') : rest
  const isFree = options['entity']?.kind === 'entity' && fields['entity'] === undefined
  const [, leading, behind] =
    (isFree && /^\(?(\p{Lu}[\p{Lu}\p{Nd}-]{1,19})\)?[,;]? (\S.*)$/su.exec(typed)) || []
  const [, before, last] =
    (isFree &&
      /^(["“„«].{1,200}["”“»]|.{1,200}?(?=,))[,;]? \(?(\p{Lu}[\p{Lu}\p{Nd}-]{1,19})\)?$/su.exec(typed)) ||
    []
  const entity = last ?? (address === undefined ? undefined : leading)
  if (address === undefined && entity === undefined) return
  const name = last === undefined ? (entity === undefined ? typed : behind) : before
  if (address !== undefined) fields['email'] = address
  if (entity !== undefined) fields['entity'] = entity
  if (name === undefined || name === '') delete fields[first]
  else fields[first] = unquote(name, first)
}

/** A last name may be written in capitals, `Jane DOE`: what is an entity stands behind a sign, a word or a quoted name. */
function isSetApart(text: string): boolean {
  return /^(?:,|;| of | from )|\(/.test(text)
}

function isQuoted(name: string): boolean {
  return /^(?:"[^"]+"|“[^“”]+”|„[^“”„]+[“”]|«[^«»]+»)$/.test(name)
}

/** What parts the lines of a contact. */
const contactSigns = /[,;|\n\t]+ ?/
const mailbox = /^(.*?) ?<?([^\s<>@,;]{1,64}@[^\s<>@,;]{1,190}\.\p{L}{2,20})>?$/u
const phone = /^(?:(?:tel|phone|mobile|mob|t|m)[.:]{0,2} ?)?(\+?\p{Nd}[\p{Nd} ().-]{5,24})$/iu

/**
 * `Ana Silva <ana@un.org>; UNODC; Programme Officer`, `Ana Silva, UNODC, ana@un.org, +43 1 26060`: a contact as address
 * books and signatures have it, part by part, where one part is the address and each of the others has a place.
 */
export function takeContact(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'text' || !options['email']?.required || fields['email'] !== undefined) return
  const parts = (fields[first] ?? '')
    .split(contactSigns)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found: Record<string, string> = {}
  const others: string[] = []
  for (const part of parts) {
    const [, before, address] = mailbox.exec(part) ?? []
    const number = phone.exec(part)?.[1]
    if (address !== undefined && found['email'] === undefined) {
      found['email'] = address
      if (before) others.push(before.replace(/^(?:e-?mail|mail)[.:]{0,2}$/i, ''))
    } else if (number !== undefined && options['phone'] && found['phone'] === undefined)
      found['phone'] = number
    else if (acronymAlone.test(part) && options['entity'] && found['entity'] === undefined)
      found['entity'] = part
    else others.push(part)
  }
  const [name, ...titles] = others.filter((part) => part !== '')
  const title = titles.join(', ')
  const isWhole = found['email'] !== undefined && parts.length > 2 && name !== undefined && /\s/.test(name)
  if (!isWhole || titles.length > 2 || (title !== '' && !options['title'])) return
  const all = { ...found, ...(title === '' ? {} : { title }) }
  if (Object.keys(all).some((one) => fields[one] !== undefined)) return
  Object.assign(fields, all, { [first]: name })
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
  const name = title.replace(/(?: at| on|:| [-–—])$/, '')
  const [, before = name, date] =
    more === '' && options['date'] && fields['date'] === undefined ? (datedTitle.exec(name) ?? []) : []
  const isDate = date !== undefined && isPeriodForm(date)
  fields[first] = unquote(isDate ? before : name, first)
  fields['link'] = link
  if (more !== '' || isDate) fields['date'] = isDate ? date : more
}

/** `Algorithms and Terrorism (June 2021)`, `… (A/RES/77/298), 22 June 2023`. */
const datedTitle = /^(.{3,300}?),? (?:\((?=[^()]{4,30}\)$)|(?=\d))([^()]{4,30}?)\)?$/su

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
