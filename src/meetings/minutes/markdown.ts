import { isolateWithin } from '../../core/text/direction/isolate.ts'
import { oneLine } from '../../core/text/text.ts'
import type { MinutesLine } from './minutes.ts'

/** Minutes as a Markdown document. */
export function minutesMarkdown(lines: readonly MinutesLine[]): string {
  let before: MinutesLine['kind'] | undefined
  let text = ''
  for (const line of lines) {
    const close = line.kind === 'entry' && before === 'entry'
    text += `${before === undefined ? '' : close ? '\n' : '\n\n'}${written(line)}`
    before = line.kind
  }
  return `${text}\n`
}

function written({ kind, text }: MinutesLine): string {
  const safe = isolateWithin(escaped(text))
  switch (kind) {
    case 'title':
      return `# ${oneLine(safe)}`
    case 'heading':
      return `## ${oneLine(safe)}`
    case 'text':
      return safe.replace(/^(\s{0,3}\d{1,9})([.)])/gm, '$1\\$2')
    case 'entry':
      return `- ${oneLine(safe)}`
  }
}

/** What people wrote is text: nothing in it becomes a heading, a link or an image. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/^(\s{0,3})([#+=-])/gm, '$1\\$2')
}
