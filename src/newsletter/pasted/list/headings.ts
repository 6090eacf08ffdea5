import { spotsIn } from '../../places/spots.ts'
import { wordsOf } from '../../words/words.ts'
import { dated } from '../oneLine.ts'
import { withEntity } from '../table/sentence.ts'
import { withDetail } from './subBullets.ts'

/** A heading above bullets: whose they are, when and where they were, or what they only have in common. */
export interface Heading {
  readonly text: string
  readonly kind: 'entity' | 'day' | 'place' | 'entity in a place' | 'other'
}

/** The longest heading that says more than what it heads. */
const longest = 60

const acronym = /(?<![\p{L}\p{N}])(?:UN[ -]\p{Lu}[\p{L}]{2,20}|\p{Lu}[\p{Lu}\p{Nd}-]{1,20})(?![\p{L}\p{N}])/gu

/** `In November the WCO Secretariat carried out:`, `Activities of UNDP:`, `UNESCO highlights`: who did what stands below. */
const doer =
  /(?<![\p{L}\p{N}-])(UN \p{Lu}\p{L}{2,20}|\p{Lu}[\p{Lu}\p{Nd}-]{2,20})(?:['’]s?)?(?: (?:Secretariat|Office|team|has|have|also|and partners|\p{Ll}{4,12}ly)){0,3} (?:carried out|conducted|organi[sz]ed|held|delivered|implemented|undertook|completed|supported|facilitated|hosted|convened|reports?|(?:\p{Ll}{3,12} ){0,2}(?:activities|updates?|highlights|events|inputs?|contributions?|trainings|workshops|missions|news|publications|reports|papers|visits))(?!\p{L})|(?:[Aa]ctivities|[Uu]pdates?|[Hh]ighlights|[Ee]vents|[Ii]nputs?|[Cc]ontributions?|[Nn]ews|[Ii]tems|[Tt]rainings|[Ww]orkshops|[Mm]issions|[Aa]ctividades|[Nn]ovedades|[Cc]ontribuciones|[Aa]ctivités|[Nn]ouvelles|[Aa]tividades) (?:of |by |from |de |du |del |da |do |de l['’]|de la )(?:the )?(UN \p{Lu}\p{L}{2,20}|\p{Lu}[\p{Lu}\p{Nd}-]{2,20})(?![\p{L}\p{N}-])/u

/** The only entity that a heading says it of; undefined for one that names several. */
function doerOf(text: string): string | undefined {
  const [, one, other] = doer.exec(text.slice(0, 200)) ?? []
  const entity = one ?? other
  const named = new Set(text.match(acronym))
  return entity !== undefined && named.size === 1 && !notEntities.test(entity) ? entity : undefined
}

