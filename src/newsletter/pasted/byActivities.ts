import { type NamedPlace, readPlaces } from '../places/place.ts'
import { dated } from './oneLine.ts'

/** What was done, in the past, as a new activity begins: `and held …`, `. It also trained …`. */
const done =
  'held|trained|organi[sz]ed|co-?organi[sz]ed|hosted|co-?hosted|conducted|convened|delivered|facilitated|launched|visited|undertook|ran|carried out|led|opened|concluded|presented|participated in|took part in|supported|completed|provided|gave'

/** Where another activity of the same subject may begin; the words before its verb are no part of it. */
const joint = new RegExp(
  `(?:[,;]? and|[,;] as well as|[.;] ?(?:it|they|the (?:office|team|organi[sz]ation|entity))|[.;])(?: then| also| later| subsequently| further)? (?=(?:${done})(?![\\p{L}-]))`,
  'giu',
)

/** The first verb of a text, before which its subject stands. */
const firstVerb = new RegExp(` (?=(?:${done})(?![\\p{L}-]))`, 'iu')

/** A longer text is no item. */
const longest = 2000
const mostActivities = 5

/** The longest subject: `UNODC, with the support of the European Union,`. */
const longestSubject = 120

/**
 * The activities of a text that says of each its own day and its own place: `UNODC trained judges in Dushanbe (9 Nov), and
 * held a workshop in Tashkent on 13 November`. Each gets the subject of the first. None for any other text.
 */
export function byActivities(text: string): readonly string[] {
  const subject = text.length > longest ? undefined : subjectOf(text)
  if (subject === undefined) return []
  const parts: string[] = []
  let from = 0
  for (const { 0: words, index } of text.matchAll(joint)) {
    const before = text.slice(from, index)
    if (!isActivity(before) || !isActivity(text.slice(index + words.length))) continue
    parts.push(before)
    from = index + words.length
  }
  if (from === 0 || parts.length >= mostActivities) return []
  parts.push(text.slice(from))
  return areApart(parts.map(placesOf))
    ? [...parts.map((part, at) => (at === 0 ? part : `${subject} ${part}`))]
    : []
}

/** Who did it, as the text begins; undefined where it begins otherwise, as with a day. */
function subjectOf(text: string): string | undefined {
  const verb = firstVerb.exec(text.slice(0, longestSubject))
  const words = verb ? text.slice(0, verb.index) : ''
  const opens = /^["“«]?\p{Lu}/u.test(words) && !/^(?:In|On|At|From|During|After|Since) /.test(words)
  return opens && !/[\p{Nd}.;]/u.test(words) ? words : undefined
}

function isActivity(text: string): boolean {
  return dated.test(text) && placesOf(text).length > 0
}

/** The places of a part; the brackets of its date may name one. */
function placesOf(part: string): readonly NamedPlace[] {
  const [, text = part, aside = ''] = /^(.*)\(([^()]{1,80})\)[.,;]?\s*$/su.exec(part) ?? []
  return readPlaces(text.trim(), aside)
}

/** Whether no part names a place of another one, nor a State in which one lies. */
function areApart(all: readonly (readonly NamedPlace[])[]): boolean {
  return all.every((places, at) =>
    all.slice(at + 1).every((others) => !places.some((one) => others.some((other) => isSame(one, other)))),
  )
}

function isSame(one: NamedPlace, other: NamedPlace): boolean {
  const inState = one.state !== null && one.state === other.state
  return one.name === other.name || (inState && (one.kind === 'state' || other.kind === 'state'))
}
