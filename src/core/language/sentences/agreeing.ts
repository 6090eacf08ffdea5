import type { Answer } from '../../invocation.ts'
import type { Button } from '../../message.ts'

/** What a yes presses though its answer is no question: `Yes: /update post`, `Import 12`. */
const offered = /^(?:Yes: |Import (?=\d))/

/** What was asked for by `undo` shows what a yes takes back. */
const lastChange = /^Your last change, /

/** A refusal that asks what was meant. */
const meant = /Did you mean |Is it (?:one of these|this)\?/

/**
 * The buttons of an answer that a typed yes agrees to: those that answer its question, else what it offers so; none
 * where it asks nothing. Where another one stands before what is offered, or it asks what was meant, each may be meant.
 */
export function agreeing({ outcome, message }: Pick<Answer, 'outcome' | 'message'>): readonly Button[] {
  const buttons = message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  // The undo of what was done without a question is confirmed in advance as well.
  const answers = outcome === 'asked' ? buttons.filter(({ confirmed }) => confirmed) : []
  if (answers.length > 0) return answers
  const others = buttons.filter(({ command }) => !/^help\b/.test(command))
  const says = (words: RegExp) =>
    message.summary.some((span) => span.kind === 'text' && words.test(span.text))
  if (outcome === 'refused' ? says(meant) : says(lastChange)) return others
  const last = others.findLastIndex(({ label, ask }) => offered.test(label) && !ask)
  const [first] = others
  return first && offered.test(first.label)
    ? others.filter(({ label, ask }) => offered.test(label) && !ask)
    : others.slice(0, last + 1)
}
