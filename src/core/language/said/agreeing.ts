import type { Answer } from '../../invocation.ts'
import type { Button } from '../../message.ts'

/** What a yes presses though its answer is no question: `Yes: /update post`, `Take over 12`. */
const offered = /^(?:Yes: |Take over )/

/** The buttons of an answer that a typed yes agrees to: those that answer its question, else one that it offers so; none where it asks nothing. */
export function agreeing({ outcome, message }: Pick<Answer, 'outcome' | 'message'>): readonly Button[] {
  const buttons = message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  // The undo of what was done without a question is confirmed in advance as well.
  const answers = outcome === 'asked' ? buttons.filter(({ confirmed }) => confirmed) : []
  return answers.length > 0 ? answers : buttons.filter(({ label, ask }) => offered.test(label) && !ask)
}
