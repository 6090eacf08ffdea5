import type { Catalog } from '../../../src/core/catalog.ts'
import type { Block, Message, Rich } from '../../../src/core/message.ts'

/** Writes commands the way they are typed in a workspace where each has a prefix. */
export interface Wording {
  message(notice: Message): Message
  text(words: string): string
}

/** Changes nothing where there is no prefix. */
export function createWording(catalog: Catalog, prefix: string): Wording {
  if (prefix === '') return { message: (message) => message, text: (text) => text }
  const names = catalog.map(({ name }) => name).join('|')
  const commands = new RegExp(`(^|[\\s(“"':;,])/(${names})(?![\\w/-])`, 'g')
  const text = (text: string) => text.replace(commands, `$1/${prefix}$2`)
  const rich = (rich: Rich): Rich =>
    rich.map((span) =>
      span.kind === 'text' || span.kind === 'bold' || span.kind === 'code'
        ? { ...span, text: text(span.text) }
        : span,
    )
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'text':
        return { ...one, text: rich(one.text) }
      case 'heading':
        return { ...one, text: text(one.text) }
      case 'list':
        return { ...one, items: one.items.map(rich) }
      case 'fields':
        return {
          ...one,
          fields: one.fields.map(({ label, value }) => ({ label: text(label), value: rich(value) })),
        }
      case 'table':
        return { ...one, rows: one.rows.map((row) => row.map(rich)) }
      case 'buttons':
        return { ...one, buttons: one.buttons.map((button) => ({ ...button, label: text(button.label) })) }
      case 'image':
      case 'file':
        return one
    }
  }
  return {
    text,
    message: (message) => ({ ...message, summary: rich(message.summary), blocks: message.blocks.map(block) }),
  }
}
