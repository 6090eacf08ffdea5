import type { TestDatabase } from '../database.ts'
import type { FarSide } from '../slack/farSide.ts'
import { signingSecret } from '../slack/world.ts'
import type { Storm } from './storm.ts'

/** Slack, and how it fails: too many calls, errors, connections that end before and after the deed, and silence. */
export function slackStorm(
  { store }: Pick<TestDatabase, 'store'>,
  far: FarSide,
  url: string,
): Pick<Storm, 'store' | 'platform' | 'env' | 'arrived' | 'disturb'> {
  const method = 'chat.postMessage'
  return {
    store,
    platform: 'slack',
    env: {
      ...{ DATABASE_URL: url, SLACK_BOT_TOKEN: 'xoxb-1' },
      ...{ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: far.url },
    },
    arrived: () => far.messages.map(({ args }) => JSON.stringify([args['text'], args['blocks']])),
    disturb() {
      far.fault(method, { kind: 'status', status: 429, retryAfter: 1 }, 3)
      far.fault(method, { kind: 'status', status: 500 }, 2)
      far.fault(method, { kind: 'reset', before: true }, 2)
      far.fault(method, { kind: 'reset', before: false }, 2)
      far.fault(method, { kind: 'hang' })
      far.fault(method, { kind: 'hang', acts: true })
    },
  }
}
