import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import type { StateStore } from '@slack/oauth'

import type { Clock } from '../../../src/core/clock.ts'
import { array, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'

/** How long an installation may take. */
export const stateSeconds = 600

/**
 * OAuth states of installations. They are signed, so that every replica can check them and a page that anybody may open
 * stores nothing. A used state is noted until it expires, so that it works once.
 */
export function createStates({
  secret,
  keep,
  clock,
}: {
  readonly secret: string
  readonly keep: Keep
  readonly clock: Clock
}): StateStore {
  const sign = (body: string) =>
    createHmac('sha256', secret).update(`slack install state:${body}`).digest('base64url')

  return {
    async generateStateParam(options) {
      const given = {
        nonce: randomBytes(16).toString('base64url'),
        endsAt: clock.now().getTime() + stateSeconds * 1_000,
        scopes: options.scopes,
        redirectUri: options.redirectUri,
      }
      const body = Buffer.from(JSON.stringify(given)).toString('base64url')
      return `${body}.${sign(body)}`
    },
    async verifyStateParam(_now, state) {
      const [body = '', signature = ''] = state.split('.')
      const wanted = Buffer.from(sign(body))
      const given = Buffer.from(signature)
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
        throw new Error('the state was not issued by this app')
      }
      const read = object(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
      const endsAt = Number(read['endsAt'])
      if (!(endsAt > clock.now().getTime())) throw new Error('the state is too old')
      const used = { platform: 'slack', kind: 'usedState', tenant: '-', key: String(read['nonce']) }
      const first = await keep.claim(used, {}, { expiresAt: new Date(endsAt) })
      if (!first) throw new Error('the state was used already')
      const redirectUri = text(read['redirectUri'])
      return {
        scopes: array(read['scopes']).flatMap((scope) => (typeof scope === 'string' ? [scope] : [])),
        ...(redirectUri === undefined ? {} : { redirectUri }),
      }
    },
  }
}
