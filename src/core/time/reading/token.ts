import { fold } from '../../text/nearest.ts'
import { hanWords } from '../words/vocabulary.ts'

/** A number, a word or a sign of a text in which dates are looked for. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign'
  /** Digits as 0 to 9; letters small and without accents; every dash as `-`. */
  readonly text: string
  /** Of a number; NaN for anything else. */
  readonly value: number
  /** Whether it stands apart from what is before it. */
  readonly spaced: boolean
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** `2moro`, `2morrow`. */
const hurriedTomorrow = /^2mor{1,2}o?w?$/i

const pieces =
  /(?<![\p{L}\p{Nd}])2[Mm][Oo][Rr]{1,2}[Oo]?[Ww]?(?![\p{L}\p{Nd}])|\p{Nd}+|\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*|[^\s\p{Cf}\p{M}]/gu

/** The tokens of a text in their order, in time that grows with its length. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const { 0: found, index } of text.matchAll(pieces)) {
    const spaced = index > before || index === 0
    before = index + found.length
    if (hurriedTomorrow.test(found)) {
      tokens.push({ kind: 'word', text: 'tomorrow', value: Number.NaN, spaced, start: index, end: before })
    } else if (/^\p{Nd}/u.test(found)) {
      const digits = plainDigits(found)
      const value = digits.length > 12 ? Number.NaN : Number(digits)
      tokens.push({ kind: 'number', text: digits, value, spaced, start: index, end: before })
    } else if (/^\p{Script=Han}/u.test(found)) {
      tokens.push(...splitHan(found, index, spaced))
    } else {
      const kind = /^\p{L}/u.test(found) ? 'word' : 'sign'
      const plain = kind === 'word' ? plainWord(found) : plainSign(found)
      tokens.push({ kind, text: plain, value: Number.NaN, spaced, start: index, end: before })
    }
  }
  return tokens
}

/** A text with the decimal digits of every script as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
}

/** Digits stand in runs of ten, from nought. */
function digitValue(code: number): number {
  let before = 0
  while (before < 60 && /^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++
  return before % 10
}

function plainWord(word: string): string {
  return word.length > 40 ? word : fold(word).replace(/[’ʼ]/g, "'")
}

function plainSign(sign: string): string {
  if (/^[\p{Pd}−⁃～〜~]$/u.test(sign)) return '-'
  if (/^[、،]$/.test(sign)) return ','
  return sign.normalize('NFKC').slice(0, 3)
}

/** Chinese sets no blanks between words: the longest known word is taken each time. */
function splitHan(run: string, start: number, spaced: boolean): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < run.length; ) {
    const hour = hourWritten.exec(run.slice(at, at + 3))?.[1]
    if (hour !== undefined) {
      const [value, end] = [hanNumber(hour), start + at + hour.length]
      tokens.push({
        kind: 'number',
        text: String(value),
        value,
        spaced: spaced && at === 0,
        start: start + at,
        end,
      })
      at += hour.length
      continue
    }
    const length = [4, 3, 2].find((size) => hanWords.has(run.slice(at, at + size))) ?? 1
    const text = run.slice(at, at + length)
    const place = { start: start + at, end: start + at + length }
    tokens.push({ kind: 'word', text, value: Number.NaN, spaced: spaced && at === 0, ...place })
    at += length
  }
  return tokens
}

const hanDigits = '零一二三四五六七八九'

/** An hour in words, before the word for it: `三点`, `十二点`, `两点`. */
const hourWritten = /^(十[一二]?|[一二两三四五六七八九])[点时](?!间)/

/** The number of such words, up to nineteen. */
function hanNumber(words: string): number {
  const units = hanDigits.indexOf(words.at(-1)?.replace('两', '二') ?? '')
  if (!words.startsWith('十')) return units
  return words.length > 1 ? 10 + units : 10
}
