import { createHash, timingSafeEqual } from 'node:crypto'

import type { SignedRoute } from '../../core/adapter.ts'

/** A reply is a few kilobytes; what programs attach besides is not read. */
const mostBytes = 2_000_000

/** `later`: nothing came of it yet, and the same message is to be sent again. */
export type MailOutcome = 'taken' | 'later'

/** Takes whole messages from the mail server that receives those to the bot, which shows a secret that both know. */
export function inboxRoute(secret: string, take: (raw: Buffer) => Promise<MailOutcome>): SignedRoute {
  const wanted = digest(`Bearer ${secret}`)
  return {
    path: '/mail/replies',
    bodyLimit: mostBytes,
    async answer({ headers, body }) {
      if (!timingSafeEqual(digest(String(headers['authorization'])), wanted))
        return { status: 401, body: { statusCode: 401, message: 'The secret is missing or wrong.' } }
      // Mail servers keep what they could not hand over, and try it again.
      if ((await take(body)) === 'later')
        return {
          status: 503,
          body: { statusCode: 503, message: 'It cannot be taken now. Try it again later.' },
        }
      // Whatever becomes of it, the mail server has done its part, and nobody is written to who may not have written.
      return { status: 202 }
    },
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
