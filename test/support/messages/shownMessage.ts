import type { Block, Button, Message, Rich } from '../../../src/core/message.ts'

/** One character for the reader, of several for the computer. */
export const family = '👩‍👩‍👧‍👦'

/** Texts that some platform might read as more than text. */
export const awkward = [
  '<!channel> <!here> <@U1> <#C1|x> <https://x.example|y>',
  '@everyone @here @channel',
  '*bold* _it_ ~x~ `code` ```pre``` > quote',
  '&amp; &lt;!here&gt; & < >',
  ':smile: :+1:',
  '<at>Ana</at> {{TIME(2026-12-12T14:30:00Z)}} {{DATE(',
  '<!date^1^{date}|x>',
  'محمد بن عبد الله',
  `${family} 👍🏽 🇦🇹 𝔘𝔫𝔦 𠮷`,
  '  spaces\tand\nlines\n\n',
  '\\n \\u0000 %7C | ^',
]

/** What of a text a reader sees, but for where its words are parted. */
export function squeeze(text: string): string {
  return text.toWellFormed().replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/g, '')
}

/** Its buttons in their order. */
export function buttonsOf({ blocks }: Message): readonly Button[] {
  return blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

/** Every text that a message has to show. */
export function textsOf({ heading = '', summary, blocks }: Message): readonly string[] {
  return [heading, ...wordsOf(summary), ...blocks.flatMap(blockWords)]
}

function blockWords(one: Block): readonly string[] {
  switch (one.kind) {
    case 'text':
      return wordsOf(one.text)
    case 'heading':
      return [one.text]
    case 'list':
      return one.items.flatMap(wordsOf)
    case 'fields':
      return one.fields.flatMap(({ label, value }) => [label, ...wordsOf(value)])
    case 'table':
      return [...one.columns, ...one.rows.flat().flatMap(wordsOf)]
    case 'image':
      return [one.alt]
    case 'buttons':
      return one.buttons.map(({ label }) => label)
    case 'file':
      return [one.name]
  }
}

function wordsOf(text: Rich): readonly string[] {
  return text.flatMap((span) => {
    if (span.kind === 'moment') return [span.zone]
    return span.kind === 'person' ? [span.name, span.email] : [span.text]
  })
}
