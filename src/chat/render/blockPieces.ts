import type { Block } from '../../core/message.ts'
import type { MessagePiece } from './paginate.ts'

/**
 * The blocks of a message as pieces for its pages. The first part under a heading, which `under` may change, and rows of
 * buttons are glued to what is before them.
 */
export function blockPieces<Part>(
  blocks: readonly Block[],
  render: (block: Block) => readonly Part[],
  under: (part: Part) => Part = (part) => part,
): readonly MessagePiece<Part>[] {
  const pieces: MessagePiece<Part>[] = []
  let headed = false
  for (const one of blocks) {
    const parts = render(one)
    // One by one: a long text has more parts than a call takes arguments.
    for (const [at, part] of parts.entries()) {
      const first = headed && at === 0
      pieces.push({ block: first ? under(part) : part, glued: first || one.kind === 'buttons' })
    }
    if (parts.length > 0) headed = one.kind === 'heading'
  }
  return pieces
}

/** Parts that may start a page. */
export function loosePieces<Part>(parts: readonly Part[]): readonly MessagePiece<Part>[] {
  return parts.map((block) => ({ block, glued: false }))
}
