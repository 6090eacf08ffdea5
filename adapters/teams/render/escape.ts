import { harmless } from '../../../src/core/text/text.ts'

/** The zero-width space. */
const gap = '\u200b'

/** Makes text inert: no mention tag and no date or time function is left in it. */
export function inert(text: string): string {
  return harmless(text)
    .replace(/<(?=\/?at\b)/gi, `<${gap}`)
    .replace(/\{(?=\{)/g, `{${gap}`)
}

/** Escapes text for where Teams reads Markdown, so that readers see what was typed. It must stand at the start of a line. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/[\\*_[\]()\-#<>~`!]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)(\d*)(?=[.+])/, '$1$2\\')
}
