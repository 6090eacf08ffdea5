import { button } from '../../src/core/message.ts'
import type { Period } from '../../src/core/time/period.ts'

/** The button behind what changes after print: it asks what was corrected in the published issue of a period. */
export function correctIssue({ from, to }: Period) {
  const period = `${from.slice(0, 7)}..${to.slice(0, 7)}`
  return { ...button('Correct the issue', 'newsletter correct', { period }), ask: true as const }
}
