import { blockPieces, loosePieces } from '../../../src/chat/render/blockPieces.ts'
import { cardBlocks } from '../../../src/chat/render/cardBlocks.ts'
import type { MessagePiece } from '../../../src/chat/render/paginate.ts'
import { words } from '../../../src/chat/render/runs.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Block, Button, Message } from '../../../src/core/message.ts'
import { isolateWithin } from '../../../src/core/text/direction/isolate.ts'
import { isNumbered, oneLine, shorten } from '../../../src/core/text/text.ts'
import { type ActionData, cardType, type Outgoing } from '../api/activity.ts'
import { limits, sizeOf } from '../limits.ts'
import { type ActionRendering, actionElements, choiceElements } from './actions.ts'
import { type CardFrame, type CardPart, cardOf, layPages } from './cardPages.ts'
import type { CardElement } from './elements.ts'
import { escapeMarkdown, inert } from './escape.ts'
import { factElements } from './facts.ts'
import { isPlain, plainPages, summaryLine } from './plain.ts'
import { runsOf } from './runs.ts'
import { tableParts } from './tables.ts'
import { paragraph, stacked } from './textBlocks.ts'

export interface RenderOptions {
  /** What a button carries, from `ButtonData.values`: at most 1000 characters. */
  readonly carry: (button: Button) => string
  /** Minted for each message. */
  readonly operation: string
  /** Ids of people in Teams who have a view of their own of this shared card; at most 60 are taken. */
  readonly viewers?: readonly string[]
  /** It is shown in a dialog. */
  readonly dialog?: boolean
  /** Which buttons open their command’s form at once; by default those that ask for it. */
  readonly opens?: (button: Button) => boolean
}

/** One message in Teams: either a plain text or a card. */
export interface Page {
  /** What a notification tells. */
  readonly summary: string
  readonly text?: string
  readonly card?: Json
}

/** Renders a message as one Teams message, or as several where it exceeds a limit. */
export function renderPages(message: Message, options: RenderOptions): readonly Page[] {
  const summary = summaryLine(message)
  if (isPlain(message))
    return plainPages(message).map((text, at, { length }) => ({
      summary: numbered(summary, at, length),
      text,
    }))

  const refresh = refreshOf(message, options)
  const frame: CardFrame = refresh ? { refresh } : {}
  return layPages(pieces(message, options), frame).map((body, at, { length }) => {
    if (at === 0) return { summary, card: cardOf(body, frame) }
    const opening = numbered(summary, at, length)
    return { summary: opening, card: cardOf([...paragraph(words(opening)), ...body], {}) }
  })
}

/** A page as it is sent. */
export function outgoing({ summary, text, card }: Page): Outgoing {
  if (card === undefined) return { type: 'message', text: text ?? summary, textFormat: 'plain', summary }
  return { type: 'message', summary, attachments: [{ contentType: cardType, content: card }] }
}

/** The line above a later page: `(2/3)` and what the message is about. */
function numbered(summary: string, at: number, pages: number): string {
  return at === 0 ? summary : shorten(`(${at + 1}/${pages}) ${summary}`, limits.opening)
}

/** Makes Teams ask for the view of each of these people; undefined for a card that is the same for all. */
function refreshOf({ card }: Message, { viewers = [], operation }: RenderOptions): Json | undefined {
  if (card === undefined || viewers.length === 0) return undefined
  const data: ActionData = { verb: 'refresh', b: '', o: operation, c: card }
  const asked = (userIds: readonly string[]): Json => ({
    action: { type: 'Action.Execute', title: 'Refresh', verb: data.verb, data },
    userIds,
  })
  const taken: string[] = []
  for (const viewer of new Set(viewers))
    if (taken.length < limits.viewers && sizeOf(asked([...taken, viewer])) <= limits.refresh)
      taken.push(viewer)
  return taken.length > 0 ? asked(taken) : undefined
}

function pieces(message: Message, options: RenderOptions): readonly MessagePiece<CardPart>[] {
  const { card } = message
  const pressing: ActionRendering = {
    ...options,
    lists: { count: 0 },
    ...(card === undefined ? {} : { card }),
  }
  const found = blockPieces<CardPart>(cardBlocks(message), (one) => renderBlock(one, pressing))
  return found.length > 0 ? found : loosePieces(paragraph(words('–')))
}

function renderBlock(one: Block, pressing: ActionRendering): readonly CardPart[] {
  switch (one.kind) {
    case 'text':
      return paragraph(runsOf(one.text))
    case 'heading':
      return headingElements(isolateWithin(oneLine(one.text).trim()))
    case 'list':
      return stacked(one.items.map(runsOf), isNumbered(one.items) ? '' : '• ')
    case 'fields':
      return factElements(one.fields)
    case 'table':
      return tableParts(one)
    case 'image':
      return imageElements(oneLine(one.url).trim(), oneLine(one.alt).trim())
    case 'buttons':
      return one.listed ? choiceElements(one.buttons, pressing) : actionElements(one.buttons, pressing)
    case 'file':
      return paragraph(words(`File: ${oneLine(one.name)}`))
  }
}

/** Renders a heading, or bold text where it is too long for one. */
function headingElements(text: string): readonly CardElement[] {
  if (text === '') return []
  if (text.length > limits.summary) return paragraph(words(text, { bold: true }))
  return [{ type: 'TextBlock', text: escapeMarkdown(text), style: 'heading', weight: 'Bolder', wrap: true }]
}

function imageElements(url: string, alt: string): readonly CardElement[] {
  if (/^https:\/\/\S+$/i.test(url) && URL.canParse(url) && url.length <= limits.url && alt.length <= 1000)
    return [{ type: 'Image', url, altText: inert(alt) || 'Image' }]
  return paragraph(runsOf([{ kind: 'link', text: alt, url }]))
}
