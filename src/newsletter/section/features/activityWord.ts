import { wordsOf } from '../../words/words.ts'
import { findSigns } from './signs.ts'

/** Words of an item, by their place. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where a title of two words or more stands between quotes, without them. */
const quotedTitle = /["“«]([^"“”«»]{1,150} [^"“”«»]{1,150})["”»]/u

/**
 * The words of an item that say what it is about, as printed items link them: a title in quotes, else what was held or
 * brought out, else what was done; undefined where none is found.
 */
export function activityWord(text: string): Stretch | undefined {
  const title = quotedTitle.exec(text)
  if (title?.[1] !== undefined) return { from: title.index + 1, to: title.index + 1 + title[1].length }
  const words = wordsOf(text)
  const found = findSigns(words)
  const sign =
    found.find(({ sign: { kind } }) => kind === 'nouns') ??
    found.find(({ sign: { kind } }) => kind === 'verbs')
  const [first, last] = sign ? [words[sign.at], words[sign.end - 1]] : []
  return first && last ? { from: first.at, to: last.end } : undefined
}
