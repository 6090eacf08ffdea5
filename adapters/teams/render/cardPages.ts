import { type MessagePiece, paginate } from '../../../src/chat/render/paginate.ts'
import type { Json } from '../../../src/core/json.ts'
import { limits, sizeOf } from '../limits.ts'
import { cardText } from './cardText.ts'
import type { CardElement } from './elements.ts'
import { type TablePart, tableElement } from './tables.ts'

/** An element on its way to a page, or a part of a table. */
export type CardPart = CardElement | TablePart

/** The parts of a card that are known before its elements. */
export interface CardFrame {
  /** Only on the first page: what replaces it is the whole card. */
  readonly refresh?: Json
}

/** Lays elements on pages whose cards are small enough; at least one page. */
export function layPages(
  pieces: readonly MessagePiece<CardPart>[],
  frame: CardFrame,
): readonly (readonly CardElement[])[] {
  const sizes = new Map(pieces.map(({ block }) => [block, sizeOfBoth(joinTables([block]))]))
  const sum = (parts: readonly CardPart[]) => parts.reduce((total, part) => total + (sizes.get(part) ?? 0), 0)
  const first = limits.card - sizeOf(cardOf([], frame, true))
  const later = limits.card - sizeOf(cardOf([], {}, true)) - openingSize
  return paginate(pieces, (parts, page) => sum(parts) <= (page === 1 ? first : later)).map(joinTables)
}

/** Bytes of elements in the card and in the text beside it. */
export function sizeOfBoth(body: readonly CardElement[]): number {
  return sizeOf(body) + sizeOf(cardText(body)) + 2
}

/** Bytes of the numbered line, in the card and in the text beside it. */
const openingSize = 2 * limits.opening * 4 + 200

/** Makes a card; `wide` lets it take the width of the window. A client that cannot show it still shows all of its text. */
export function cardOf(body: readonly CardElement[], { refresh }: CardFrame, wide = hasTable(body)): Json {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: cardText(body) || '–',
    body,
    ...(wide ? { msteams: { width: 'Full' } } : {}),
    ...(refresh ? { refresh } : {}),
  }
}

function hasTable(body: readonly CardElement[]): boolean {
  return body.some(({ type }) => type === 'Table')
}

function joinTables(parts: readonly CardPart[]): readonly CardElement[] {
  const groups: CardPart[][] = []
  for (const part of parts) {
    const last = groups.at(-1)?.at(-1)
    const goesOn = last !== undefined && isTable(last) && isTable(part) && last.head === part.head
    if (goesOn) groups.at(-1)?.push(part)
    else groups.push([part])
  }
  return groups.map((group) => {
    const [first] = group
    return first !== undefined && !isTable(first) ? first : tableElement(group.filter(isTable))
  })
}

function isTable(part: CardPart): part is TablePart {
  return 'head' in part
}
