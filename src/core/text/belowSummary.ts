import type { Block, Message, Rich } from '../message.ts'

/**
 * The blocks of a message as they stand below its summary: a card’s first texts, where the summary has their words
 * already, are left out.
 */
export function blocksBelowSummary({ summary, blocks, summaryBelow }: Message): readonly Block[] {
  const said = wordsOf(summary)
  if (!summaryBelow || said === undefined) return blocks
  const from = blocks.findIndex((one) => {
    const words = one.kind === 'text' ? wordsOf(one.text) : undefined
    return words === undefined || !said.includes(words)
  })
  return blocks.slice(from < 0 ? blocks.length : from)
}

/** Undefined where the words depend on who reads them, as those of a moment do. */
function wordsOf(text: Rich): string | undefined {
  const words = text.map((span) => ('text' in span && span.kind !== 'link' ? span.text : undefined))
  return words.includes(undefined) ? undefined : words.join('')
}
