import type { Rich } from '../message.ts'
import { cutIsolates, hasIsolate, pairedIsolates } from './direction/isolate.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Nothing but visible signs and blanks of one unit each, none of which turns the direction or ends a line. */
const ordinary = /^[\x20-\x7e\xa0-\u1fff\u3000-\ud7ff]*$/

/**
 * Text as a chat platform may have it: well-formed, with `\n` between lines, and without the control characters
 * and the overrides of direction that could make the words after it look like others. An isolate stays where it ends.
 */
export function harmless(text: string): string {
  if (ordinary.test(text)) return text
  return pairedIsolates(
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067]/g, ''),
  )
}

/** As `harmless`, on one line. */
export function oneLine(text: string): string {
  if (ordinary.test(text)) return text
  const lines = harmless(text).split('\n')
  return lines
    .map((line, at) => (at > 0 ? line.trimStart() : line))
    .map((line, at) => (at < lines.length - 1 ? line.trimEnd() : line))
    .filter((line, at) => line !== '' || at === 0 || at === lines.length - 1)
    .join(' ')
    .replaceAll('\t', ' ')
}

/**
 * A first piece of at most so many UTF-16 units and the rest, which together are the text. It ends after a line
 * or a word where one ends in its second half, and never inside a character; the piece is empty when its first
 * character does not fit, except that one larger than `most` is broken. An isolate ends with the piece and begins anew
 * with the rest.
 */
export function takePiece(text: string, room: number, most: number): readonly [piece: string, rest: string] {
  if (text.length <= room) return [text, '']
  if (!hasIsolate(text)) return cut(text, room, most)
  return cutIsolates(...cut(text, room - endsOfIsolates, most - endsOfIsolates))
}

/** Kept free for the ends of isolates: a word within a sentence within a text. */
const endsOfIsolates = 3

function cut(text: string, room: number, most: number): readonly [piece: string, rest: string] {
  const start = text.slice(0, Math.max(room, 0))
  const line = start.lastIndexOf('\n') + 1
  const word = /^.*\s/s.exec(start)?.[0].length ?? 0
  const wanted = [line, word].find((at) => at > room / 2) ?? room
  const at = boundary(text, wanted) || boundary(text, room)
  if (at > 0 || room < most) return [text.slice(0, at), text.slice(at)]
  // A letter under a heap of thousands of marks; it is not torn within a surrogate pair at least.
  const forced = /[\ud800-\udbff]$/.test(start) ? room - 1 : room
  return [text.slice(0, forced), text.slice(forced)]
}

/** The start of the character that contains the unit at `index`. */
function boundary(text: string, index: number): number {
  // What follows does not matter to where it begins, and a text may be long.
  return graphemes.segment(text.slice(0, index + 2)).containing(index)?.index ?? 0
}

const words = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * A text cut to a length, with `…` at its end then; for labels and sentences whose full text stands elsewhere. It ends
 * after a word where one ends in its second half, and never inside a sign.
 */
export function shorten(text: string, most = 40): string {
  if (text.length <= most) return text
  if (!hasIsolate(text)) return shortened(text, most)
  return cutIsolates(shortened(text, Math.max(1, most - endsOfIsolates)), '')[0]
}

function shortened(text: string, most: number): string {
  const whole = boundary(text, most - 1)
  const start = text.slice(0, whole)
  // A word that goes on behind the cut begins where it is better made.
  const word = words.segment(text.slice(0, most + 60)).containing(whole)
  const at = word && word.index < whole && word.index > most / 2 ? word.index : whole
  return `${start.slice(0, at).trimEnd()}…`
}

/** With a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Whether nothing of a text can be seen: blanks, invisible signs, fillers, and marks with no letter under them. */
export function showsNothing(text: string): boolean {
  return !/[^\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/u.test(text)
}

/** Whether items begin with their numbers, `1. `, `2. ` and so on, so that they need no bullets. */
export function isNumbered(items: readonly Rich[]): boolean {
  const numbers = items.map((item) => {
    const start = item.slice(0, 2).map((span) => (span.kind === 'text' ? span.text : ''))
    return Number(/^(\d{1,4})\. /.exec(start.join(''))?.[1])
  })
  const [first = Number.NaN] = numbers
  return numbers.every((number, at) => number === first + at)
}

/** The full stop of a sentence that ends with somebody's words: none where they have an end of their own. */
export function stopAfter(words: string): '' | '.' {
  return /[.?!…؟。？！]["”»’)]?$/u.test(words) ? '' : '.'
}
