import { withLineBreaks } from '../../core/language/clean.ts'
import { type NamedSection, subsections } from '../sections.ts'
import { type Aside, setApart } from './asides.ts'
import { withoutQuotes } from './chat/quoted.ts'
import { embargoed, embargoOfAll } from './embargoOfAll.ts'
import { withoutLabels } from './form.ts'
import { withoutFormulas } from './formulas.ts'
import { withoutHtml } from './html.ts'
import { joinedLines } from './joinedLines.ts'
import { listAsSentence } from './list/asSentence.ts'
import { bulletsOf, isLinkAlone } from './list/bullets.ts'
import { credited } from './list/headings.ts'
import { itemsOf } from './list/itemsOf.ts'
import { bySections, withoutTitles } from './list/sectionBlocks.ts'
import { withSpacedDateline } from './mail/spacedDateline.ts'
import { unmark, withoutEntities, withoutSlack } from './marks.ts'
import { plainSigns, withoutBullet } from './signs.ts'
import { withSubjectEmbargo } from './subjectEmbargo.ts'
import { withoutTables } from './table/tables.ts'

export interface PastedText {
  /** On one line, without bullets and marks. */
  readonly text: string
  /** Words that were bold. */
  readonly bold: readonly string[]
  /** What was set apart and is to be said: sources, photo credits, signatures. */
  readonly asides: readonly Aside[]
}

/** One item as it is pasted from Word, Outlook, a web page or a chat, read clean. */
export function readPasted(typed: string): PastedText {
  const own = withoutQuotes(withFewBreaks(typed))
  const apart = setApart(
    withoutSlack(
      withoutLabels(withoutFormulas(plainSigns(withoutTables(withoutHtml(withoutEntities(own.text)))))),
    ).split('\n'),
  )
  const pictures: Aside[] = []
  const lines = apart.lines.map((line) => withoutPictures(line, behind, pictures))
  const { items: listed, headings } = bulletsOf(lines)
  const bullets = lines.map(withoutBullet).filter(({ bulleted, text }) => bulleted && !isLinkAlone.test(text))
  // `UNODC, with:` above `– INTERPOL` and `– WCO` is one sentence: its bullets are no headings.
  const isAlone =
    listed.length === 1 &&
    bullets.length > 0 &&
    !bullets.some(({ text }) => headings.includes(text.trim())) &&
    !headings.some(isSentence)
  const joined = joinedLines(isAlone ? listed : listAsSentence(lines))
  const headed = isAlone ? headings.map((one) => ({ kind: 'heading', text: one }) as const) : []
  const { text: unmarked, bold } = unmark(joined)
  const { text, hashtags } = withoutHashtags(withSpacedDateline(unmarked.replace(/ {2,}/g, ' ').trim()))
  const clean = withoutPoints(withoutPictures(withoutPictures(text, before, pictures), behind, pictures))
  // Whoever posts nothing but a source has posted that.
  return clean === ''
    ? { text: typed.trim(), bold: [], asides: [] }
    : { text: clean, bold, asides: [...own.asides, ...apart.asides, ...headed, ...hashtags, ...pictures] }
}

/** With two empty lines at the most between others: more of them part nothing else. */
function withFewBreaks(typed: string): string {
  return withLineBreaks(typed).replace(/\n{4,}/g, '\n\n\n')
}

/** Whether words above a bullet tell something and head nothing. */
function isSentence(line: string): boolean {
  return line.length > 40 && /[.!?]$/.test(line)
}

