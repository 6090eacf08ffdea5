import { dated } from '../oneLine.ts'
import { withoutBullet } from '../signs.ts'

/** The least that an item says; a shorter bullet belongs to the one before it, or heads those below it. */
export const shortestItem = 25

/** `o in person`: Word's second bullet, whose tab became one space, so that it looks like a word. */
const letterBullet = /^(\s*)o (?=\S)/

/** Lines in which Word's `o` and the numbers of a report, `3.1`, are bullets, where they stand as such. */
export function withPlainBullets(lines: readonly string[]): readonly string[] {
  const letters = lines.filter((line) => letterBullet.test(line))
  const isList =
    lines.some((line) => !letterBullet.test(line) && withoutBullet(line).bulleted) &&
    (letters.length > 1 || letters.some((line) => /^\s*o [\p{Lu}\p{Nd}]/u.test(line)))
  const lettered = isList ? lines.map((line) => line.replace(letterBullet, '$1◦ ')) : lines
  return isCounted(lettered) ? lettered.map((line) => line.replace(reportNumber, '$1◦ ')) : lettered
}

/** `3.1 ICAO reported …`; by itself it may be a day. */
const reportNumber = /^(\s*)\p{Nd}{1,2}\.\p{Nd}{1,2}\.? (?=["“«]?\p{Lu})/u

/** Whether such numbers count up by one. */
function isCounted(lines: readonly string[]): boolean {
  const numbers = lines
    .filter((line) => reportNumber.test(line))
    .map((line) => line.trim().split(' ')[0] ?? '')
  const parts = numbers.map((number) => number.split('.').map(Number))
  return (
    parts.length > 1 &&
    parts.every(
      ([whole, part = 0], at) =>
        at === 0 || (whole === parts[at - 1]?.[0] && part === (parts[at - 1]?.[1] ?? 0) + 1),
    )
  )
}

/** Whether the bullets of lines stand deeper than the first one: behind another sign, or behind the same after a blank. */
export function depthsOf(lines: readonly string[]): readonly boolean[] {
  const signs = lines.map((line) => (withoutBullet(line).bulleted ? signOf(line) : undefined))
  const first = signs.find((sign) => sign !== undefined)
  return signs.map(
    (sign) => sign !== undefined && first !== undefined && sign !== first && sign !== first.trimStart(),
  )
}

/** The sign of a bullet, alike for all numbers, letters and dashes, behind a blank where one stands before it. */
function signOf(line: string): string {
  const text = line.trimStart()
  const sign = /^[(#]?\p{Nd}/u.test(text)
    ? '1'
    : /^\(?[\p{L}]{1,4}[.)]/u.test(text)
      ? 'a'
      : /^[-–—]/.test(text)
        ? '-'
        : ([...text][0] ?? '')
  return sign === '-' && text !== line ? ` ${sign}` : sign
}

/**
 * Whether a bullet says more of the one before it and is no item: `– 12 women`, or a deeper one without a day below one
 * that tells its own. One that begins with an acronym tells of itself.
 */
export function isDetail(text: string, of: string, isDeeper: boolean): boolean {
  if (dated.test(text) || opens.test(text)) return false
  return of.length >= shortestItem && (text.length < shortestItem || (isDeeper && dated.test(of)))
}

/** An acronym, as the subject of a sentence. */
const opens = /^["“«]?(?:UN \p{Lu}|\p{Lu}[\p{Lu}\p{Nd}-]{2,})/u

/** `5 Nov: call with the EU`: a few words, with their own day. */
function tellsItsDay(item: string): boolean {
  return dated.test(item) && (item.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0) > 1
}

/** Whether an item is too short to be one: neither its day nor who did what stand in it. */
export function isTooShort(item: string): boolean {
  // A Chinese character says as much as two letters or more.
  const length = item.length + (item.match(/\p{Script=Han}/gu)?.length ?? 0)
  return length < shortestItem && !(opens.test(item) && item.split(' ').length > 2) && !tellsItsDay(item)
}

/** A date in brackets at the end of an item. */
const closingDate = /^(.*?) ?(\([^()]{1,60}\))\.?$/su

/** An item with one more detail, before its date: `Workshop in Suva: 30 participants; 12 women (9 Nov)`. */
export function withDetail(item: string, detail: string, sign: ':' | ';' | ','): string {
  const [, told = item, date] =
    item.length < 2000 && dated.test(item.slice(-62)) ? (closingDate.exec(item) ?? []) : []
  const isSentence = /^\p{Lu}.*[.!?]$/su.test(detail)
  const joined = isSentence
    ? `${withStop(told)} ${detail}`
    : `${told.replace(/[.;,:]$/, '')}${sign} ${detail.replace(/[.;,]$/, '')}`
  return date === undefined ? joined : `${joined} ${date}`
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text.replace(/[;,:]$/, '')}.`
}
