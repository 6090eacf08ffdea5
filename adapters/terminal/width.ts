const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** How many columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(text))
    columns += wide.test(segment) || /\p{Emoji_Presentation}/u.test(segment) ? 2 : 1
  return columns
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** Lines of at most so many columns, broken between words; 0 breaks nothing. Later lines are indented. */
export function wrap(text: string, columns: number, indent = ''): string {
  if (columns <= 0) return text
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns, indent))
    .join('\n')
}

function wrapLine(line: string, columns: number, indent: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/(?<=\s)/)) {
    if (current.trim() !== '' && displayWidth(current + word.trimEnd()) > columns) {
      lines.push(current.trimEnd())
      current = indent
    }
    current += word
  }
  return [...lines, current.trimEnd()].join('\n')
}

/** Text with nothing in it that a terminal would obey: control and bidirectional override characters. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
}
