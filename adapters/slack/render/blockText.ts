import type { ActionsBlock, RichTextBlock } from '@slack/web-api'

import { isolate } from '../../../src/core/text/direction/isolate.ts'
import type { SlackBlock } from './blocks.ts'
import { factsText } from './facts.ts'
import { weigh } from './richText.ts'
import { type Elements, plainElements } from './spans.ts'

/** Counts the text of a block, rather too much than too little. */
export function blockWeight(block: SlackBlock): number {
  switch (block.type) {
    case 'rich_text':
      return paragraphsOf(block).reduce((sum, { elements }) => sum + weigh(elements), 0)
    case 'table':
      return block.rows.flat().reduce((sum, cell) => sum + (isRichText(cell) ? blockWeight(cell) : 1), 0)
    case 'image':
      return block.alt_text.length + ('image_url' in block ? (block.image_url?.length ?? 0) : 0)
    case 'section':
      return (block.fields ?? []).reduce((sum, { text }) => sum + text.length, 0)
    case 'header':
      return block.text.text.length
    case 'actions':
      return block.elements.reduce((sum, one) => sum + elementWeight(one), 0)
  }
}

/** A button, or a list with all that can be chosen in it. */
function elementWeight(one: ActionsBlock['elements'][number]): number {
  if (one.type === 'button') return one.text.text.length + 3
  if (one.type !== 'static_select') return 0
  const shown = [one.placeholder, ...(one.options ?? []).map(({ text }) => text)]
  return shown.reduce((sum, label) => sum + (label?.text.length ?? 0), 0)
}

/** The text of a block, line by line. */
export function blockText(block: SlackBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'rich_text':
      return paragraphsOf(block)
        .map(({ bullet, elements }) => bullet + plainElements(elements))
        .join('\n')
    case 'table':
      return block.rows.map((row) => row.map((cell) => cellText(cell)).join(' | ')).join('\n')
    case 'section':
      return factsText(block)
    case 'image':
      return `[${block.alt_text}] ${'image_url' in block ? (block.image_url ?? '') : ''}`
    case 'actions':
      return block.elements.map((one) => (one.type === 'button' ? `[${one.text.text}]` : '')).join(' ')
  }
}

function cellText(cell: { readonly type: string } | RichTextBlock): string {
  return isRichText(cell) ? isolate(blockText(cell).replace(/\s+/g, ' ').trim()) : ''
}

function isRichText(cell: { readonly type: string }): cell is RichTextBlock {
  return cell.type === 'rich_text'
}

function paragraphsOf(block: RichTextBlock): readonly { bullet: string; elements: Elements }[] {
  return block.elements.flatMap((one) => {
    if (one.type === 'rich_text_section') return [{ bullet: '', elements: one.elements }]
    if (one.type !== 'rich_text_list') return []
    return one.elements.map(({ elements }) => ({ bullet: '• ', elements }))
  })
}
