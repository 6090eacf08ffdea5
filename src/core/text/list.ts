const formats = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
}

/** `a`, `a or b`, `a, b or c`. */
export function list(words: readonly string[], last: keyof typeof formats = 'or'): string {
  return formats[last].format(words)
}