/** A line above bullets, without marks and its colon. */
export function readHeading(line: string): Heading {
  const whole = line.trim()
  if (whole.length > longest) return { text: whole, kind: 'other' }
  const text = whole.replace(/^[*_#\s]{1,8}|[\s*_:：/–—-]{1,8}$/g, '')
  return { text, kind: kindOf(text) }
}

function kindOf(text: string): Heading['kind'] {
  if (isEntities(text)) return 'entity'
  if (!isLabel(text)) return 'other'
  if (entityAndPlace(text)) return 'entity in a place'
  if (dated.test(text)) return 'day'
  return spotsIn(wordsOf(text)).size > 0 && doerOf(text) === undefined ? 'place' : 'other'
}

/** Words in capitals that no entity is called by: months, and what lists are headed with. */
const notEntities =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|news|updates?|events?|training|trainings|meetings?|missions?|publications?|reports?|workshops?|activities|input|inputs|newsletter|others?|past|upcoming|done|new|draft|final)(?![\p{L}])/iu

/** `UNODC Regional Office for Central Asia`: an office, by the entity that has it. */
const office =
  /^(?:The )?(\p{Lu}[\p{Lu}\p{Nd}-]{1,20}|UN \p{Lu}\p{L}{2,20})(?:['’]s?)? (?:(?:Regional|Sub-?regional|Country|Multi-Country|Liaison|Programme|Project|Field|Global|National|Permanent) ){0,2}(?:Office|Section|Branch|Team|Unit|Delegation|Centre|Center|Bureau|Department|Division)(?![\p{L}])/u

function isEntities(text: string): boolean {
  if (notEntities.test(text)) return false
  return text !== '' && text.replace(acronym, '').replace(/\b(?:and|with|et|y)\b|[\s,&/+()-]/g, '') === ''
}

/** `Nairobi, 3-5 November`, and no sentence: each word has a capital or a number, but for small ones. */
function isLabel(text: string): boolean {
  return text
    .split(/\s+/)
    .every(
      (word) =>
        /^[("“]?[\p{Lu}\p{Lo}\p{Nd}–-]/u.test(word) ||
        /^(?:of|and|the|in|to|de|du|la|et|y|[|/&])$/.test(word),
    )
}

/** `UNODC – Peru`, `Peru: UNODC`: whose the items are, and where they were; undefined for any other heading. */
function entityAndPlace(text: string): { readonly entity: string; readonly place: string } | undefined {
  const parts = text.split(/ ?[–—|:/] ?| - |, /).map((part) => part.trim())
  const entity = parts.find(isEntities)
  const place = parts.find((part) => part !== entity && !dated.test(part) && spotsIn(wordsOf(part)).has(0))
  return parts.length === 2 && entity !== undefined && place !== undefined ? { entity, place } : undefined
}

/** `4 Nov: seminar on ports` with its day at the end, so that what heads it can stand before it. */
function withDateLast(item: string): string {
  const [, day = '', told = ''] = /^(\p{Nd}[^:()]{2,30}?)(?: ?:| [–—-]) (\S.*)$/su.exec(item) ?? []
  const isDay = told !== '' && dated.test(day) && !dated.test(told)
  return isDay ? `${told.slice(0, 1).toUpperCase()}${told.slice(1).replace(/\.$/, '')} (${day})` : item
}

/** Whether an item says all of its heading, which then is said nowhere else. */
export function saysAll({ text, kind }: Heading, item: string): boolean {
  if (kind === 'other') return item.includes(text)
  return kind !== 'entity in a place' || item.includes(entityAndPlace(text)?.place ?? text)
}

/** Whether items below a heading read otherwise with it. */
export function saysWhose({ text, kind }: Heading): boolean {
  return kind !== 'other' || office.test(text) || doerOf(text) !== undefined
}

/** An item as it reads without the heading above it; undefined where the heading adds nothing to it. */
export function under({ text, kind }: Heading, typed: string): string | undefined {
  const item = kind === 'day' ? typed : withDateLast(typed)
  switch (kind) {
    case 'entity':
      return opensWithAcronym(item) || item.includes(text) ? undefined : withEntity(item, text)
    case 'day':
      return dated.test(item) ? undefined : `${text}: ${item}`
    case 'place':
      return spotsIn(wordsOf(item)).size > 0 ? undefined : `${text}: ${item}`
    case 'entity in a place': {
      const { entity = '', place = '' } = entityAndPlace(text) ?? {}
      const placed = placedIn(item, place)
      const whole = opensWithAcronym(item) ? placed : withEntity(placed, entity)
      return whole === typed ? undefined : whole
    }
    case 'other': {
      const entity = office.exec(text)?.[1]
      const isSaid = entity === undefined || item.search(acronym) >= 0
      if (!isSaid) return withEntity(item, entity)
      const who = doerOf(text)
      return who === undefined || opensWithAcronym(item) ? undefined : withEntity(item, who)
    }
  }
}

/**
 * `Trained judges, Peru, on 3 November`: before a day that ends an item, in brackets or not, or behind the town that lies
 * there. An item that names another place stays as it is.
 */
function placedIn(item: string, place: string): string {
  const words = wordsOf(item)
  const [state] = spotsIn(wordsOf(place)).values()
  const spots = [...spotsIn(words).values()]
  const town = spots.length === 1 ? spots[0] : undefined
  if (town?.kind === 'town' && state?.kind === 'state' && town.state === state.state) {
    const end = words[town.to - 1]?.end ?? item.length
    return `${item.slice(0, end)}, ${place}${/^ \p{L}/u.test(item.slice(end)) ? ',' : ''}${item.slice(end)}`
  }
  if (spots.length > 0) return item
  const [, told, day] = /^(.{1,900}) ((?:on|from|between|during) [^,;:()]{3,40})$/su.exec(item) ?? []
  return told === undefined || day === undefined || !dated.test(day)
    ? withDetail(item, place, ',')
    : `${told}, ${place}, ${day}`
}

function opensWithAcronym(item: string): boolean {
  return item.slice(0, 40).search(acronym) === 0
}

/** `Please find UNITAR’s updates:` above items: whose they are is said by those that begin otherwise. */
export function credited(item: string, greetings: readonly string[]): string {
  return greetings
    .map(readHeading)
    .reduce((text, heading) => (saysWhose(heading) ? (under(heading, text) ?? text) : text), item)
}

/** `The Executive Director said:`, which is no heading. */
export function isSpoken(line: string): boolean {
  return /(?<!\p{L})(?:said|says|stated|noted|stressed|added|declared|concluded|recalled|wrote|a déclaré) ?:$/u.test(
    line.trimEnd().slice(-30),
  )
}
