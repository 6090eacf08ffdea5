import { orUserError, UserError } from '../../../errors.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { readDuration } from '../../../time/duration.ts'
import { answerIn } from '../assent.ts'

/** A line in which the words that name a meeting are a number, for which sayings have a place, and those words. */
export interface NumberedLine {
  readonly text: string
  readonly name: string
}

/** No meeting has it. */
export const standInNumber = 'M999999999'

const event = '(?:meeting|call|session|briefing|plenary|webinar|videoconference|teleconference|thing|mtg)'
/** Words that begin something else. */
const stops = '(?:the|our|my|this|that|of|to|on|for|in|at|and|with|about)'
/** `the drones call`, `our next meeting`, `Thursday’s briefing`. */
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:the|our|my|this|that) |(?=\\p{L}{3,9}['’]s |(?:mon|tues|wednes|thurs|fri)days ))((?:(?!${stops} )[^\\s,.:;!?]{1,30} ){0,4}${event})(?![\\p{L}\\p{N}])`,
  'iu',
)
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}{0,6}'
/** `on the 10th`, `on 10 December`, `tomorrow`, at the end of a line or before what is said beside it. */
const byDay = new RegExp(
  `(?: on ((?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${month})?|${month} \\d{1,2}(?:st|nd|rd|th)?|(?:this |next )?${weekday})| (tomorrow|today|(?:the )?\\d{1,2}(?:st|nd|rd|th)|(?:this |next )?${weekday}))(?=[.!?]{0,3}$|[,;:] | [–—-] | \\(| (?:because|since|as|due|after all)(?!\\p{L}))`,
  'iu',
)

const dayBehind = new RegExp(
  `^ (?:on|of) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${month})?|${month} \\d{1,2}|${weekday})(?=[,;.!?]|$)`,
  'iu',
)

/** A line about a meeting that is named by words, as if it were named by a number; undefined for any other line. */
export function withMeetingNumbered(text: string): NumberedLine | undefined {
  const found = named.exec(text)
  const [whole = '', name = ''] = found ?? []
  if (!found || name.includes('"')) return undefined
  const behind = text.slice(found.index + whole.length)
  // `the call on the 10th` is one name.
  const [day = ''] = dayBehind.exec(behind) ?? []
  // `the rail thing` is what has “rail” in its title.
  const title = name.replace(/ (?:thing|mtg)$/i, '')
  if (/^(?:thing|mtg)$/i.test(title)) return undefined
  return {
    text: text.slice(0, found.index) + standInNumber + behind.slice(day.length),
    name: `${title}${day}`,
  }
}

const movers = new Set(['move', 'shift', 'push', 'postpone', 'reschedule'])
const beforeTitle = new Set(['for', 'to', 'pour', 'à', 'para', 'a'])
/** Words that begin no title. */
const noTitle = new Set(
  'it this that these those the a my our me us you all both any each every everything now item items point agenda today tomorrow tonight next last more later earlier to by on at in what which who one moi nous tout maintenant mi mí todo ahora la le les el los'.split(
    ' ',
  ),
)
const longestTitle = 4

