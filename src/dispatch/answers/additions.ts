import type { Answer } from '../../core/invocation.ts'
import { type Button, block, type Rich } from '../../core/message.ts'
import { shorten } from '../../core/text/text.ts'

/** Adds a button to an answer that was done, beside its last ones. */
export function withFurtherButton(answer: Answer, more: Button | undefined): Answer {
  if (!more || answer.outcome !== 'done') return answer
  const { blocks } = answer.message
  const last = blocks.at(-1)
  const row = last?.kind === 'buttons' && !last.listed ? last : undefined
  const shown = row ? [...row.buttons, more] : [more]
  const before = row ? blocks.slice(0, -1) : blocks
  return { ...answer, message: { ...answer.message, blocks: [...before, block.buttons(...shown)] } }
}

/** Says in the answer which words of the line were taken as options though they had no colon. */
export function withTakenOptions(
  answer: Answer,
  named: readonly string[],
  fields: Readonly<Record<string, string>>,
): Answer {
  const taken = named.flatMap((name) =>
    fields[name] === undefined ? [] : `${name}: ${shorten(fields[name], 60)}`,
  )
  if (taken.length === 0 || (answer.outcome !== 'done' && answer.outcome !== 'asked')) return answer
  return withFurtherSentence(answer, `Taken as options: ${taken.join('; ')}.`)
}

/** Adds a sentence to an answer, above its last buttons. */
export function withFurtherSentence(answer: Answer, sentence: string | Rich): Answer {
  const { blocks } = answer.message
  const end = blocks.findLastIndex(({ kind }) => kind !== 'buttons') + 1
  return { ...answer, message: { ...answer.message, blocks: blocks.toSpliced(end, 0, block.text(sentence)) } }
}
