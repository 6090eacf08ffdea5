import type { APIEmbed } from 'discord.js'

import { type Piece, paginate } from '../../../src/chat/render/paginate.ts'
import { limits } from '../limits.ts'
import type { Page } from './page.ts'
import { type Look, type RowPart, rowComponents } from './rows.ts'
import { joinedSize, joinParts, type TextPart } from './textParts.ts'

export interface ImagePart {
  readonly kind: 'image'
  readonly url: string
}

/** What stands below the opening of a page. */
export type Part = TextPart | ImagePart | RowPart

/** The blue of the United Nations. */
const colour = 0x009edb

/** Lays parts on as few pages as hold them; `opening` gives the line above a page, counted from 0. */
export function layPages(
  pieces: readonly Piece<Part>[],
  opening: (at: number, pages: number) => string,
  look: Look,
): readonly Page[] {
  return paginate(pieces, holds).map((parts, at, { length }): Page => {
    const embeds = embedsOf(parts)
    const said = opening(at, length)
    return {
      content: said === '' && embeds.length === 0 ? '–' : said,
      embeds,
      components: rowComponents(parts.filter(isRow), look),
    }
  })
}

function holds(parts: readonly Part[]): boolean {
  const texts = parts.filter(isText)
  const images = parts.filter(isImage)
  const rows = parts.filter(isRow)
  const above = texts.length + images.length
  return (
    // Discord shows buttons below everything else, so nothing may follow them.
    parts.slice(0, above).every((part) => !isRow(part)) &&
    rows.length <= limits.rows &&
    images.length < limits.embeds &&
    joinedSize(texts) <= limits.description
  )
}

function embedsOf(parts: readonly Part[]): readonly APIEmbed[] {
  const description = joinParts(parts.filter(isText))
  const images = parts.filter(isImage).map(({ url }) => ({ image: { url } }))
  return description === '' ? images : [{ description, color: colour }, ...images]
}

function isText(part: Part): part is TextPart {
  return part.kind === 'text'
}

function isImage(part: Part): part is ImagePart {
  return part.kind === 'image'
}

function isRow(part: Part): part is RowPart {
  return part.kind === 'row'
}
