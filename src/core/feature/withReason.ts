import { type Block, block, type Message } from '../message.ts'
import type { NoticeReason } from './rule.ts'

/** A message with the line that says why it comes, above its buttons. */
export function withReason(message: Message, why: NoticeReason | undefined, inRoom: boolean): Message {
  if (!why) return message
  const by = why.by === undefined ? '' : `; ${why.by}`
  const line = inRoom
    ? `Why here: this is ${why.as}${by}. ${why.otherwise}`
    : `Why you: you are ${why.as}${by}. ${why.otherwise}`
  return { ...message, blocks: aboveButtons(message.blocks, block.text(line)) }
}

/** Blocks with a further one above the first buttons. */
export function aboveButtons(blocks: readonly Block[], line: Block): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'buttons')
  return at < 0 ? [...blocks, line] : [...blocks.slice(0, at), line, ...blocks.slice(at)]
}
