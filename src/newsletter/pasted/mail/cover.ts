import type { Aside } from '../aside.ts'
import { areWrapped } from '../joinedLines.ts'
import { withoutBullet } from '../signs.ts'
import { headersOf } from './mailHead.ts'

/** What stands above the text of a mail that is passed on: `FYI, see below for the newsletter`. */
const passedOn =
  /(?<!\p{L})(?:fyi|below|forward(?:ing|ed)?|fwd?|newsletter|passing (?:this )?on|please (?:add|include|post|use)|pls|as (?:discussed|promised|requested))(?!\p{L})/iu
/** The longest of it. */
const longestCover = 100
/** How a chat marks what was sent on. */
const forwarded = /^(?:[↪⤴➡] ?)?forwarded(?: many times| message)?$/iu
/** How an office marks what it sends to the press. */
const release =
  /^[*_# ]{0,4}(?:press|news|media) (?:release|advisory|statement|note)(?: (?:no\.?|n°) ?[\p{Nd}/-]{1,10})?[*_: ]{0,4}$|^[*_ ]{0,3}for immediate release[*_.: ]{0,4}$|^communiqué de presse ?:?$|^comunicado de prensa ?:?$|^пресс-релиз ?:?$|^بيان صحفي$/iu
/** `TURIN, Italy, 12 November 2026 – The Institute …`: where and when a press release begins. */
const dateline =
  /^\(?\p{Lu}[\p{L}'’. -]{1,30}(?:[,/] ?[\p{L}'’. -]{2,30}){0,2}[,(] ?[^–—:]{4,40}\)?(?: (?:–|—|--?) ?|(?:–|--?) |—)\S/u
/** What a document calls itself: `Contribution of IMO – November 2026`, `UNDP updates for the newsletter`. */
const contribution = (() => {
  const who = String.raw`(?:the )?(?:UN \p{Lu}\p{L}{2,20}|\p{Lu}[\p{Lu}\p{Nd}-]{2,20})`
  const what =
    '(?:[Ii]nputs?|[Cc]ontributions?|[Ss]ubmissions?|[Uu]pdates?|[Aa]ctivity [Rr]eport|[Aa]ctivities|[Nn]ews)'
  const whereTo = '(?: (?:to|for) (?:the |our )?[^.;:!?]{0,30}(?:[Nn]ewsletter|[Bb]ulletin|[Ii]ssue))?'
  const when = String.raw`(?:[ ,(–—-]{1,4}[^.;:!?]{3,30}\p{Nd}{4}\)?)?`
  return new RegExp(
    `^[*_# ]{0,4}(?:${what}(?: (?:of|by|from) ${who})?|${who}(?:['’]s?)? ${what})${whereTo}${when}[*_:. ]{0,4}$`,
    'u',
  )
})()
/** The longest headline. */
const longestHeadline = 160

/**
 * Lines without what stands above the news and is none: the words with which a mail was passed on, above its head, and
 * the mark and the headline of a press release, which its first sentence says again.
 */
export function withoutCover(lines: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const passed = linesAboveHead(lines)
  if (passed > 0) return part(lines, passed, 'greeting')
  const marked = lines.findIndex((line) => line.trim() !== '')
  if (forwarded.test(lines[marked]?.trim() ?? '')) return part(lines, marked + 1, 'mail header')
  const first = lines[marked]?.trim() ?? ''
  const from = release.test(first) || isDocumentTitle(lines, marked) ? marked + 1 : 0
  const headline = headlineAbove(lines, from)
  return part(lines, headline ?? from, 'heading')
}

/** Whether a line is what a document calls itself, above a paragraph of its own and no list that it heads. */
function isDocumentTitle(lines: readonly string[], at: number): boolean {
  const [below = '', next = ''] = lines.slice(at + 1, at + 3)
  const isAlone = below.trim() === '' && next.trim() !== '' && !withoutBullet(next).bulleted
  return isAlone && contribution.test((lines[at] ?? '').trim())
}

/** The first lines as what they are, each said, and those that follow. */
function part(lines: readonly string[], count: number, kind: Aside['kind']) {
  const above = lines.slice(0, count).filter((line) => line.trim() !== '')
  return { lines: lines.slice(count), asides: above.map((line) => ({ kind, text: line.trim() })) }
}

/** How many lines stand above the head of a mail that was passed on; 0 where none do. */
function linesAboveHead(lines: readonly string[]): number {
  for (let at = 1; at < Math.min(lines.length, 8); at++) {
    if (headersOf(lines.slice(at)) === 0) continue
    const cover = lines.slice(0, at).join(' ').trim()
    return cover.length <= longestCover && !/\p{Nd}/u.test(cover) && passedOn.test(cover) ? at : 0
  }
  return 0
}

/** Where the text begins whose headlines stand above its dateline; undefined where none do. */
function headlineAbove(lines: readonly string[], from: number): number | undefined {
  const said = lines
    .flatMap((line, at) => (at >= from && line.trim() !== '' ? [at] : []))
    .slice(0, mostHeadlines + 1)
  const body = said.find((at) => isDated((lines[at] ?? '').trim()))
  const above = said.slice(0, body === undefined ? 0 : said.indexOf(body))
  const headlines = above.map((at) => lines[at]?.trim() ?? '')
  const areHeadlines = headlines.length > 0 && headlines.every(isHeadline)
  if (body === undefined || !areHeadlines || !saysAgain(lines.slice(body), headlines)) return undefined
  // What goes on in the dateline is the sentence of the line above, and no headline.
  return areWrapped([headlines.at(-1) ?? '', lines[body]?.trim() ?? '']) ? undefined : body
}

/** The most lines of headlines. */
const mostHeadlines = 4
/** `No. 214/2026`, below the mark of a press release. */
const number =
  /^(?:no|nr|n°|nº|ref|reference|press release)\.?:? ?[\p{L}]{0,6}[\p{Nd}][\p{L}\p{Nd}/.-]{0,20}$/iu

/** Whether a text has words of its headlines in it; one that has none needs them. */
function saysAgain(lines: readonly string[], headlines: readonly string[]): boolean {
  const text = lines.join(' ').slice(0, 2000).toLowerCase()
  const words =
    headlines
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  return words.length === 0 || words.some((word) => text.includes(word.slice(0, 6)))
}

function isHeadline(line: string): boolean {
  // `OPCW NEWS | 12 Nov 2026`
  const isHead = line.length <= 60 && / [|•·] /.test(line)
  return line.length <= longestHeadline && (number.test(line) || isHead || !/[.;:]$|\p{Nd}/u.test(line))
}

/** Whether a line begins with its dateline, or the day alone that stood above it. */
function isDated(line: string): boolean {
  return dateline.test(line.slice(0, 160)) || /^\p{Nd}{1,2}\.? \p{L}{3,12} \p{Nd}{4} – \S/u.test(line)
}
