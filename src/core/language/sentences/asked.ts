import { fold } from '../../text/nearest.ts'
import { beginsWithDate } from '../../time/beginsWithDate.ts'
import { isStatement } from './saying.ts'

/** Words with which a question begins. */
const questions = new Set('how what when where who whats whos wheres whens hows whom whose which why can could may do does did is are am was were will would should shall'.split(' ')) // biome-ignore format: a table

/** Names and months as well, so that only somebody behind them makes a question of them. */
const alsoNames = new Set(['may', 'will'])

/** Whom a question asks about. */
const somebody = new Set('i we you he she it they there this that the my our your somebody someone anybody anyone'.split(' ')) // biome-ignore format: a table

/** Words with which somebody asks for something to be done; an update tells what was done, by whom. */
const orders = new Set('accept add appoint approve book cancel change close create delete edit export find give invite leave list mail make move name open postpone print publish push put release remove rename reschedule restore schedule send set show start stop subscribe take tell undo withdraw'.split(' ')) // biome-ignore format: a table

/** What somebody says who wants something: `I trained judges` tells, `I need a new time` asks. */
const wishes = /^i(?:['’]d)? (?:want|need|would like|wish|like to|can['’]?t|cannot|must)\b/i

/** A longer text tells something, whatever it begins with. */
const most = 160

/** Whether a line asks something or asks for something, rather than tell what somebody did. */
export function isAsked(text: string): boolean {
  if (text.length > most || text.includes('\n')) return false
  const words = begunWith(text)
  const [word = ''] = words
  return isQuestion(text) || (orders.has(word) && !isHeaded(text)) || wishes.test(words.join(' '))
}

/** Whether a line begins with a word that tells somebody to do something. */
export function isOrder(text: string): boolean {
  return orders.has(begunWith(text)[0] ?? '')
}

/** Whether a line ends or begins as a question does. */
export function isQuestion(text: string): boolean {
  const [word = '', next = ''] = begunWith(text)
  return endsInQuestion(text) || (alsoNames.has(word) ? somebody.has(next) : questions.has(word))
}

/** `Open doors: UNODC trained 30 guards`: what stands behind the colon of a heading tells, however the heading begins. */
function isHeaded(text: string): boolean {
  const [, behind = ''] = /^[^:：]{3,60}[:：] (\p{Lu}.*)$/u.exec(text.trim()) ?? []
  return isStatement(behind)
}

/** The fewest words of what may be told though it begins as an order does: `Print media workshop held in Tunis`. */
const fewest = 6

/** Whether a line that reads as an order is a whole sentence as well, which may tell something. */
export function mayTell(text: string): boolean {
  const words = begunWith(text)
  const [word = ''] = words
  return (
    orders.has(word) && !/^(?:please|pls)\s/i.test(text) && words.length >= fewest && !endsInQuestion(text)
  )
}

function begunWith(text: string): readonly string[] {
  const words = text
    .trim()
    .replace(/^(?:please|pls) /i, '')
    .split(/\s+/)
  return words.map((word) => fold(/^[\p{L}'’]+/u.exec(word)?.[0] ?? '').replace(/(?<=..)['’]s$/, ''))
}

function endsInQuestion(text: string): boolean {
  return /[?？؟]$/u.test(text.trimEnd())
}

/** What somebody did or may do, behind `who`. */
const asksOfDeed =
  /^(?:has|have|had|can|could|may|might|will|would|should|does|did|do|came|comes|went|goes|said|sent|got|gets|else|covers|covered|replaces|answered|replied|voted|signed|read|saw|posted|wrote|spoke)(?!\p{L})/iu

/** Whether what stands behind `who` asks who did something, as `came?` and `has not answered` do. */
export function asksWhoDid(behind: string): boolean {
  return asksOfDeed.test(behind) || /^\p{L}+\?$/u.test(behind)
}

/** `she is travelling`, `Amina will be away`: somebody else, by a pronoun or a name. */
const ofAnother =
  /^(?:she|he|they|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})(?:['’](?:s|re|ll)| (?:is|are|was|were|will|has|have|had|goes|takes))(?!\p{L})/u

/** `French is my language` speaks of whoever says it. */
const ofOneself = /(?<!\p{L})(?:i|me|my|mine|myself)(?!\p{L})/iu

/** Whether a line says what somebody else is or does, and nothing of whoever says it. */
export function speaksOfAnother(text: string): boolean {
  const begun = text.trim().replace(/^(?:She|He|They)(?!\p{L})/u, (word) => word.toLowerCase())
  return ofAnother.test(begun) && !ofOneself.test(begun) && !beginsWithDate(begun)
}

/** `we trained 20 officers`: what somebody says they did. */
const ownDeed = /^(?:we|they|he|she|i) \p{Ll}{3,}ed(?!\p{L})/iu

/** Whether a line begins with who did something, as `we trained 20 officers` does. */
export function tellsDeed(text: string): boolean {
  return ownDeed.test(text)
}
