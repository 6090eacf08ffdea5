import { expect, test } from 'vitest'

import { readSlack } from '../../../adapters/slack/environment.ts'
import { configOf, here, settingsRefused } from '../../support/config.ts'

const secret = 'a-signing-secret'
const right = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret }
const given = ['xoxb-1', 'xoxp-2', 'client-secret', secret]

const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'no signing secret',
    { SLACK_BOT_TOKEN: 'xoxb-1' },
    ['SLACK_SIGNING_SECRET is missing', 'Basic Information'],
  ],
  ['an empty signing secret', { ...right, SLACK_SIGNING_SECRET: '' }, ['SLACK_SIGNING_SECRET is missing']],
  ['no bot token', { SLACK_SIGNING_SECRET: secret }, ['SLACK_BOT_TOKEN is missing', 'copy the Bot User']],
  ['a token of another kind', { ...right, SLACK_BOT_TOKEN: 'xoxp-2' }, ['SLACK_BOT_TOKEN', 'xoxb-']],
  [
    'an app token of another kind',
    { ...right, SLACK_APP_TOKEN: 'client-secret' },
    ['SLACK_APP_TOKEN', 'xapp-'],
  ],
  [
    'a client id without its secret',
    { ...right, SLACK_CLIENT_ID: '1.2', PUBLIC_URL: 'https://bot.example' },
    ['SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together', 'copy both'],
  ],
  [
    'a client secret without its id',
    { ...right, SLACK_CLIENT_SECRET: 'client-secret', PUBLIC_URL: 'https://bot.example' },
    ['SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together'],
  ],
  ['an address that is none', { ...right, SLACK_API_URL: 'slack.com' }, ['SLACK_API_URL']],
]

test.each(cases)('%s is told in one sentence, which repeats no secret', (_name, env, words) => {
  const text = settingsRefused(env)

  expect(text.split('\n').slice(1)).toHaveLength(1)
  for (const word of words) expect(text).toContain(word)
  for (const one of given) expect(text).not.toContain(one)
})

test('a bot token and a signing secret serve one workspace', () => {
  expect(configOf(right)).toMatchObject({ serves: true, trial: false, hints: [] })
  expect(readSlack(right, here).settings).toMatchObject({ botToken: 'xoxb-1', signingSecrets: [secret] })
})
