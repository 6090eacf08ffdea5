import { blockPieces, loosePieces } from '../../../src/chat/render/blockPieces.ts'
import { cardBlocks } from '../../../src/chat/render/cardBlocks.ts'
import { type MessagePiece, paginate } from '../../../src/chat/render/paginate.ts'
import type { Block, Button, Message } from '../../../src/core/message.ts'
import { isolateWithin } from '../../../src/core/text/direction/isolate.ts'
import { isNumbered, oneLine, shorten } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import type { SlackBlock } from './blocks.ts'
import { type BlockNumbering, buttonBlocks, choiceBlocks, repeatedLabels } from './buttons.ts'
import { factBlocks } from './facts.ts'
import { openingText, pageHolds } from './pages.ts'
import { plainBlocks, plainMessage } from './plain.ts'
import { bullets, paragraph, paragraphs } from './richText.ts'
import { type Elements, elementsOf, plainElements, textElement } from './spans.ts'
import { tableBlocks } from './table.ts'

export interface RenderOptions {
  /** What a button carries: at most 2000 characters. */
  readonly buttonValue: (button: Button) => string
}

/** One Slack message: `text` is the full fallback, `blocks` are within every limit. */
export interface Page {
  readonly text: string
  readonly blocks: readonly SlackBlock[]
}

/** What every call that posts a page takes. */
export function bodyOf({ text: fallback, blocks }: Page) {
  return { text: fallback, blocks: [...blocks] }
}

/** What goes with every message that others may see: Slack previews no link in it. */
export const noPreviews = { unfurl_links: false, unfurl_media: false } as const

type Surface = 'message' | 'view'

/** Renders a message as one Slack message, or as several where it exceeds a limit. */
export function renderPages(message: Message, look: RenderOptions): readonly Page[] {
  const [first = [], ...others] = paginate(renderPieces(message, look, 'message'), pageHolds)
  return [
    { text: plainMessage(message), blocks: first },
    ...others.map((blocks, at) => {
      const numbered = [paragraph(opening(message, at + 2, others.length + 1)), ...blocks]
      return { text: plainBlocks(numbered), blocks: numbered }
    }),
  ]
}

/**
 * Renders a message for a view, as blocks that the caller cuts to size. Tables become lists, since views have none.
 */
export function renderBlocks(message: Message, look: RenderOptions): readonly SlackBlock[] {
  return renderPieces(message, look, 'view').map(({ block }) => block)
}

/** A message as plain text, escaped and below 4000 characters; moments with their zone. */
export function fallback(message: Message): string {
  return plainMessage(message)
}

/** The line above a later page: `(2/3)` and what the message is about. */
function opening({ summary }: Message, page: number, pages: number): Elements {
  const about = oneLine(plainElements(elementsOf(summary))).trim()
  return textElement(shorten(`(${page}/${pages}) ${about}`.trim(), openingText))
}

function renderPieces(
  message: Message,
  look: RenderOptions,
  surface: Surface,
): readonly MessagePiece<SlackBlock>[] {
  const { card } = message
  const numbers: BlockNumbering = {
    prefix: card === undefined ? 'buttons' : `card:${card}`,
    block: 1,
    button: 1,
    repeated: repeatedLabels(message.blocks),
  }
  const pieces = blockPieces(cardBlocks(message), (one) => renderBlock(one, look, surface, numbers))
  // Slack takes no message without content.
  return pieces.length > 0 ? pieces : loosePieces([paragraph(textElement('–'))])
}

function renderBlock(
  one: Block,
  look: RenderOptions,
  surface: Surface,
  numbers: BlockNumbering,
): readonly SlackBlock[] {
  switch (one.kind) {
    case 'text':
      return paragraphs([elementsOf(one.text)])
    case 'heading':
      return headingBlocks(isolateWithin(oneLine(one.text).trim()))
    case 'list':
      return (isNumbered(one.items) ? paragraphs : bullets)(one.items.map(elementsOf))
    case 'fields':
      return factBlocks(one.fields)
    case 'table':
      return tableBlocks(one, surface)
    case 'image':
      return imageBlocks(oneLine(one.url).trim(), oneLine(one.alt).trim())
    case 'buttons':
      return one.listed
        ? choiceBlocks(one.buttons, look.buttonValue, numbers)
        : buttonBlocks(one.buttons, look.buttonValue, numbers)
    case 'file':
      return paragraphs([textElement(`File: ${oneLine(one.name)}`)])
  }
}

/** A header, or bold text where it is too long or where plain text might be read as an entity or a mention. */
function headingBlocks(text: string): readonly SlackBlock[] {
  if (text === '') return []
  if (text.length > limits.header || /[<>]|&(?:amp|lt|gt);/.test(text))
    return paragraphs([textElement(text, { bold: true })])
  return [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }]
}

function imageBlocks(url: string, alt: string): readonly SlackBlock[] {
  if (/^https:\/\/\S+$/i.test(url) && url.length <= limits.imageUrl && alt.length <= limits.imageAlt)
    return [{ type: 'image', image_url: url, alt_text: alt || 'Image' }]
  return paragraphs([elementsOf([{ kind: 'link', text: alt, url }])])
}
