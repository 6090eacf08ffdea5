import { type Block, block, type Message } from '../../core/message.ts'

/** Everything a card shows, from top to bottom: its heading, the summary where nothing else says it, its blocks. */
export function cardBlocks({ heading = '', toldBelow, summary, blocks }: Message): readonly Block[] {
  const headed = heading.trim() !== ''
  return [
    ...(headed ? [block.heading(heading)] : []),
    ...(headed && toldBelow ? [] : [block.text(summary)]),
    ...blocks,
  ]
}
