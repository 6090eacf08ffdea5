import { block, message } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import { readDictated } from '../../../src/newsletter/reading/dictated/dictated.ts'
import type { Question } from '../../define.ts'

/** Asks whether `comma` and the like are signs that somebody dictated; undefined for a text without them. */
export function dictatedQuestion(typed: string): Question | undefined {
  const meant = readDictated(typed)
  if (!meant) return undefined
  const words = list(
    meant.words.map((word) => `“${word}”`),
    'and',
  )
  const sound = meant.words.length > 1 ? 'sound like signs' : 'sounds like a sign'
  return {
    kind: 'question',
    message: message(
      `Nothing is posted yet. ${words} ${sound} that you dictated. With the signs themselves it reads:`,
      block.text(meant.text),
    ),
    yes: 'Post it like this',
    values: { text: meant.text },
    others: [{ label: 'Post it as it was typed', values: {} }],
  }
}
