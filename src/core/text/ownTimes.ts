import type { Block, Message, Rich } from '../message.ts'

/** The message for one reader whose zone is known: times of that zone are printed once. */
export function ownTimes(message: Message, zone: string): Message {
  return everyText(message, (text) =>
    text.map((span) => (span.kind === 'moment' && span.zone === zone ? { ...span, once: true } : span)),
  )
}

/** A message written for a reader of one IANA zone, for a reader of another. */
export function inZone(message: Message, from: string, to: string): Message {
  return everyText(message, (text) =>
    text.map((span) => (span.kind === 'moment' && span.zone === from ? { ...span, zone: to } : span)),
  )
}

/** A text without its zones: equal for readers of all zones who are told the same. */
export function zoneless(text: Rich): string {
  return JSON.stringify(text, (name, value: unknown) => (name === 'zone' ? undefined : value))
}

/** The message with a change made to each of its texts. */
function everyText(message: Message, change: (text: Rich) => Rich): Message {
  return {
    ...message,
    summary: change(message.summary),
    blocks: message.blocks.map((one) => inBlock(one, change)),
  }
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
