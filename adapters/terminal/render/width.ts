import { isolatesByLine } from '../../../src/core/text/direction/isolate.ts'
import { harmless } from '../../../src/core/text/text.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const styles = /\u001b\[[\d;]*m/g

/** How many columns a text takes on a terminal; our own colours take none. */
export function displayWidth(text: string): number {
  const bare = text.replace(styles, '')
  if (/^[\u0020-\u007e]*$/.test(bare)) return bare.length
  let columns = 0
  for (const { segment } of graphemes.segment(bare)) columns += columnsOf(segment)
  return columns
}

function columnsOf(grapheme: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]+$/u.test(grapheme)) return 0
  return wide.test(grapheme) || /\p{Emoji_Presentation}|\ufe0f/u.test(grapheme) ? 2 : 1
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** Lines of at most so many columns, broken between words; 0 breaks nothing. Later lines are indented. */
export function wrap(text: string, columns: number, indent = ''): string {
  const lines = text.split('\n').map((line) => (columns > 0 ? wrapLine(line, columns, indent) : line))
  return isolatesByLine(lines.join(`\n${indent}`))
}

/** The same for lines of which some are items, `  [1] …`: what goes on stands below its text. */
export function wrapEach(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrap(line, columns, /^ *(?:\[\d+\] )?/.exec(line)?.[0].replace(/./g, ' ')))
    .join('\n')
}

function wrapLine(line: string, columns: number, indent: string): string {
  if (displayWidth(line) <= columns) return line
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/(?<=\s|\w\|(?=\w))/)) {
    if (current.trim() !== '' && displayWidth(current + word.trimEnd()) > columns) {
      lines.push(current.trimEnd())
      current = indent
    }
    const [last = '', ...full] = breakWord(
      word,
      columns - displayWidth(current),
      columns - indent.length,
    ).reverse()
    for (const part of full.reverse()) {
      lines.push(current + part)
      current = indent
    }
    current += last
  }
  return [...lines, current.trimEnd()].join('\n')
}

/** A word that no line can hold, e.g. one of Chinese, in parts; an address stays whole, to be clicked. */
function breakWord(word: string, first: number, others: number): string[] {
  if (others < 2 || displayWidth(word.trimEnd()) <= first || /https?:\/\//.test(word)) return [word]
  const parts = ['']
  let room = Math.max(first, 2)
  for (const unit of word.split(/(\u001b\[[\d;]*m)/)) {
    const pieces = unit.startsWith('\u001b')
      ? [unit]
      : Array.from(graphemes.segment(unit), ({ segment }) => segment)
    for (const piece of pieces) {
      const takes = displayWidth(piece)
      if (takes > room && piece.trim() !== '') {
        parts.push('')
        room = others
      }
      parts.push(`${parts.pop() ?? ''}${piece}`)
      room -= takes
    }
  }
  return parts
}

/** The same as `harmless` on one line, for labels and cells. */
export function oneLine(text: string): string {
  return harmless(text).replace(/(?<!\s)\s*\n\s*|\t/g, ' ')
}
