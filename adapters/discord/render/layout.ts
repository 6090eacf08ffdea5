import type { APIEmbed } from 'discord.js'

import { type MessagePiece, paginate } from '../../../src/chat/render/paginate.ts'
import { limits } from '../limits.ts'
import { type FactPart, factSize } from './facts.ts'
import type { Page } from './page.ts'
import { type ButtonIds, type RowPart, rowComponents } from './rows.ts'
import { joinedSize, joinParts, type TextPart } from './textParts.ts'

export interface ImagePart {
  readonly kind: 'image'
  readonly url: string
}

/** What stands below the opening of a page. */
export type LayoutPart = TextPart | FactPart | ImagePart | RowPart

/** The blue of the United Nations. */
const colour = 0x009edb

/** Lays parts on as few pages as hold them; `opening` gives the line above a page, counted from 0. */
export function layPages(
  pieces: readonly MessagePiece<LayoutPart>[],
  opening: (at: number, pages: number) => string,
  look: ButtonIds,
): readonly Page[] {
  return paginate(pieces, holds).map((parts, at, { length }): Page => {
    const embeds = embedsOf(parts)
    const text = opening(at, length)
    return {
      content: text === '' && embeds.length === 0 ? '–' : text,
      embeds,
      components: rowComponents(parts.filter(isRow), look),
    }
  })
}

function holds(parts: readonly LayoutPart[]): boolean {
  const images = parts.filter(isImage)
  const rows = parts.filter(isRow)
  const boxes = boxesOf(parts)
  const said = boxes.map(({ texts }) => joinedSize(texts))
  const facts = boxes.flatMap((box) => box.facts).map(factSize)
  return (
    // Discord shows buttons below everything else, so nothing may follow them.
    parts.slice(0, parts.length - rows.length).every((part) => !isRow(part)) &&
    rows.length <= limits.rows &&
    // Where there is no text, its place is kept for it.
    images.length + Math.max(1, boxes.length) <= limits.embeds &&
    said.every((size) => size <= limits.description) &&
    [...said, ...facts].reduce((sum, size) => sum + size, 0) <= limits.embedText
  )
}

/** Text and the facts below it; Discord shows the facts of an embed last. */
interface Box {
  readonly texts: TextPart[]
  readonly facts: FactPart[]
}

function boxesOf(parts: readonly LayoutPart[]): readonly Box[] {
  const boxes: Box[] = []
  for (const part of parts) {
    if (part.kind !== 'text' && part.kind !== 'fact') continue
    const last = boxes.at(-1)
    const full = part.kind === 'text' ? (last?.facts.length ?? 0) > 0 : last?.facts.length === limits.facts
    const box = last && !full ? last : { texts: [], facts: [] }
    if (box !== last) boxes.push(box)
    if (part.kind === 'text') box.texts.push(part)
    else box.facts.push(part)
  }
  return boxes
}

function embedsOf(parts: readonly LayoutPart[]): readonly APIEmbed[] {
  const boxes = boxesOf(parts).map(({ texts, facts }) => ({
    ...(texts.length > 0 && { description: joinParts(texts) }),
    ...(facts.length > 0 && { fields: facts.map(({ field }) => field) }),
    color: colour,
  }))
  return [...boxes, ...parts.filter(isImage).map(({ url }) => ({ image: { url } }))]
}

function isImage(part: LayoutPart): part is ImagePart {
  return part.kind === 'image'
}

function isRow(part: LayoutPart): part is RowPart {
  return part.kind === 'row'
}
