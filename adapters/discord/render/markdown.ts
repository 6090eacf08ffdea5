import {
  isolated,
  type LocalTime,
  merge,
  plainRuns,
  type Runs,
  type WordRun,
  words,
} from '../../../src/chat/render/runs.ts'
import type { Rich } from '../../../src/core/message.ts'
import { harmless } from '../../../src/core/text/text.ts'
import { escapeText, escapeWithin } from './escape.ts'
import { runsOf } from './runs.ts'

/** Renders text for where Discord reads no markdown; moments with their zone. */
export function plainText(text: Rich): string {
  return harmless(plainRuns(runsOf(text)))
}

/** Renders one line as markdown in which user text is data; its start is escaped where it is user text. */
export function lineMarkdown(line: Runs): string {
  let text = ''
  let blank = true
  let last: WordRun | LocalTime | undefined
  for (const run of drawn(line)) {
    const shown = runMarkdown(run, blank ? escapeText : escapeWithin)
    // Four asterisks between two bold runs would be shown as they are.
    if (isBold(last) && isBold(run) && shown.startsWith(boldSign) && text.endsWith(boldSign))
      text = text.slice(0, -boldSign.length) + shown.slice(boldSign.length)
    else text += shown
    last = run
    blank &&= plainRuns([run]).trim() === ''
  }
  return text
}

const boldSign = '**'

function isBold(run: WordRun | LocalTime | undefined): boolean {
  return run?.kind === 'words' && run.bold === true && run.code === undefined && run.url === undefined
}

/** Keeps the styles that markdown has. Escaping comes later, since two neighbours together may read as markup. */
export function drawn(line: Runs): Runs {
  const only = line.length === 1 ? line[0] : undefined
  if (only?.kind === 'words' && only.url === undefined && !only.bold && !only.code) return line
  return merge(
    line.flatMap((run): Runs => {
      if (run.kind === 'time' || run.url !== undefined) return [run]
      const looks = run.text.trim() !== '' && (run.code ? fenceOf(run.text) !== undefined : run.bold)
      return looks ? [run] : words(run.text, run.apart ? { apart: run.apart } : {})
    }),
  )
}

function runMarkdown(run: WordRun | LocalTime, asData: (text: string) => string): string {
  if (run.kind === 'time') return `${run.local} (${escapeWithin(run.explicit)})`
  return isolated(run, wordsMarkdown(run, asData))
}

function wordsMarkdown({ text, url, bold, code }: WordRun, asData: (text: string) => string): string {
  if (url !== undefined) return url === text ? `<${url}>` : `[${text}](<${url}>)`
  if (code) return fenced(text)
  return bold ? `${boldSign}${asData(text)}${boldSign}` : asData(text)
}

/** A fence that the text does not contain; undefined where only three backticks would do, which open a code block. */
function fenceOf(text: string): string | undefined {
  return ['`', '``'].find((fence) => !text.includes(fence))
}

function fenced(text: string): string {
  const fence = fenceOf(text) ?? ''
  // Discord drops one space beside a backtick.
  const before = /^ *`/.test(text) ? ' ' : ''
  const after = /` *$/.test(text) ? ' ' : ''
  return `${fence}${before}${text}${after}${fence}`
}
