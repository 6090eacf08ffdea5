import type { Block, Message, Rich } from '../message.ts'

/** The message for one reader whose zone is known: a time of that zone is printed once. */
export function ownTimes(said: Message, zone: string): Message {
  const rich = (text: Rich): Rich =>
    text.map((span) => (span.kind === 'moment' && span.zone === zone ? { ...span, once: true } : span))
  return { ...said, summary: rich(said.summary), blocks: said.blocks.map((one) => inBlock(one, rich)) }
}

function inBlock(one: Block, rich: (text: Rich) => Rich): Block {
  switch (one.kind) {
    case 'text':
      return { ...one, text: rich(one.text) }
    case 'list':
      return { ...one, items: one.items.map(rich) }
    case 'fields':
      return { ...one, fields: one.fields.map(({ label, value }) => ({ label, value: rich(value) })) }
    case 'table':
      return { ...one, rows: one.rows.map((row) => row.map(rich)) }
    case 'heading':
    case 'image':
    case 'buttons':
    case 'file':
      return one
  }
}
