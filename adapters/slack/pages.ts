import type { KnownBlock } from '@slack/web-api'
import { blockWeight } from './blockText.ts'
import { limits } from './limits.ts'

/** A block on its way to a page; a glued one stays on the page of the one before it where that is possible. */
export interface Piece {
  readonly block: KnownBlock
  readonly glued: boolean
}

/** Room for the line with the number on every page but the first. */
export const openingText = 300

/** Blocks in their order on as few pages as one message each can hold; what is glued is parted only when it must. */
export function paginate(pieces: readonly Piece[]): readonly (readonly KnownBlock[])[] {
  const pages: KnownBlock[][] = [[]]
  const place = (part: readonly KnownBlock[]) => {
    const page = pages.at(-1) ?? []
    if (page.length === 0 || fits([...page, ...part], pages.length)) page.push(...part)
    else pages.push([...part])
  }
  for (const group of groups(pieces)) {
    if (fits(group, 2)) place(group)
    else for (const one of group) place([one])
  }
  return pages
}

function groups(pieces: readonly Piece[]): readonly (readonly KnownBlock[])[] {
  const found: KnownBlock[][] = []
  for (const { block, glued } of pieces) {
    if (glued && found.length > 0) found.at(-1)?.push(block)
    else found.push([block])
  }
  return found
}

/** Whether a page holds the blocks, and the line with its number. Slack takes only one table in each message. */
function fits(blocks: readonly KnownBlock[], page: number): boolean {
  const opening = page > 1
  return (
    blocks.length + (opening ? 1 : 0) <= limits.messageBlocks &&
    blocks.filter(({ type }) => type === 'table').length <= 1 &&
    blocks.reduce((sum, block) => sum + blockWeight(block), opening ? openingText : 0) <= limits.messageText
  )
}
