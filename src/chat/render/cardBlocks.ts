import { type Block, block, type Message } from '../../core/message.ts'
import { sentenceAboveFacts } from './toldTimes.ts'

/** Everything a card shows, from top to bottom: its heading, the summary where nothing else says it, its blocks. */
export function cardBlocks(said: Message): readonly Block[] {
  const { heading = '', toldBelow, blocks } = said
  const headed = heading.trim() !== ''
  return [
    ...(headed ? [block.heading(heading)] : []),
    ...(headed && toldBelow ? [] : [block.text(sentenceAboveFacts(said))]),
    ...blocks,
  ]
}
