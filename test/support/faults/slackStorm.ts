import type { TestDatabase } from '../database.ts'
import type { FarSide } from '../slack/farSide.ts'
import { signingSecret } from '../slack/world.ts'
import { failing, type Stormy } from './storm.ts'

/** Slack, and how it fails when it is to say something. */
export function slackStorm({ store }: Pick<TestDatabase, 'store'>, far: FarSide, url: string): Stormy {
  return {
    store,
    platform: 'slack',
    env: {
      ...{ DATABASE_URL: url, SLACK_BOT_TOKEN: 'xoxb-1' },
      ...{ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: far.url },
    },
    arrived: () => far.messages.map(({ args }) => JSON.stringify([args['text'], args['blocks']])),
    disturb: () => failing((fault, times) => far.fault('chat.postMessage', fault, times), 500),
  }
}
