import { harmless } from '../../../src/core/text/text.ts'

/**
 * Text as data where Discord reads markdown: what a reader sees is what was typed, and nothing formats, links or
 * rings. It may stand at the start of a line. Only what would be read as markup gets its backslash, since a
 * notification shows them.
 */
export function escapeText(text: string): string {
  return escapeWithin(text).replace(lineStart, '$1$2\\$3')
}

/** The same where something stands before it on its line; those after it begin like every other. */
export function escapeWithin(text: string): string {
  const [first = '', ...more] = harmless(text).replace(marks, '\\$&').split('\n')
  return [first, ...more.map((line) => line.replace(lineStart, '$1$2\\$3'))].join('\n')
}

/** Headings, small print, quotes and lists; what ends there may be followed by a space. */
const lineStart =
  /^(\s*)(\d*)((?<=\d)\.(?=\s|$)|(?<!\d)(?:[-+](?=#?(?:\s|$))|#(?=#*(?:\s|$))|>(?=(?:>>)?(?:\s|$))))/

/** Each alternative says what must be around its sign for the sign to be markup. */
const marks = new RegExp(
  [
    // Before letters and spaces a backslash is read as itself.
    String.raw`\\(?![A-Za-z0-9\s])`,
    '[*_`[]',
    // Behind a bracket it is where an address begins, even of a link that stands before it.
    String.raw`(?<=\])\(`,
    String.raw`\|(?=\|)|(?<=\|)\|`,
    '~(?=~)|(?<=~)~',
    // Mentions, times, emoji, commands and addresses.
    String.raw`<(?!\s)`,
    '@(?=everyone|here)',
    String.raw`:(?=\/\/)`,
    // Short names of emoji; a time of day has none.
    String.raw`:(?=(?!\d{1,2}:)[\w+-]+:)`,
    // Invitations, which need no scheme.
    String.raw`(?<=discord(?:app)?\.(?:gg|com|new|gift))\/`,
  ].join('|'),
  'g',
)
