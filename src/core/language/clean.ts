import type { Catalog } from '../catalog.ts'
import { UserError } from '../errors.ts'

/** The longest line that is read at all; a longer one is refused before anything else looks at it. */
export const lineLimit = 20_000

/** Invisible signs that separate nothing: soft hyphens, blanks without width, marks of direction, fillers. */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]/g
/** Joiners say something between letters of some scripts and between emoji, and nothing elsewhere. */
const idleJoiner =
  /(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\p{Emoji_Modifier})[\u200c\u200d]|[\u200c\u200d](?!\p{L}|\p{M}|\p{Extended_Pictographic})|(?<=\p{Script=Latin})[\u200c\u200d]/gu

/**
 * What somebody typed, in Unicode's composed form and without what shows nothing: invisible signs, NUL, halves of a
 * sign. Raises `UserError` for control characters, and for more than `lineLimit` characters.
 */
export function clean(typed: string, limit = lineLimit): string {
  if (typed.length > limit) {
    throw new UserError(
      `That has ${typed.length.toLocaleString('en')} characters; at most ${limit.toLocaleString('en')} can be read at once.`,
    )
  }
  if (/^[\x20-\x7e]*$/.test(typed)) return typed
  // Signs that turn the direction of what follows would turn the rest of a page with them.
  const text = typed
    .replace(/[\p{Cs}\0]/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(invisible, '')
    .replace(idleJoiner, '')
    .normalize('NFC')
  const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/.exec(text)
  if (control) {
    const name = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    throw new UserError(
      `The text holds a control character (${name}) at place ${control.index + 1}. Type it again without that.`,
    )
  }
  return text
}

/** A text with single blanks. The tabs of several lines stay: they part the cells of a table. */
export function singleBlanks(text: string): string {
  return text.replace(isTable(text) ? /[^\S\n\t]+/g : /[^\S\n]+/g, ' ')
}

/** Whether tabs part cells on two lines or more, as in what a spreadsheet copies. */
export function isTable(text: string): boolean {
  return text.includes('\t') && text.split('\n').filter((line) => line.includes('\t')).length > 1
}

/** `\n` and `\r\n` in letters where a line may end: before an end, a blank, a capital, a number or a sign. */
const breaks = /(?<![\\:])(?:\\r)?\\n(?=$|[\s\p{Lu}\p{Lo}\p{Nd}\p{Pd}•"“«(\\])/gu

/** A text in which line breaks that programs wrote out as `\n` are ones; those of a path, `C:\new`, stay. */
export function withLineBreaks(text: string): string {
  return text.includes('\\n') ? text.replace(breaks, '\n') : text
}

/** A line without the mark of a prompt that was copied with it, and with single blanks, but for the tabs of a table. */
export function plainLine(line: string, catalog: Catalog): string {
  return bareCommand(singleBlanks(clean(line)).trim(), catalog)
    .replace(/^[›❯>$»] ?(?=[/\p{L}])/u, '')
    .replace(/^(?:／|[/\\]{1,3})(?=\p{L})/u, '/')
    .replace(/^(?:@rapporteur[,:]?|rapporteur[,:]) (?=\S)/i, '')
    .replace(politeBehindNumber, '$1 ')
}

/** `return U2 please: …`: what asks politely between a number and what is said of it. */
const politeBehindNumber =
  /^(\/?(?:\p{L}{2,20} ){1,3}#?\p{L}?\p{Nd}{1,9}),? (?:please|pls|plz|kindly)[,:]? (?=\S)/iu

/** What may stand before a command that was copied or is asked for: a bullet, a number, quotes, `Hi Rapporteur,`, `please`. */
const lead =
  /^(?:[^\p{L}\p{Nd}/]{1,3}|\p{Nd}{1,2}[.)]|(?:hi|hello|hey|dear|ok|okay|now|and|then|please|pls|plz|kindly|type|try|say|use|run|@?rapporteur)[,:!]?)$/iu

/** `• /wg show BMLE`, `"/wg list"` and `please /wg list` without what stands around the command. */
function bareCommand(line: string, catalog: Catalog): string {
  const [, before = '', word = ''] = /^([^/\n]{1,30})\/(\p{L}{2,20})(?![\p{L}/])/u.exec(line) ?? []
  const words = before.split(' ').filter((one) => one !== '')
  const isCommand = catalog.some(({ name, aliases }) => name === word || aliases?.includes(word))
  if (words.length === 0 || !isCommand || !words.every((one) => lead.test(one))) return line
  const bare = line.slice(before.length)
  return /["'“„«‘`]/.test(before) ? bare.replace(/["'”“»’`]{1,3}[.,!]?$/, '') : bare
}
