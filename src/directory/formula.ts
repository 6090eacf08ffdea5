/** What a spreadsheet takes for the beginning of a formula. */
const opening = /^[=+\-@\t\r]/

/** A text that no spreadsheet runs: an apostrophe before what would begin a formula. */
export function defused(text: string): string {
  return opening.test(text) || /^'[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The text that `defused` was given. */
export function undefused(text: string): string {
  return /^''?[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

/** Whether a text is a formula that somebody left in a cell, or put there; a telephone number begins with + too. */
export function isFormula(text: string): boolean {
  return /^[=@]/.test(text) || /^[+-]\s*[\p{L}(]/u.test(text)
}
