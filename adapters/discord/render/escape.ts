import { harmless } from '../../../src/core/text/text.ts'

/**
 * Escapes text for where Discord reads markdown, so that readers see what was typed and nothing formats, links or
 * notifies. It may stand at the start of a line. Only what would be read as markup gets a backslash, since
 * notifications show them.
 */
export function escapeText(text: string): string {
  return escapeWithin(text).replace(lineStart, '$1$2\\$3')
}

/** Escapes text with something before it on its line; its further lines begin like any other. */
export function escapeWithin(text: string): string {
  const [first = '', ...more] = harmless(text).replace(marks, '\\$&').split('\n')
  return [first, ...more.map((line) => line.replace(lineStart, '$1$2\\$3'))].join('\n')
}

/** Marks of headings, small print, quotes and lists at the start of a line. */
const lineStart =
  /^(\s*)(\d*)((?<=\d)\.(?=\s|$)|(?<!\d)(?:[-+](?=#?(?:\s|$))|#(?=#*(?:\s|$))|>(?=(?:>>)?(?:\s|$))))/

/** Each alternative says what must be around its sign for the sign to be markup. */
const marks = new RegExp(
  [
    // Before letters and spaces a backslash is read as itself.
    String.raw`\\(?![A-Za-z0-9\s])`,
    '[*_`[]',
    // After a bracket an address begins, even that of a link that stands before it.
    String.raw`(?<=\])\(`,
    String.raw`\|(?=\|)|(?<=\|)\|`,
    '~(?=~)|(?<=~)~',
    // Mentions, times, emoji, commands and addresses; one of those may begin with a line end.
    '<(?! )',
    '@(?=everyone|here)',
    String.raw`:(?=\/\/)`,
    // Short names of emoji, but not times of day.
    String.raw`:(?=(?!\d{1,2}:)[\w+-]+:)`,
    // Invitations, which Discord links without a scheme.
    String.raw`(?<=discord(?:app)?\.(?:gg|com|new|gift))\/`,
  ].join('|'),
  'g',
)
