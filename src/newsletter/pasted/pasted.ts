import { type Aside, setApart } from './asides.ts'
import { byActivities } from './byActivities.ts'
import { embargoed, embargoOfAll } from './embargoOfAll.ts'
import { withoutLabels } from './form.ts'
import { withoutFormulas } from './formulas.ts'
import { withoutHtml } from './html.ts'
import { unmark, withoutEntities, withoutSlack } from './marks.ts'
import { byDates, byNumbers, bySentences } from './oneLine.ts'
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
  const { lines, asides } = setApart(
    withoutSlack(
      withoutLabels(withoutFormulas(plainSigns(withoutTables(withoutHtml(withoutEntities(typed)))))),
    ).split('\n'),
  )
  const joined = lines
    .map((line) => withoutBullet(line).text.trim())
    .filter((line) => line !== '')
    .join(' ')
  const { text: unmarked, bold } = unmark(joined)
  const { text, hashtags } = withoutHashtags(unmarked.replace(/ {2,}/g, ' ').trim())
  const clean = withoutPoints(text)
  // Whoever posts nothing but a source has posted that.
  return clean === ''
    ? { text: typed.trim(), bold: [], asides: [] }
    : { text: clean, bold, asides: [...asides, ...hashtags] }
}

const hashtags =
  /(?<!\b(?:in|on|via|with|of|the|and|for|to|at|by|using|as))(?: #\p{L}[\p{L}\p{N}_]{1,60}){1,12}(?=\.?$| ?\([^()]{1,60}\)\.?$)/u

/** `… in Accra (6 Mar) #CounterTerrorism #Ghana`: what stands for a search on the web, behind the text or before its date. */
function withoutHashtags(text: string): { readonly text: string; readonly hashtags: readonly Aside[] } {
  const found = hashtags.exec(text)?.[0]
  if (found === undefined) return { text, hashtags: [] }
  return { text: text.replace(found, () => ''), hashtags: [{ kind: 'hashtag', text: found.trim() }] }
}

/** `U.N. Women` and `U.N.O.D.C.` as the United Nations write them. */
function withoutPoints(text: string): string {
  return text.replace(/(?<![\p{L}.])U\.N\.(?:\p{Lu}\.){0,6}/gu, (name) => name.replaceAll('.', ''))
}

/** The least that an item says; a shorter line goes on with the one before it. */
const shortestItem = 25

/**
 * The items of one message: its bullets or numbers where it has two or more, else its paragraphs where each says its
 * day, else what a lone dash, numbers, dates, the sentences of several entities or
 * the days and places of several activities part on one line. One item where it is not clear, which is the message itself.
 * An embargo on all of them is said by each that says none of its own.
 */
export function splitItems(typed: string): readonly string[] {
  const { lines, until } = embargoOfAll(
    setApart(withSubjectEmbargo(plainSigns(withoutTables(withoutHtml(typed)))).split('\n')).lines,
  )
  for (const split of [
    byBullets,
    byParagraphs,
    byDashes,
    onOneLine(byNumbers),
    onOneLine(byDates),
    onOneLine(bySentences),
    onOneLine(byActivities),
  ]) {
    const items = split(lines).map((item) => item.trim())
    if (items.length > 1 && items.every((item) => lengthOf(item) >= shortestItem))
      return until === null ? items : items.map((item) => embargoed(item, until))
  }
  return [typed]
}

/** A sign of Chinese says as much as two letters or more. */
function lengthOf(item: string): number {
  return item.length + (item.match(/\p{Script=Han}/gu)?.length ?? 0)
}

function onOneLine(split: (text: string) => readonly string[]) {
  return (lines: readonly string[]) =>
    split(
      lines
        .map((line) => line.trim())
        .join(' ')
        .trim(),
    )
}

/**
 * Each bullet begins an item, and lines without one go on with it. Lines before the first are a heading, as is a bullet
 * that says only what the next ones are: `• Trainings:`.
 */
function byBullets(lines: readonly string[]): readonly string[] {
  const items: string[] = []
  for (const line of lines) {
    const { text, bulleted } = withoutBullet(line)
    if (bulleted && isHeading(items.at(-1))) items.pop()
    if (bulleted) items.push(text)
    else if (items.length > 0) items.push(`${items.pop()} ${text}`)
  }
  return items
}

function isHeading(item: string | undefined): boolean {
  return item !== undefined && item.length < 60 && /:\s*$/.test(item) && !/\p{Nd}/u.test(item)
}

function byParagraphs(lines: readonly string[]): readonly string[] {
  const paragraphs = lines
    .join('\n')
    .split('\n\n')
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .filter((paragraph) => paragraph !== '')
  const lone = paragraphs.length > 1 ? paragraphs : lines.filter((line) => line.trim() !== '')
  return lone.every((paragraph) => /\d/.test(paragraph)) ? lone : []
}

/** `- … on 3 November. - UNODC …`: bullets whose lines were joined. */
function byDashes(lines: readonly string[]): readonly string[] {
  const [only = '', ...others] = lines.filter((line) => line.trim() !== '')
  if (others.length > 0) return []
  const { text } = withoutBullet(only)
  const bullet = / [•▪●‣]/.exec(text)?.[0] ?? (withoutBullet(only).bulleted ? ' -' : undefined)
  if (bullet === undefined) return []
  return text.split(`${bullet} `).flatMap((part, at, all) => {
    const ends = at === all.length - 1 || /[.)]$/.test(part.trim()) || bullet !== ' -'
    return ends ? [part] : [part, '']
  })
}
