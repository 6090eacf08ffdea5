import type { RichTextBlock, RichTextElement } from '@slack/web-api'

import { splitLine } from '../../../src/chat/render/splitLine.ts'
import { limits } from '../limits.ts'
import { type Elements, plainElements } from './spans.ts'

/** Counts the room that elements take, rather too much than too little. */
export function weigh(elements: Elements): number {
  return elements.reduce((sum, one) => {
    if (one.type === 'text') return sum + one.text.length
    if (one.type === 'link') return sum + (one.text ?? '').length + one.url.length
    return sum + (one.type === 'date' ? (one.fallback ?? '').length + one.format.length : 0)
  }, 0)
}

/** Breaks a paragraph into parts that each fit a block. */
function splitElements(elements: Elements, room: number = limits.richText): readonly Elements[] {
  const parts = splitLine(elements, {
    room,
    weigh: (one) => weigh([one]),
    textOf: (one) => (one.type === 'text' ? one.text : undefined),
    withText: (one, text) => (one.type === 'text' ? { ...one, text } : one),
  })
  return parts.filter((part) => part.length > 0)
}

/** Makes one block of one paragraph, which must fit. */
export function paragraph(elements: Elements): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] }
}

/** Lays lines in as few paragraphs as hold them. */
export function paragraphs(lines: readonly Elements[]): readonly RichTextBlock[] {
  return fill(lines, 1).map((part) =>
    paragraph(part.flatMap((line, at) => (at === 0 ? line : [lineEnd, ...line]))),
  )
}

/** Lays a bulleted list in as few blocks as hold it. */
export function bullets(items: readonly Elements[]): readonly RichTextBlock[] {
  return fill(items, 0).map((part) => ({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: part.map((item) => ({ type: 'rich_text_section', elements: [...item] })),
      },
    ],
  }))
}

const lineEnd: RichTextElement = { type: 'text', text: '\n' }

function fill(lines: readonly Elements[], between: number): readonly (readonly Elements[])[] {
  const parts: Elements[][] = []
  let room = 0
  for (const line of lines.flatMap((one) => splitElements(one))) {
    const takes = weigh(line) + between
    if (parts.length === 0 || takes > room) {
      parts.push([])
      room = limits.richText + between
    }
    parts.at(-1)?.push(line)
    room -= takes
  }
  return parts.filter((part) => part.some((line) => plainElements(line).trim() !== ''))
}
