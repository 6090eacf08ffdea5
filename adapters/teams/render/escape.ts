import { harmless } from '../../../src/core/text/text.ts'

/** A space without width. */
const gap = '\u200b'

/** Text as data: no tag of a mention and no function of a date or a time is left in it. */
export function inert(text: string): string {
  return harmless(text)
    .replace(/<(?=\/?at\b)/gi, `<${gap}`)
    .replace(/\{(?=\{)/g, `{${gap}`)
}

/** The same where Teams reads Markdown: what a reader sees is what was typed. It stands at the start of a line. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/[\\*_[\]()\-#<>~`!]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)(\d*)(?=[.+])/, '$1$2\\')
}
