import { spotsIn } from '../places/spots.ts'
import { partPointing } from '../words/pointingWords.ts'
import { wordsOf } from '../words/words.ts'
import type { Aside } from './aside.ts'
import { apartFromChat } from './chat/apart.ts'
import { withoutCounters } from './chat/threads.ts'
import { isEnding, isPostscript, partOpening } from './courtesy/courtesies.ts'
import { withoutFootnotes } from './footnotes.ts'
import { isLinkAlone } from './list/bullets.ts'
import { answeredFrom, isAnswering } from './mail/answered.ts'
import { goesOnBehind, isAbout, isClosing, isFooter } from './mail/closings.ts'
import { withoutCover } from './mail/cover.ts'
import { partDate } from './mail/datedClosing.ts'
import { withDatelines } from './mail/datelineAbove.ts'
import { headersOf } from './mail/mailHead.ts'
import { partPointer, partRequest } from './mail/pointer.ts'
import { dated } from './oneLine.ts'
import { withoutPageLines } from './pageLines.ts'
import { withoutBullet } from './signs.ts'

export type { Aside } from './aside.ts'

const kinds: readonly (readonly [Aside['kind'], RegExp])[] = [
  [
    'credit',
    /^[[(]?(?:(?:photos?|images?|pictures?|crédits?|foto|фото|照片|图片|صورة|الصورة)(?: credits?| by| ©| photos?)? ?[:：©(/]|©|credits? ?:)/i,
  ],
  ['source', /^[[(]?(?:sources?|via|retrieved from|fuente|источник|资料来源|来源|المصدر) ?[:：]/i],
]

function kindOf(line: string): Aside['kind'] | undefined {
  const start = line.trim().slice(0, 60)
  const kind = kinds.find(([, sign]) => sign.test(start))?.[0] ?? (isClosing(start) ? 'signature' : undefined)
  return (
    kind ?? (isPostscript(line) ? 'request' : isEnding(withoutBullet(line).text) ? 'greeting' : undefined)
  )
}

/**
 * Lines without the sources, photo credits and signatures among them, and those. A signature ends the text, unless the
 * text goes on after it, as after `Thanks` between two items.
 */
export function setApart(typed: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const chat = apartFromChat(typed)
  const thread = withoutCounters(chat.lines)
  const noted = withoutFootnotes(thread.lines)
  const page = withoutPageLines(noted.lines)
  // A day alone parts the messages of a chat.
  const dated = chat.asides.length > 0 ? page.lines : withDatelines(page.lines)
  const { lines: all, asides: above } = withoutCover(dated)
  const asides: Aside[] = [...chat.asides, ...thread.asides, ...noted.asides, ...page.asides, ...above]
  const kept: string[] = []
  const answered = answeredFrom(all, headersOf(all)) ?? all.length
  const lines = all.slice(0, answered)
  let begun = false
  const end = lines.findLastIndex((line) => line.trim() !== '')
  // A link below the text is no part of its last sentence.
  const told = lines.findLastIndex((line) => line.trim() !== '' && !isLinkAlone.test(line.trim()))
  const headers = headersOf(lines)
  const goesOn = goesOnBehind(lines)
  const mayGoOn = goesOnBehind(lines, true)
  let signing: 'for good' | 'with a name' | undefined
  lines.forEach((written, at) => {
    const line = begun ? written : withoutGreeting(written, asides)
    if (at < headers && written.trim() !== '') {
      asides.push({ kind: 'mail header', text: written.trim() })
      return
    }
    const last = asides.at(-1)
    const kind = !begun ? undefined : !mayGoOn[at] && isAbout(line.trim()) ? 'about' : kindOf(line)
    if (signing === 'with a name' && !isSender(line)) signing = undefined
    if (signing && last) {
      if (line.trim() !== '') asides[asides.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` }
    } else if (kind) {
      asides.push({ kind, text: line.trim() })
      if (kind === 'about') signing = 'for good'
      if (kind === 'signature') signing = goesOn[at] ? 'with a name' : 'for good'
    } else if (at === end && begun && isFinished(kept) && isSender(line)) {
      asides.push({ kind: 'signature', text: line.trim() })
    } else {
      const led = withoutLostLink(line, lines[at + 1], asides)
      const pointed = at === end || at === told ? withoutPointer(led, asides) : led
      kept.push(at === end ? endOf(pointed, asides) : pointed)
      begun ||= line.trim() !== ''
    }
  })
  const [first] = all.slice(answered)
  if (first !== undefined) asides.push({ kind: 'answered', text: first.trim() })
  return { lines: kept, asides }
}

/** `Dear colleagues, please find our input: UNODC …`: what is said to the reader, who does not print it. */
function withoutGreeting(line: string, asides: Aside[]): string {
  const { text, courtesies } = partOpening(line)
  if (courtesies.length > 0) asides.push({ kind: 'greeting', text: courtesies.join(' ') })
  return text
}

/** Whether the line before says all that it has to say. */
function isFinished(kept: readonly string[]): boolean {
  return /[.!?)]$/.test(kept.findLast((line) => line.trim() !== '')?.trimEnd() ?? '')
}

const person =
  /^\p{Lu}[\p{Ll}'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,2}(?:(?:,|,? at| \/| -)? ?\(?\p{Lu}[\p{Lu}\p{Nd}-]{1,20}\)?)?$/u

/** `Ana`, `Ana Silva, CTED`: a name and nothing else, which is no place. */
function isSender(words: string): boolean {
  const name = words.trim().replace(/[.!]$/, '')
  return name.length <= 60 && person.test(name) && spotsIn(wordsOf(name)).size === 0
}

/** Whether a message only greets and closes: `Thanks!`, `Best regards` above a name, `Sent from my telephone`. */
export function isCourtesyAlone(lines: readonly string[]): boolean {
  let closed = false
  return lines.every((line) => {
    const text = partOpening(line).text.trim()
    // `Contact group of experts: UNODC met … (4 November)` tells its day.
    const closes =
      (isFooter(text) && !dated.test(text)) || (isClosing(text) && text.length <= 60 && !/\p{Nd}/u.test(text))
    closed ||= closes || isEnding(text)
    return text === '' || closes || isEnding(text) || (closed && isSender(text))
  })
}

const greeting =
  /^(?:(?:with )?(?:best|kind|warm|many) (?:regards|wishes|thanks)|regards|(?:yours )?sincerely|thanks|thank you|thx|cheers|cordialement|bien à vous|saludos|(?:all the )?best(?=,))(?:[,!.]| |$)\s?/i

/** `A. Smith, Programme Officer, UNODC`: a name with what it stands for, in which every word but small ones has a capital. */
function isNameAndTitle(words: string): boolean {
  const parts = words.trim().replace(/[.!]$/, '').split(' ')
  return (
    parts.length > 1 &&
    parts.every(
      (word) =>
        /^[(\p{Lu}]/u.test(word) || /^(?:of|for|and|the|to|at|in|de|du|des|la|y|&|-|–|\/)$/.test(word),
    )
  )
}

/** `Best regards, Ana` and `-- Ana, CTED` after a sentence: a greeting, a name or both, and nothing else. */
function isSigned(rest: string): boolean {
  if (rest.length > 90) return false
  const greeted = greeting.exec(rest)?.[0]
  if (greeted !== undefined)
    return (
      rest.length === greeted.length ||
      isSender(rest.slice(greeted.length)) ||
      isNameAndTitle(rest.slice(greeted.length))
    )
  const dashed = /^(?:--|[—–-]) ?/.exec(rest)?.[0]
  return dashed !== undefined && isSender(rest.slice(dashed.length))
}

/** A line without words that were a link and have lost it, `Read more`; a line below may give it back. */
function withoutLostLink(line: string, next: string | undefined, asides: Aside[]): string {
  const [text, pointer] = /^\s*(?:https?:|www\.|<http)/i.test(next ?? '') ? [line, ''] : partPointing(line)
  if (pointer !== '') asides.push({ kind: 'lost link', text: pointer })
  return text
}

function withoutPointer(written: string, asides: Aside[]): string {
  const [line, asked] = partRequest(written)
  if (asked !== '') asides.push({ kind: 'request', text: asked })
  const [text, pointer] = partPointer(line)
  if (pointer !== '') asides.push({ kind: 'attachment', text: pointer })
  return text
}

/**
 * `… (6-9 Mar). Source: https://un.org/x` and `… (6-9 Mar). Best regards, Ana`: what stands after the last sentence.
 */
function endOf(line: string, asides: Aside[], most = 3): string {
  for (
    let at = lastEnd(line, line.length), tries = 0;
    at > 0 && tries < 4;
    at = lastEnd(line, at - 1), tries++
  ) {
    const rest = line.slice(at + 2).trim()
    const kind = isSigned(rest) ? 'signature' : isAnswering(rest) ? 'answered' : kindOf(rest)
    if (kind === undefined || (kind === 'signature' && !isSigned(rest) && !isFooter(rest))) continue
    const kept = line.slice(0, at + 1)
    const before = most > 1 ? endOf(kept, asides, most - 1) : kept
    const [closing, date] = kind === 'signature' ? partDate(rest, before) : [rest, '']
    asides.push({ kind, text: closing })
    return `${before}${date}`
  }
  return line
}

/** The last sentence's end, or bracket, with a space after it before a place of the line. */
function lastEnd(line: string, before: number): number {
  return Math.max(line.lastIndexOf('. ', before), line.lastIndexOf(') ', before))
}
