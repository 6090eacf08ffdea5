import { withoutBullet } from './signs.ts'

/**
 * The items of `• … • …`, of `* … (3 Nov) * … (5 Nov)` and of `- …. - …`: what a sign parts that stands for nothing else,
 * or one that stands behind a whole item each time. None where nothing is parted so.
 */
export function bySigns(line: string): readonly string[] {
  const { text, bulleted } = withoutBullet(line)
  const bullet = / [•▪●‣] /.exec(text)?.[0]
  if (bullet !== undefined) return text.split(bullet)
  if (bulleted && / [-–—] ?(?=\S)/.test(text)) return text.split(/(?<=[.;)]) [-–—] ?(?=["“«]?\p{Lu})/u)
  const parts = text.split(/(?<=[.;)]) (?:[*·|/+◦■➢►✓✔]|\/\/) (?=["“«]?\p{Lu})/u)
  return parts.every((part) => dated.test(part)) ? parts.map(withoutLink) : []
}

/** A number or letter before an item, with a letter after it; whatever the number, so that `2. December` is looked at too. */
const number = /(?<!\S)(\(?)(\d{1,2}|[a-h](?=\))|[ivx]{1,4}(?=\)))([.)]) +(?=[\p{L}"“«])/gu

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/** Whether a number, a letter or a Roman number is that of the item at a place, from one on. */
function counts(typed: string | undefined, place: number): boolean {
  return typed === String(place) || typed === 'abcdefgh'[place - 1] || typed === romans[place - 1]
}

/** The items of `1. … (3 Nov) 2. … (5 Nov)`, counted from one in one manner; none where nothing is counted so. */
export function byNumbers(text: string): readonly string[] {
  const starts: { readonly start: number; readonly end: number }[] = []
  let manner = ''
  for (const { 0: whole, 1: open = '', 2: count, 3: close = '', index } of text.matchAll(number)) {
    const begins = starts.length === 0
    if (begins) manner = open + close
    if (begins && index > 0) return []
    if (!counts(count, starts.length + 1) || open + close !== manner) continue
    // `on 2. December` counts a day: before the number of an item another one ends.
    if (!begins && close === '.' && !/[.;,!?)\]”"]\s{1,3}$/.test(text.slice(Math.max(0, index - 4), index)))
      continue
    starts.push({ start: index, end: index + whole.length })
  }
  return starts.map(({ end }, at) => withoutLink(text.slice(end, starts[at + 1]?.start)))
}

/** The comma or semicolon, and the “and”, that lead to the next item. */
function withoutLink(item: string): string {
  return item
    .trim()
    .replace(/[;,] and$/, '')
    .replace(/[;,]$/, '')
}

/** The months in the languages of those who write, whole or short; `marked` and `decided` begin as they do and are none. */
const month =
  '(?<!\\p{L})(?:(?:jan(?:uary|vier|eiro)?|ene(?:ro)?|feb(?:ruary|rero)?|f[ée]vr?(?:ier|ereiro)?|mar(?:ch|s|zo|ço)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[yi]o?|june?|juin|jun[ih]o|jul(?:y|io|ho)?|juil(?:let)?|aug(?:ust)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|iembre)?|setembro|o[ck]t(?:ober|obre|ubre)?|outubro|nov(?:ember|embre|iembre|embro)?|d[eé]c(?:ember|embre)?|dic(?:iembre)?|dez(?:ember|embro)?)(?!\\p{L})|(?:янв|фев|март|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)|(?:يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر))'

/** A day or month with a number beside it, or numbers parted as in a date; `1.8 tonnes` is none. */
export const dated = new RegExp(
  String.raw`\d.{0,20}?${month}|${month}.{0,20}?\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d[/-]\d|\d{1,2}\.\d{1,2}\.|(?<!\d)\d{1,2}\.(?:0[1-9]|1[0-2])(?!\d| ?[%\p{L}])|\d月`,
  'iu',
)

/** The most characters of a date in brackets. */
const longestDate = 60

/**
 * The sentences of a text each of which closes with its date in brackets: three or more, or two of which the second
 * begins with an acronym, so that `It then met in Rome (5 Dec).` goes on with the first. None for any other text.
 */
export function byDates(text: string): readonly string[] {
  const sentences: string[] = []
  const end = text.trimEnd().length
  let from = 0
  for (const { index } of text.matchAll(/\)/g)) {
    const near = Math.max(from, index - longestDate)
    const open = near + text.slice(near, index).lastIndexOf('(')
    if (open < near || !dated.test(text.slice(open + 1, index))) continue
    const stop = /[.;]/.test(text[index + 1] ?? '')
    const to = index + (stop ? 2 : 1)
    const ended = stop || /\.\s{0,3}$/.test(text.slice(Math.max(from, open - 4), open))
    const rest = text.slice(to, to + 10)
    const last = to >= end
    if (!last && !(ended && /^ +["“«]?\p{Lu}/u.test(rest))) continue
    sentences.push(text.slice(from, to).trim().replace(/;$/, ''))
    from = to
  }
  if (from < end) return []
  const [, ...later] = sentences
  return later.length > 1 || later.every((one) => /^["“«]?(?:\p{Lu}[\p{Lu}\p{Nd}]|UN )/u.test(one))
    ? sentences
    : []
}

/** The acronym with which a sentence begins. */
const leader = /^["“«]?(\p{Lu}[\p{Lu}\p{Nd}-]+|UN \p{Lu}\p{L}+)(?=[\s,’'])/u

/**
 * The sentences of a text where each says its own day within it and begins with an acronym: `UNODC trained judges on 3
 * November. CTED met prosecutors on 5 November.` None for any other text.
 */
export function bySentences(text: string): readonly string[] {
  const sentences = sentencesOf(text).map((one, at) => (at === 0 ? one : one.replace(connective, '')))
  const apart = sentences.every((one) => leader.test(one) && dated.test(one))
  return apart && !sentences.slice(1).some(goesOn) ? sentences : []
}

/**
 * `On 4 November, UNESCO held … . On 12 November, UNESCO launched …`: each sentence that opens with a day begins an item,
 * and those without one go on with the item before. None where what follows a day tells of the same: `On 5 May it closed.`
 */
export function byOpeningDays(text: string): readonly string[] {
  const items: string[] = []
  for (const sentence of sentencesOf(text)) {
    const opening = openingDay.exec(sentence.slice(0, longestDate + 20))?.[0]
    const begins = opening !== undefined && dated.test(opening)
    if (begins && items.length > 0 && ofTheSame.test(sentence.slice(opening.length))) return []
    if (begins || items.length === 0) items.push(sentence)
    else items[items.length - 1] += ` ${sentence}`
  }
  return items.every((item) => dated.test(item)) ? items : []
}

const openingDay = /^(?:On|From|Between)\s[^,.;]{3,50}?(?:,\s|(?=\p{Lu}{3}))/u
/** Words for something that was named before. */
const ofTheSame =
  /^(?:it|they|he|she|we|this|these|participants|(?:the|its|their) (?:same |second |final |first )?(?:workshops?|trainings?|courses?|events?|meetings?|sessions?|conference|forum|participants|delegation|team|group|missions?|visits?|seminar|exercise|summit|day))(?!\p{L})/iu

/** What joins a sentence to the one before, and is nothing without it. */
const connective =
  /^(?:In addition|Additionally|Furthermore|Moreover|Separately|Meanwhile|Finally|Likewise|Also|Later|En outre|De plus|Además|Asimismo),? (?=\p{Lu})/u

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.;]) +(?=["“«]?\p{Lu})/u).map((one) => one.replace(/;$/, ''))
}

/** `UNICEF joined the second session on 5 November.`: what another one did at the event of the sentence before. */
function goesOn(sentence: string): boolean {
  return /^(?:UN )?\S+ (?:then|later|subsequently|afterwards) |^\S+(?: \S+){0,3}? (?:joined|attended|addressed|opened|closed|moderated|facilitated|supported|(?:co-?)?(?:hosted|chaired|organi[sz]ed)|took part in|participated in|contributed to) (?:the|this|it|its|these)\b/i.test(
    sentence.slice(0, 200),
  )
}
