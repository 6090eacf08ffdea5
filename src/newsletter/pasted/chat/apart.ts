import type { Aside } from '../aside.ts'
import { partOpening } from '../courtesy/courtesies.ts'
import { isAboveHandle, isAboveHour, partStamp } from './stamps.ts'

/** What chats and networks show below a message, wherever it was copied from. */
const shown =
  /^(?:[\d.,]{1,7}[km]? (?:repl(?:y|ies)|comments?|reposts?|likes?|reactions?|shares?|views?|bookmarks?|quotes?)(?: ?[·•|,] ?[\d.,]{1,7}[km]? \p{L}{4,9}){0,3}|last reply .{1,40}|view (?:thread|newer replies)|[<‎]?(?:image|media|video|audio|document|sticker|gif) omitted>?|this message was (?:deleted|edited).{0,30}|\(?edited\)?|replied to a thread:.{0,100})$/iu
/** What they show there in words that elsewhere may be text. */
const marks =
  /^(?:·|\d{1,2} ?[hmd]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6} \d{1,2}(?:, \d{4})?|(?:reply|replies|react|new|today|yesterday|translate|forward|see (?:more|translation))|(?:(?::[a-z0-9_+-]{1,30}:|\p{Extended_Pictographic}\ufe0f?|like|heart|laugh|surprised|haha) ?\d{0,3} ?){1,8})$/iu
/** The longest of them. */
const longest = 140

/**
 * Lines without what a chat wrote around the messages that were copied from it: who wrote them and when, and what was
 * answered or felt. Each such line ends a paragraph.
 */
export function apartFromChat(typed: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const asides: Aside[] = []
  const said = (text: string) => asides.push({ kind: 'chat', text })
  const begins: number[] = []
  const lines = typed.map((written, at) => {
    const line = written.trim()
    const next = typed.slice(at + 1, at + 3).find((one) => one.trim() !== '') ?? ''
    const isName = isAboveHour(line, next) || isAboveHandle(line, next)
    const [stamp, rest] = isName ? [line, ''] : partStamp(written)
    if (stamp !== '') {
      begins.push(at)
      said(stamp)
    }
    const text = rest.trim()
    const isMark =
      text.length <= longest && text !== '' && (shown.test(text) || (begins.length > 0 && marks.test(text)))
    if (isMark) said(text)
    return isMark ? '' : rest
  })
  return { lines: withoutCalls(lines, begins, asides), asides }
}

/** The longest message that says nothing of its own beside another one: `super 👏`. */
const shortMessage = 40

/** Lines without short messages that tell no number beside others that do, and without what opens each message. */
function withoutCalls(
  lines: readonly string[],
  begins: readonly number[],
  asides: Aside[],
): readonly string[] {
  const ends = (nth: number) => begins[nth + 1] ?? lines.length
  const tells = (words: string) => words.length >= shortMessage || /\p{Nd}|https?:/u.test(words)
  const messages = begins.map((from, nth) => lines.slice(from, ends(nth)).join(' ').trim())
  if (begins.length < 2 || !messages.some(tells)) return lines
  const kept = [...lines]
  begins.forEach((from, nth) => {
    const message = lines.slice(from, ends(nth))
    const words = messages[nth] ?? ''
    if (words !== '' && !tells(words)) {
      asides.push({ kind: 'chat', text: words })
      kept.fill('', from, ends(nth))
      return
    }
    const first = message.findIndex((line) => line.trim() !== '')
    const { text, courtesies } = partOpening(message[first] ?? '')
    if (courtesies.length === 0) return
    asides.push({ kind: 'greeting', text: courtesies.join(' ') })
    kept[from + first] = text
  })
  return kept
}
