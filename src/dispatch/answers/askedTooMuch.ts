import type { Answer } from '../../core/invocation.ts'
import { message } from '../../core/message.ts'

/** The answer to somebody who has too many requests waiting already; nothing of this one was recorded. */
export const askedTooMuch: Answer = {
  outcome: 'refused',
  audience: 'caller',
  message: message(
    'You asked for a great many things at once, so this was not done. Wait for the answers, then try it again.',
  ),
  looked: true,
}
