import { UserError } from '../errors.ts'

/** The longest line that is read at all; a longer one is refused before anything else looks at it. */
export const lineLimit = 20_000

/**
 * What somebody typed, in Unicode's composed form. Raises `UserError` for what no keyboard types: control
 * characters, unpaired surrogates, or more than `lineLimit` characters.
 */
export function clean(typed: string, limit = lineLimit): string {
  if (typed.length > limit) {
    throw new UserError(
      `That is ${typed.length.toLocaleString('en')} characters; at most ${limit.toLocaleString('en')} can be read at once.`,
    )
  }
  // Signs that turn the direction of what follows would turn the rest of a page with them.
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .normalize('NFC')
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/.exec(text)
  if (control) {
    const name = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    throw new UserError(
      `The text holds a control character (${name}) at place ${control.index + 1}; please type it without.`,
    )
  }
  if (!text.isWellFormed())
    throw new UserError('The text holds half a character (an unpaired surrogate); please type it anew.')
  return text
}
