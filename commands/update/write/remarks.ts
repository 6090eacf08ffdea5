import { type Block, block } from '../../../src/core/message.ts'
import type { ItemReading } from '../../../src/newsletter/reading/readItem.ts'

type Suggestion = ItemReading['suggestions'][number]

/** What was set apart from a pasted text, and what its author may mend: said, and never in the way. */
export function remarks({
  asides,
  suggestions,
}: Pick<ItemReading, 'asides' | 'suggestions'>): Block | undefined {
  const said = [
    ...asides.map(({ kind, text }) => `Not printed, since it is a ${asideWords[kind]}: ${text}`),
    ...suggestions.map(suggestionWords),
  ]
  return said.length > 0 ? block.list(said) : undefined
}

const asideWords = { source: 'source', credit: 'photo credit', signature: 'signature' } as const

function suggestionWords(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'too long':
      return `It has ${suggestion.characters} characters; the longest printed item has ${suggestion.most}.`
    case 'first person':
      return `It says “${suggestion.word}”: printed items name the entity.`
    case 'no date':
      return 'Items of this section print a date: add one, such as (6-9 March).'
    case 'no link':
      return 'Items of this section lead to what was published: add its link.'
    case 'full stop':
      return 'Items are printed without a full stop at the end.'
    case 'State name':
      return `The United Nations write ${suggestion.unName} for ${suggestion.written}.`
  }
}
