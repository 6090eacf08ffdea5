import { type Block, block, type Message } from '../../core/message.ts'
import { sentenceAboveFacts } from './sentenceAboveFacts.ts'

/** Everything a card shows, from top to bottom: its heading, the summary where nothing else says it, its blocks. */
export function cardBlocks(message: Message): readonly Block[] {
  const { heading = '', summaryBelow, blocks } = message
  const headed = heading.trim() !== ''
  return [
    ...(headed ? [block.heading(heading)] : []),
    ...(headed && summaryBelow ? [] : [block.text(sentenceAboveFacts(message))]),
    ...blocks,
  ]
}
