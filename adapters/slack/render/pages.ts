import { limits } from '../limits.ts'
import type { SlackBlock } from './blocks.ts'
import { blockWeight } from './blockText.ts'

/** Room for the numbered line above every page but the first. */
export const openingText = 300

/** Whether a page holds the blocks and its numbered line. Slack takes only one table in each message. */
export function pageHolds(blocks: readonly SlackBlock[], page: number): boolean {
  const opening = page > 1
  return (
    blocks.length + (opening ? 1 : 0) <= limits.messageBlocks &&
    blocks.filter(({ type }) => type === 'table').length <= 1 &&
    blocks.reduce((sum, block) => sum + blockWeight(block), opening ? openingText : 0) <= limits.messageText
  )
}
