import { fold } from '../../text/nearest.ts'

/** A word of a line, without the signs around it, and where it stands. */
export interface Word {
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** A longer line tells something, and is not filled in. */
const most = { letters: 300, words: 50 }

/** The words of a line; none for one that is too long to ask for something. */
export function wordsOfLine(line: string): readonly Word[] {
  if (line.length > most.letters || line.includes('\n')) return []
  const words: Word[] = []
  for (const { 0: raw, index } of line.matchAll(/\S+/g)) {
    const before = /^[\p{Ps}\p{Pi}"'¿¡«„]{0,4}/u.exec(raw)?.[0].length ?? 0
    const behind = /[\p{Pe}\p{Pf}"'»?!.,;:؟،]{0,5}$/u.exec(raw.slice(before).slice(-5))?.[0].length ?? 0
    const text = raw.slice(before, raw.length - behind).replace(/(?<=.)['’]s$/, '')
    if (text === '') continue
    const start = index + before
    words.push({ text, folded: fold(text), start, end: start + text.length })
  }
  return words.length > most.words ? [] : words
}

/** The most words of a name. */
const longestName = 7

/** A few words in a row, as names are compared: folded, with blanks for hyphens. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Each run of words that may be a name. */
export function runsOf(words: readonly Word[]): readonly Run[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(longestName, words.length - from) }, (_, more) => {
      const to = from + more + 1
      const text = words
        .slice(from, to)
        .map(({ folded }) => folded.replaceAll('-', ' '))
        .join(' ')
      return { from, to, text }
    }),
  )
}