/** What opens a line that asks for something. */
const openings =
  /^(?:(?:hi|hello|hey|ok)[,!]? )?(?:please )?(?:(?:(?:i|we) )?(?:need|want|have) to |(?:can|could) (?:we|you) |let['’]?s )?(?:please )?/i

const politeEnd = /,? (?:please|pls|plz|thanks|thx|merci|svp|gracias|por favor)[.!]?$/i

/** `move` in other languages, and what stands before the time then. */
const moversElsewhere =
  /^(?:déplace[rz]?|décale[rz]?|reporte[rz]?|mueve|mover|aplazar?|verschieben?|verlegen?|sposta(?:re)?)$/i
const toElsewhere = /^(?:à|au|a|al|para|auf|alle|às)$/
/** `la réunion rail`: what is before the title there. */
const meetingElsewhere =
  /^(?:(?:la|le|el|die|das|den|il|a|o) )?(?:réunion|séance|reunión|sesión|reunião|sitzung|besprechung|treffen|termin|riunione)(?: (?:du|de la|de|del|sobre|über|zum?|sur?))? /iu

/** What else may be cancelled by its words. */
const noMeeting =
  /(?<!\p{L})(?:reminders?|polls?|silences?|updates?|subscriptions?|invitations?|invites?|rsvps?|actions?|votes?|nominations?|issues?|alerts?|notifications?|answers?|everything|that|it|item)(?!\p{L})/iu

/** The same of `cancel border tools, speaker ill`. */
function cancelled(words: readonly string[]): NumberedLine | undefined {
  const comma = words.findIndex((word, at) => at > 0 && /,$|^(?:because|due|since)$/i.test(word))
  // `cancel dentist` may be a reminder.
  if (comma < 0 || comma === words.length - 1) return undefined
  const at = words[comma]?.endsWith(',') ? comma + 1 : comma
  const name = titleIn(words.slice(/^the$/i.test(words[1] ?? '') ? 2 : 1, at))
  const reason = words.slice(at).join(' ')
  if (name === undefined || noMeeting.test(name) || isTime(name)) return undefined
  return { text: `cancel ${standInNumber}, ${reason}`, name }
}

/** The same of `déplace la réunion rail à 16h`. */
function movedElsewhere(words: readonly string[]): NumberedLine | undefined {
  const timeFrom = (at: number) =>
    [words.slice(at + 1), words.slice(at)].map((some) => some.join(' ')).find(isTime)
  const end = words.findIndex((word, at) => at > 1 && toElsewhere.test(word) && timeFrom(at) !== undefined)
  const name = titleIn(words.slice(1, end).join(' ').replace(meetingElsewhere, '').split(' '))
  const time = end < 0 ? undefined : timeFrom(end)
  return name === undefined || time === undefined
    ? undefined
    : { text: `move ${standInNumber} to ${time}`, name }
}

/** The same of `move rail to 4pm` and `yes for rail, maybe 10 min late`: a title beside a time or an answer. */
export function withTitleNumbered(text: string): NumberedLine | undefined {
  const words = text.replace(openings, '').replace(politeEnd, '').split(' ').slice(0, 30)
  const small = words.map((word) => word.toLowerCase())
  const [verb = '', joint = ''] = small
  const answer = beforeTitle.has(joint) ? (verb === 'maybe' ? verb : answerIn(verb)) : undefined
  if (answer !== undefined) {
    const comma = small.findIndex((word, at) => at > 1 && word.endsWith(','))
    const end = comma < 0 ? words.length : comma + 1
    const name = titleIn(words.slice(2, end))
    const note = words.slice(end).join(' ')
    return name === undefined
      ? undefined
      : { text: `${answer} to ${standInNumber}${note === '' ? '' : `, ${note}`}`, name }
  }
  if (verb === 'cancel') return cancelled(words)
  if (moversElsewhere.test(verb)) return movedElsewhere(words)
  // A title has a “to” of its own in `move road to Rome to 4pm`.
  const end = small.findIndex(
    (word, at) => at > 1 && (word === 'by' || (word === 'to' && isTime(words.slice(at + 1).join(' ')))),
  )
  if (!movers.has(verb) || end < 0) return undefined
  const name = titleIn(words.slice(1, end))
  const time = words.slice(end + 1).join(' ')
  const isSaid = small[end] === 'by' ? isLength(time) : isTime(time)
  return name !== undefined && isSaid
    ? { text: `${verb} ${standInNumber} ${small[end]} ${time}`, name }
    : undefined
}

/** Words as a title; undefined where they may be something else. */
function titleIn(words: readonly string[]): string | undefined {
  const title = words
    .join(' ')
    .replace(/[,.!?]{1,3}$/, '')
    .replace(/ (?:thing|mtg)$/i, '')
  const isTitle =
    words.length > 0 &&
    words.length <= longestTitle &&
    !noTitle.has(words[0]?.toLowerCase() ?? '') &&
    /^[\p{L}\p{M}\p{Nd} '’-]{3,60}$/u.test(title) &&
    !/^\p{L}?\p{Nd}+(?: |$)/u.test(title)
  return isTitle ? title : undefined
}

function isTime(text: string): boolean {
  const day = text.replace(/,? (?:at )?(?:the )?same (?:time|hour)$/i, '')
  return /^\d{1,2}$/.test(day) || isMomentForm(day, true)
}

function isLength(text: string): boolean {
  return text.length < 40 && !(orUserError(() => readDuration(text)) instanceof UserError)
}

/** The line `meeting move "…" to 4pm` with its time at its option, where the words behind a title are a time. */
export function withTimeNamed(line: string): string {
  const [, lead = '', joint, time = ''] =
    /^(meeting move "[^"]{1,200}") (to|by) ([^":]{1,40}(?::\d\d[^":]{0,40})?)$/.exec(line) ?? []
  if (joint === 'to' && isTime(time)) return `${lead} start:"${time}"`
  return joint === 'by' && isLength(time) ? `${lead} start:"${time} later"` : line
}

/** The same of an answer with the day of the meeting: `I’ll be there on the 10th`, `can’t join on 10 Dec, in Geneva that day`. */
export function withDayNumbered(text: string): NumberedLine | undefined {
  const found = byDay.exec(text)
  const name = found?.[1] ?? found?.[2]
  if (!found || name === undefined) return undefined
  const behind = text.slice(found.index + found[0].length)
  return {
    text: `${text.slice(0, found.index).replace(/ (?:to|for|at)$/i, '')} to ${standInNumber} ${behind.replace(/^[.!,;:]/, '').trim()}`.trim(),
    name,
  }
}
