import { findDates } from '../../../core/time/findDates.ts'
import { areWrapped } from '../joinedLines.ts'
import { dated } from '../oneLine.ts'
import { withoutBullet } from '../signs.ts'
import { type Heading, isSpoken, readHeading, saysAll, saysWhose, under } from './headings.ts'
import { depthsOf, isDetail, shortestItem, withDetail, withPlainBullets } from './subBullets.ts'

/** The items of a list, and the headings that are in none of them. */
export interface BulletedItems {
  readonly items: readonly string[]
  readonly headings: readonly string[]
}

interface Headed {
  readonly text: string
  readonly heading: Heading | undefined
  /** How many bullets below it were joined to it. */
  readonly details?: number
}

/**
 * Each bullet begins an item, and lines without one go on with it. A line before the first bullet or between two is a
 * heading, as is a bullet that says only what the next ones are: `• Trainings:`. An entity, a day or a place with which
 * bullets are headed is said by each of them that does not say it: `UNODC` above `– Trained judges (3 Nov)`.
 */
export function bulletsOf(lines: readonly string[]): BulletedItems {
  const items: Headed[] = []
  const left: Heading[] = []
  const given = new Set<Heading>()
  let heading: Heading | undefined
  let isAfterBlank = false
  const head = (line: string) => {
    const read = readHeading(line)
    const isBelowHeading =
      heading !== undefined && items.at(-1)?.heading !== heading && left.at(-1) === heading
    // `UNODC Office in Peru` above `Update of November`: what the first one says holds for what is below both.
    if (!isBelowHeading || saysWhose(read)) heading = read
    left.push(read)
  }
  const filled = withPlainBullets(bulletsUnderHeadings(lines.flatMap(partSlash)))
  const isDeep = depthsOf(filled)
  let isLastDeep = false
  filled.forEach((line, at) => {
    const { text, bulleted: hasBullet } = withoutBullet(line)
    // `👉 More: https://…` below a text is no list.
    const bulleted = hasBullet && !(items.length === 0 && isLinkAlone.test(text))
    const isDeeper = isDeep[at] === true
    if (bulleted && isSubheading(items.at(-1), isDeeper && !isLastDeep)) head(items.pop()?.text ?? '')
    const last = items.at(-1)
    if (bulleted) isLastDeep = isDeeper
    const adds = bulleted && isAddition(text)
    if (bulleted && last && isLink.test(text) && !isTitled.test(text) && !isLink.test(last.text))
      items[items.length - 1] = { ...last, text: `${last.text} ${text}` }
    else if (bulleted && last && (adds || isDetail(text, last.text, isDeeper))) {
      const { details = 0 } = last
      const sign = details > 0 ? ';' : adds ? ',' : ':'
      items[items.length - 1] = {
        ...last,
        text: withDetail(last.text, adds ? withoutCapital(text) : text, sign),
        details: details + 1,
      }
    } else if (bulleted) items.push({ text, heading })
    else if (text.trim() !== '') {
      const isFirst = items.length === 0
      if (isFirst && isNews(text)) items.push({ text, heading: undefined })
      else if (isFirst || heads(filled, at, { last: last?.text ?? '', isAfterBlank })) head(text)
      else items[items.length - 1] = { text: `${last?.text} ${text}`, heading: last?.heading }
    }
    isAfterBlank = text.trim() === ''
  })
  const whole = items.map((item) => {
    const headed = item.heading && under(item.heading, item.text)
    if (headed !== undefined && item.heading && saysAll(item.heading, headed)) given.add(item.heading)
    return headed ?? item.text
  })
  const headings = left.filter((one) => one.text !== '' && !given.has(one)).map(({ text }) => text)
  return { items: whole, headings }
}

/** `UNODC / – Trained judges`: a heading and its first bullet on one line. */
function partSlash(line: string): readonly string[] {
  const [, heading, rest] = /^([^/\n]{2,60}?) ?\/ ?([–—-] .*)$/su.exec(line) ?? []
  return heading === undefined || rest === undefined || !namesEntity(heading) ? [line] : [heading, rest]
}

