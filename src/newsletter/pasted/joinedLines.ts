import { readHeading, saysAll, under } from './list/headings.ts'
import { dated } from './oneLine.ts'

/** The longest title. */
const longestTitle = 160

/** What a line ends with that goes on below. */
const unfinished =
  /(?:[,;:–—(-]|(?<![\p{L}\p{N}])(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|its|their|de|du|des|la|le|les|et|en|y|e|del|los|las|el|al))$/iu

/** Who did it, and then what: with these words a sentence begins. */
const sentence =
  /^["“«]?(?:\p{Lu}|The )[^.;:!?\n]{1,90}? (?:was|were|is|are|has|have|will|held|met|led|ran|took|gave|brought|began|undertook|\p{Ll}{2,12}(?:ed|es)) /u

/**
 * Lines of one item on one line. A word that the end of a line broke is whole again, a title ends before its sentence,
 * and the entity and the place in a line above the text are said in it.
 */
export function joinedLines(typed: readonly string[]): string {
  const lines = typed.map((line) => line.trim())
  const from = lines.findIndex((line) => line !== '')
  const next = lines.findIndex((line, at) => at > from && line !== '')
  const [title = '', first = ''] = [lines[from], lines[next]]
  if (next < 0) return title
  const below = lines.slice(next).filter((line) => line !== '')
  const widest = Math.max(...lines.map((line) => line.length))
  const rest = below.reduce((text, line, at) =>
    joined(text, line, isLabelled(below[at - 1] ?? '', line, widest)),
  )
  const heading = readHeading(title)
  const headed = heading.kind === 'entity in a place' ? under(heading, rest) : undefined
  if (headed !== undefined && saysAll(heading, headed)) return headed
  if (isIssued(title.slice(-40), first)) return `${title}, ${rest}`
  const isApart = next > from + 1 || isBold(title) || dateline.test(first.slice(0, 80))
  if (!isTitle(title, isApart ? first : rest, isApart || isBroken(lines.slice(from))))
    return joined(title, rest, isLabelled(title, first, widest))
  return `${title}${heading.kind === 'other' ? '.' : ':'} ${rest}`
}

/** Whether a line only says who issued what stands above, and when. */
function isIssued(text: string, line: string): boolean {
  return issuer.test(line) && dated.test(line) && /[\p{L}\p{Nd})"”’»]$/u.test(text) && !unfinished.test(text)
}

/** `Nyon, Switzerland, 18 November 2026 – Some …` */
const dateline = /^\p{Lu}[^–—.;]{2,60}\p{Nd}{4}\)? ?(?:–|—|--?) \S/u

/** Whether a line is in bold from its first word to its last. */
function isBold(line: string): boolean {
  return /^(\*{1,3}|__)(?=\S)[^*_]{3,160}\1$/.test(line)
}

/** Whether lines are wrapped sentences: one goes on in the middle of a sentence of the line before. */
export function areWrapped(lines: readonly string[]): boolean {
  return lines.some((line, at) => at > 0 && (/^\p{Ll}/u.test(line) || unfinished.test(lines[at - 1] ?? '')))
}

/** Whether a line is the title of the sentence below it; `isEnded` is whether its author ended the line. */
function isTitle(line: string, below: string, isEnded: boolean): boolean {
  return (
    isEnded &&
    line.length <= longestTitle &&
    /[\p{L}\p{N}"”’»](?:\*{1,3}|__)?$/u.test(line) &&
    line.includes(' ') &&
    !unfinished.test(line) &&
    /^["“«]?[\p{Lu}\p{Lo}]/u.test(below)
  )
}

/**
 * Whether the first line was ended by its author, above a sentence: in one that was broken where it was full, the next word
 * would have had room.
 */
function isBroken([first = '', ...others]: readonly string[]): boolean {
  const below = others.filter((line) => line !== '')
  const [word = ''] = below[0]?.split(' ') ?? []
  const hasRoom = below.some((line) => first.length + 1 + word.length < line.length)
  // Two lines may be as long as one another: an acronym before its verb begins a sentence as well.
  return (
    (hasRoom || (below.length === 1 && /^(?:The \p{L}|\p{Lu}{3})/u.test(below[0] ?? ''))) &&
    sentence.test(below.join(' ').slice(0, 140))
  )
}

/** `con-` and `vened` are one word; `counter-` and `Terrorism` are two. */
function joined(text: string, line: string, isLabelled: boolean): string {
  const end = text.slice(-12)
  const isBroken = /\p{Ll}{2}[-\u00ad]$/u.test(end) && /^\p{Ll}/u.test(line) && !keepsHyphen.test(end)
  if (isBroken) return `${text.slice(0, -1)}${line}`
  if (isLabelled && /[\p{L}\p{Nd})]$/u.test(end)) return `${text}. ${line}`
  if (isIssued(text.slice(-40), line)) return `${text}, ${line}`
  return /\p{L}-$/u.test(end) ? `${text}${line}` : `${text} ${line}`
}

/** `UNICRI, November 2026`: who issued what stands above, and when. */
const issuer =
  /^(?:UN \p{Lu}\p{L}{2,20}|\p{Lu}[\p{Lu}\p{Nd}-]{2,20})(?:, | \()(?:\p{Nd}|\p{Lu}\p{L}{2,12} \p{Nd})[^,;:]{1,25}$/u

/** `Participants: 120`: a line of its own, whatever it stands below. */
const label =
  /^(?:participants?|partners?|organi[sz]ers?|donors?|funding|funded by|venue|place|audience|speakers?|languages?|outcomes?|results?|next steps?) ?: \S|^\p{Lu}[\p{L} ]{2,30} ?: \p{Nd}/iu
/** Words before a colon; in a wrapped sentence such stand as well. */
const mayBeLabel = /^\p{Lu}[\p{L} ]{2,30} ?: \S/u

/** Whether a line begins with a label and its author ended the line before, which had room for more. */
function isLabelled(before: string, line: string, widest: number): boolean {
  const start = line.slice(0, 40)
  if (unfinished.test(before) || !mayBeLabel.test(start)) return false
  return label.test(start) || before.length + 1 + (line.split(' ')[0] ?? '').length <= widest
}

/** Beginnings of words that are written with a hyphen. */
const keepsHyphen =
  /(?<!\p{L})(?:counter|anti|non|co|pre|post|multi|inter|cross|self|well|long|short|high|low|cyber|semi|sub|ex|vice|follow|on|two|three|four|five|six|seven|eight|nine|ten)-$/iu
