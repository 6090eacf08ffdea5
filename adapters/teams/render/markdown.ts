import {
  isolated,
  type LocalTime,
  merge,
  type Runs,
  type WordRun,
  words,
} from '../../../src/chat/render/runs.ts'
import { escapeMarkdown } from './escape.ts'

/**
 * Renders a line for a `TextBlock`, or for a fact, which Teams shows as one: only there does it show local times, and it
 * reads Markdown there.
 */
export function markdown(line: Runs): string {
  const parts = line.flatMap((run): Runs => (run.kind === 'time' ? [run] : looks(run)))
  // Escaped after merging, since two neighbours together may read as markup.
  return merge(parts.map((run, at) => settled(run, parts[at - 1], parts[at + 1])))
    .map((run) => {
      if (run.kind === 'time') return `${run.local} ${escapeMarkdown(`(${run.explicit})`)}`
      const text = escapeMarkdown(run.text)
      const { url, bold } = run
      if (url !== undefined) return isolated(run, `[${text}](${url.replace(/[()]/g, encodeParenthesis)})`)
      return isolated(run, bold ? `**${text}**` : text)
    })
    .join('')
    .trimStart()
}

/** Strips the marks from a line: links keep their address, said once where it is their text; moments their zone alone. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(
      /\{\{(?:DATE|TIME)\([^{}]*\)\}\} (?:\\\(([^()]*)\\\))?/g,
      (_, explicit: string | undefined) => explicit ?? '',
    )
    .replace(
      /\\(.)|\*\*|\]\(([^()\s]*)\)|\[/gsu,
      (_, escaped: string | undefined, url: string | undefined, at: number, whole: string) => {
        if (url === undefined) return escaped ?? ''
        return whole.endsWith(`[${escapeMarkdown(url)}`, at) ? '' : ` <${url}>`
      },
    )
}

/** Keeps the styles that Markdown has: bold without spaces at its ends, and no code. */
function looks({ text, bold, url, apart }: WordRun): Runs {
  const whole = apart ? { apart } : {}
  if (url !== undefined) return [{ kind: 'words', text, url, ...whole }]
  if (!bold) return words(text, whole)
  const core = text.trim()
  const at = text.length - text.trimStart().length
  return [
    ...words(text.slice(0, at)),
    ...words(core, { bold: true, ...whole }),
    ...words(text.slice(at + core.length)),
  ]
}

type Run = WordRun | LocalTime

/** Drops bold where Markdown would not read its asterisks: between punctuation and a letter. */
function settled(run: Run, before: Run | undefined, after: Run | undefined): Run {
  if (run.kind === 'time' || !run.bold) return run
  const { kind, text, apart } = run
  // The sign of an isolate is no space.
  const opens = /^[\p{L}\p{N}]/u.test(text) || (!apart && isSpace(before, /\s$/))
  const closes = /[\p{L}\p{N}]$/u.test(text) || (!apart && isSpace(after, /^\s/))
  return opens && closes ? run : { kind, text, ...(apart ? { apart } : {}) }
}

function isSpace(neighbour: Run | undefined, edge: RegExp): boolean {
  if (neighbour === undefined) return true
  return neighbour.kind === 'words' && neighbour.url === undefined && edge.test(neighbour.text)
}

function encodeParenthesis(sign: string): string {
  return sign === '(' ? '%28' : '%29'
}