/** `Missions in November:` above lines each of which tells its own day. */
function areUnderTitle(lines: readonly string[]): boolean {
  const [title = '', ...items] = lines.map((line) => line.trim())
  return (
    /^\P{Nd}{3,60}:$/u.test(title) &&
    title.split(' ').length <= mostWordsOfTitle &&
    !isSpoken(title) &&
    items.every((line) => dated.test(line) && /^["“«]?\p{Lu}/u.test(line)) &&
    !areWrapped(items)
  )
}

const mostWordsOfTitle = 6

/** Lines under the acronyms of entities, each with a number in it, or under a title are items without bullets. */
function bulletsUnderHeadings(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => line.trim() !== '')
  const isHead = namesEntity
  const items = said.filter((line) => !isHead(line))
  const areItems = items.every(
    (line) => line.length >= shortestItem && /\p{Nd}/u.test(line) && !withoutBullet(line).bulleted,
  )
  if (areUnderTitle(said) && said.length > 2 && !said.some((line) => withoutBullet(line).bulleted))
    return lines.map((line) => (line.trim() === '' || line === said[0] ? line : `• ${line.trim()}`))
  if (!isHead(said[0] ?? '') || items.length < 2 || !areItems) return lines
  return lines.map((line) => (line.trim() === '' || isHead(line) ? line : `• ${line.trim()}`))
}

/** `UNODC`, `UNODC – Peru`. */
function namesEntity(line: string): boolean {
  return ['entity', 'entity in a place'].includes(readHeading(line).kind)
}

/** A bullet that says only what the next ones are: `Trainings:`, or few words above deeper bullets. */
function isSubheading(item: Headed | undefined, isAboveDeeper: boolean): boolean {
  if (!item || item.details || item.text.length >= 60 || /\p{Nd}/u.test(item.text)) return false
  if (isAboveDeeper && item.text.length < shortestItem) return true
  return /:\s*$/.test(item.text) || namesEntity(item.text)
}

/** `👉 Learn more: https://…`, which goes with the item above it. */
const isLink = /^(?:[^:.\n]{1,40}[:→]? ?)?https?:\/\/\S{1,900}$/iu

/** `Publication of NSS 45 https://…`: a title of its own before its link. */
const isTitled =
  /^(?:publication|launch|release|new|first|second|third|handbook|guide|toolkit|policy brief|study|workshop|training|webinar|course|conference|visit|meeting) \S{1,30} [^:→\n]{1,60}(?<!here|below) https?:/iu

/** The same where the words before it only lead to it, and no title does. */
export const isLinkAlone = /^(?:[^:.\n\p{Nd}]{1,30}[:→] ?)?https?:\/\/\S{1,900}$/iu

/** The same as the whole of a bullet, with the capital that lists have. */
const withWhom =
  /^(?:(?:Co-?)?(?:[Ff]unded|Supported|Attended|Hosted) by|With the (?:\p{Ll}+ )?support of|In (?:co-?operation|collaboration|partnership|coordination) with|Together with) \P{Nd}[^;.]{1,100}$/u

/** `§ with the support of Japan`: a bullet below an item that only says with whom or what it was done. */
function isAddition(text: string): boolean {
  return (
    (withWhom.test(text) ||
      /^(?:with|by|in (?:cooperation|co-operation|collaboration|partnership|coordination)|jointly|together|funded|supported|attended|hosted|including|participants|for)\s\P{Nd}/u.test(
        text,
      )) &&
    text.length < 120 &&
    !dated.test(text)
  )
}

function withoutCapital(text: string): string {
  return withWhom.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text
}

/**
 * Whether bullets only tell more of the line above them: `Participants of the seminar in Nairobi (3-5 November):` above
 * `– reviewed the standards`. It tells its day, and they tell none.
 */
export function areDetails(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== '')
  const from = said.findIndex((line) => withoutBullet(line).bulleted)
  const lead = said.slice(0, Math.max(from, 0)).join(' ').trim()
  const bullets = said.slice(from)
  if (
    from < 1 ||
    !bullets.every((line) => withoutBullet(line).bulleted) ||
    bullets.some((line) => dated.test(line))
  )
    return false
  const small = bullets.every((line) => /^\p{Ll}/u.test(withoutBullet(line).text))
  const days = lead.length > shortestItem ? findDates(lead, { period: someYear, most: 3 }) : []
  return /:$/.test(lead) ? days.some(({ precision }) => precision === 'day') : small && days.length > 0
}

/** Any year will do where only the form of a date is looked at. */
const someYear = { from: '2024-01-01', to: '2024-12-31' }

/** A sentence before the first bullet that says its day: news, and no heading. */
function isNews(line: string): boolean {
  const text = line.replace(/(?:\p{Extended_Pictographic}|\ufe0f|\s){1,12}$/u, '')
  return text.length > 40 && dated.test(text) && (/[.)!]$/.test(text) || text.length > 120)
}

/** Whether a line between bullets heads the next ones rather than go on with the last. */
function heads(
  lines: readonly string[],
  at: number,
  { last, isAfterBlank }: { readonly last: string; readonly isAfterBlank: boolean },
): boolean {
  const line = (lines[at] ?? '').trim()
  const next = lines.slice(at + 1).find((one) => one.trim() !== '')
  if (next === undefined || !withoutBullet(next).bulleted) return false
  if (line.length > 60 || /^\p{Ll}/u.test(line) || /[.;,)]$/.test(line)) return false
  return isAfterBlank || /[.;:!?)]$/.test(last.trimEnd()) || /[:*_]$/.test(line)
}