const hashtags =
  /(?<!\b(?:in|on|via|with|of|the|and|for|to|at|by|using|as))(?: @\p{L}[\p{L}\p{N}_]{1,60}){0,4}(?: #\p{L}[\p{L}\p{N}_]{1,60}){1,12}(?: [#@]\p{L}[\p{L}\p{N}_]{1,60}){0,8}(?=\.?$| ?\([^()]{1,60}\)\.?$| https?:\/\/\S{1,300}$)/u

/**
 * `… in Accra (6 Mar) #CounterTerrorism #Ghana`: what stands for a search on the web, after the text or before its
 * date.
 */
function withoutHashtags(text: string): { readonly text: string; readonly hashtags: readonly Aside[] } {
  const found = hashtags.exec(text)?.[0]
  if (found === undefined) return { text, hashtags: [] }
  return { text: text.replace(found, () => ''), hashtags: [{ kind: 'hashtag', text: found.trim() }] }
}

/** A whole picture, however many signs it is made of; none that stands for a place, a day, a link, a number or a State. */
const picture = String.raw`(?:[\p{RGI_Emoji}--\p{Emoji_Keycap_Sequence}--\p{RGI_Emoji_Flag_Sequence}--\q{📍|📅|🗓️|🗓|🔗|©️|®️|™️}]|[\p{Extended_Pictographic}--[📍📅🗓🔗©®™]]\ufe0f?(?!\u200d))`
/** Pictures that only adorn, at the beginning of a text and at the end of a line. */
const before = new RegExp(String.raw`^(?:${picture}\s{0,2}){1,8}`, 'v')
const behind = new RegExp(
  String.raw`(?:(?<!\u200d)\s{0,2}(?:${picture}|:[a-z][a-z0-9_+\-]{1,30}:)){1,8}\s*$`,
  'v',
)

function withoutPictures(line: string, where: RegExp, asides: Aside[]): string {
  const found = where.exec(line)?.[0] ?? ''
  const rest = found === '' ? line : line.replace(where, '')
  if (found === '' || rest.trim() === '') return line
  asides.push({ kind: 'decoration', text: found.trim() })
  return rest
}

/** `U.N. Women` and `U.N.O.D.C.` as the United Nations write them. */
function withoutPoints(text: string): string {
  return text.replace(/(?<![\p{L}.])U\.N\.(?:\p{Lu}\.){0,6}/gu, (name) => name.replaceAll('.', ''))
}

/**
 * The items of one message: its bullets or numbers where it has two or more, else its paragraphs where each says its day,
 * else what signs, numbers, dates, sentences of several entities or days and places part on one line. One item where it is not clear, which is the message itself.
 * An embargo on all of them is said by each that says none of its own.
 */
export function splitItems(typed: string): readonly string[] {
  return splitPasted(typed).items
}

export interface SplitItems {
  readonly items: readonly string[]
  /** The section under whose heading each item stood; undefined for one that stood under none. */
  readonly sections: readonly (string | undefined)[]
  /** What was set apart from several items; what is set apart from one alone is said as it is read. */
  readonly asides: readonly Aside[]
}

/**
 * The same, with what was set apart and with the sections, of those given, whose titles stood above items. `isWhole`
 * takes the message for one item.
 */
export function splitPasted(
  typed: string,
  {
    sections = subsections,
    isWhole = false,
  }: { readonly sections?: readonly NamedSection[]; readonly isWhole?: boolean } = {},
): SplitItems {
  const own = withoutQuotes(withFewBreaks(typed))
  const apart = setApart(withSubjectEmbargo(plainSigns(withoutTables(withoutHtml(own.text)))).split('\n'))
  const { lines, until } = embargoOfAll(apart.lines)
  const blocks = bySections(lines, sections).map((block) => ({ ...block, split: itemsOf(block.lines) }))
  const isHeaded = blocks.some(({ section }) => section !== undefined)
  const found = blocks.flatMap(({ section, lines: all, split }) =>
    (split?.items ?? (isHeaded ? [all.join('\n').trim()] : [])).map((item) => ({ item, section })),
  )
  const [only, ...others] = found
  if (only && others.length === 0)
    return { items: [withoutTitles(typed, sections)], sections: [only.section], asides: [] }
  if (!only || isWhole) return { items: [typed], sections: [undefined], asides: [] }
  const headings = blocks.flatMap(({ split }) => split?.headings ?? [])
  const greetings = apart.asides.filter(({ kind }) => kind === 'greeting').map(({ text }) => text)
  return {
    items: found.map(({ item: own }) => {
      const item = credited(own, greetings)
      return until === null ? item : embargoed(item, until)
    }),
    sections: found.map(({ section }) => section),
    asides: [...own.asides, ...apart.asides, ...headings.map((text) => ({ kind: 'heading', text }) as const)],
  }
}
