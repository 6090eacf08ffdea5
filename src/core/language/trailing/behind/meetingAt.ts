import type { Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { opensQuote } from '../../quotes.ts'
import { longest, withoutJoint } from '../time/leadingTime.ts'
import { isPlainLength } from '../time/lengths.ts'

/** A longer text is told rather than a meeting asked for. */
const mostWords = 40

/** The options that may stand behind the time of a meeting, by what they are. */
interface Places {
  readonly time: string
  readonly length: string
  readonly group: string | undefined
  readonly place: string | undefined
  readonly link: string | undefined
}

/** What stands at the end of some words: for which option, and how many words it takes with those that lead to it. */
interface Found {
  readonly name: string
  readonly value: string
  readonly count: number
}

/**
 * `next Tuesday 3pm for 90 min on Zoom https://…` and `8 Dec 15:00 ETCIP 90 min`: what stands behind the time of a meeting
 * goes to its own option, in any order, so that the words end with the time; and so behind a time given by its name, and
 * behind the time to which one is moved.
 * Nothing is taken where no time stands before it, save a length alone, which is no time to begin at.
 */
export function takeBehindMeeting(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  const places = placesOf(options, kind === 'meeting')
  if (!places || (kind !== 'text' && kind !== 'meeting')) return
  const from = fields[places.time] === undefined ? first : places.time
  const typed = fields[from] ?? ''
  if (opensQuote(typed, 0) && !(kind === 'meeting' && quotedName.test(typed))) return
  const isLengthOnly = kind === 'text' && from === places.time && isPlainLength(typed)
  if (isLengthOnly && fields[places.length] === undefined) {
    delete fields[from]
    fields[places.length] = typed
    return
  }
  const all = typed.split(/\s+/)
  if (all.length > mostWords) return
  const topic =
    kind === 'text' && from !== first && groupOnly.test(fields[first] ?? 'A call') ? topicIn(all) : undefined
  const title = [fields[first], topic?.value].filter((part) => part !== undefined).join(': ')
  const given: Record<string, string> = topic === undefined ? {} : { [first]: title }
  let words = topic === undefined ? all : withoutComma(all.slice(0, -topic.count))
  while (!endsWithTime(words)) {
    const isFree = (name: string | undefined) =>
      name !== undefined && fields[name] === undefined && given[name] === undefined
    const found = finders
      .map((find) => find(words, places))
      .find(
        (one) => one && (isFree(one.name) || (one.name === places.place && fields[one.name] === undefined)),
      )
    if (!found || found.count >= words.length) break
    // `in room 5 and on Zoom`
    given[found.name] = [found.value, given[found.name]].filter((part) => part !== undefined).join(', ')
    words = withoutComma(words.slice(0, -found.count))
  }
  const isLengthAlone = kind === 'text' && from === first && Object.keys(given).join() === places.length
  if (Object.keys(given).length === 0 || !(endsWithTime(words) || isLengthAlone)) return
  fields[from] = words.join(' ')
  Object.assign(fields, given)
}

/** `"Cyber call" to Friday`: more stands behind the name. */
const quotedName = /^["“][^"“”]{1,100}["”] \S/

/** The options of a command that takes a time and a length, as a new meeting and a move of one (`isMoved`) have them. */
function placesOf(options: Options, isMoved: boolean): Places | undefined {
  const nameOf = (isMeant: (one: Options[string], name: string) => boolean) =>
    Object.entries(options).find(([name, one]) => isMeant(one, name))?.[0]
  const time = nameOf(({ kind, required }) => kind === 'moment' && (required || isMoved))
  const length = nameOf(({ kind }) => kind === 'duration')
  if (time === undefined || length === undefined) return undefined
  return {
    time,
    length,
    group: nameOf(({ kind }) => kind === 'groups'),
    place: nameOf(({ kind }, name) => kind === 'text' && name === 'place'),
    link: nameOf(({ kind }, name) => kind === 'text' && name === 'link'),
  }
}

/** Without a comma, a stroke or an “and” at the end. */
function withoutComma(words: readonly string[]): string[] {
  const last = words.at(-1) ?? ''
  return /^(?:[-–—]|and)$/i.test(last)
    ? words.slice(0, -1)
    : [...words.slice(0, -1), last.replace(/[,;:]$/, '')]
}

/** Whether words end with a time that is none of a length. */
function endsWithTime(words: readonly string[]): boolean {
  for (let at = Math.max(0, words.length - longest); at < words.length; at++) {
    const end = words.slice(at).join(' ')
    if (isMomentForm(withoutJoint(end)) && !isPlainLength(end)) return true
  }
  return false
}

const finders: readonly ((words: readonly string[], places: Places) => Found | undefined)[] = [
  linkAt,
  placeAt,
  lengthAt,
  groupAt,
]

const address = /^(?:https?:\/\/\S+|www\.\S+|[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,5}\/\S*)$/i

function linkAt(words: readonly string[], { link }: Places): Found | undefined {
  const last = (words.at(-1) ?? '').replace(/^[(<]|[)>.,]$/g, '')
  if (link === undefined || !address.test(last)) return undefined
  const isLed = /^(?:link|at|via|here|url)[:,]?$/i.test(words.at(-2) ?? '')
  return { name: link, value: last, count: isLed ? 2 : 1 }
}

const program =
  /^(?:(on|at|via|over|by|in|[-–—]) )?(zoom|(?:ms |microsoft )?teams|webex|google meet|skype|jitsi|phone|online)$/i
const room = /^(?:(in|at) )?(?:the )?((?:conference |meeting |board)?room [\p{L}\p{Nd}./-]{1,12})$/iu

/** `on Zoom`, `via MS Teams` and `in room M4`, with a word that leads to it, behind a comma or right behind the time. */
function placeAt(words: readonly string[], { place }: Places): Found | undefined {
  if (place === undefined) return undefined
  for (const count of [5, 4, 3, 2, 1]) {
    if (count >= words.length) continue
    const end = words
      .slice(-count)
      .join(' ')
      .replace(/[.,:]$/, '')
    const [, joint, value] = program.exec(end) ?? room.exec(end) ?? []
    if (value === undefined) continue
    const before = words.slice(0, -count)
    const isApart = joint !== undefined || /^online$/i.test(value) || /[,;]$/.test(before.at(-1) ?? '')
    if (isApart || endsWithTime(before)) return { name: place, value, count }
  }
  return undefined
}

/** `90 min`, `1h30` and `for two hours`; `in 90 min` says when. */
function lengthAt(words: readonly string[], { length }: Places): Found | undefined {
  for (const count of [3, 2, 1]) {
    const value = words.slice(-count).join(' ').replace(/[.,]$/, '')
    const before = (words.at(-count - 1) ?? '').toLowerCase()
    if (!isPlainLength(value) || before === 'in') continue
    return { name: length, value, count: before === 'for' ? count + 1 : count }
  }
  return undefined
}

/** A title that says no more than whose meeting it is. */
const groupOnly = /^[\p{L}-]{1,20} (?:call|meeting)$/iu

/** `topic: drones` and `about drones` behind a time that stands before its title. */
function topicIn(words: readonly string[]): Pick<Found, 'value' | 'count'> | undefined {
  const at = words.findIndex((word) => /^(?:topic|subject|title|about|re):?$/i.test(word))
  const value = words.slice(at + 1).join(' ')
  // `about an hour` says how long.
  if (at < 1 || value === '' || isPlainLength(value)) return undefined
  return { value, count: words.length - at }
}

const acronym = /^\(?(\p{Lu}[\p{Lu}-]{2,20})[).,]?$/u
const mostGroups = 4

/** `ETCIP`, `for ETCIP` and `BMLE, ETCIP` behind the time; a name that is no group's is told so by whoever looks it up. */
function groupAt(words: readonly string[], { group }: Places): Found | undefined {
  if (group === undefined) return undefined
  const named: string[] = []
  while (named.length < mostGroups && !endsWithTime(words.slice(0, words.length - named.length))) {
    const [, value] = acronym.exec(words.at(-1 - named.length) ?? '') ?? []
    if (value === undefined) break
    named.unshift(value)
  }
  if (named.length === 0) return undefined
  const isLed = /^(?:for|with|of)$/i.test(words.at(-1 - named.length) ?? '')
  return { name: group, value: named.join(', '), count: named.length + (isLed ? 1 : 0) }
}
