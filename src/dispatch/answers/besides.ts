import type { Answer } from '../../core/invocation.ts'
import { type Button, block } from '../../core/message.ts'

/** The answer with a further button, where there is one. */
export function besides(answer: Answer, more: Button | undefined): Answer {
  if (!more || answer.outcome !== 'done') return answer
  const { blocks } = answer.message
  const last = blocks.at(-1)
  const row = last?.kind === 'buttons' && !last.listed ? last : undefined
  const shown = row ? [...row.buttons, more] : [more]
  const before = row ? blocks.slice(0, -1) : blocks
  return { ...answer, message: { ...answer.message, blocks: [...before, block.buttons(...shown)] } }
}
