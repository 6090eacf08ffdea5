import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { run } from '../../support/processes.ts'
import { startProxy } from '../../support/proxy.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import { ask, farSide, mention, numberIn, serve, tell } from '../../support/slack/served.ts'
import { signingSecret } from '../../support/slack/world.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
  ;({ database, far } = ground)
})
afterEach(() => ground.end())

const secrets = ['xoxb-1', 'xoxp-2', 'xapp-1', 'xapp-none', 'xoxb-none', signingSecret, 'client-secret']
const right = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret }
type Settings = Readonly<Record<string, string>>

/** Every line that is not a list’s heading. */
function sentences(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && line !== 'These settings are wrong:')
}

async function refused(env: Settings): Promise<string> {
  const ended = await run([], { DATABASE_URL: database.url, SLACK_API_URL: far.url, ...env })
  expect(ended.code).toBe(1)
  expect(ended.out).toBe('')
  expect(sentences(ended.err)).toEqual([expect.any(String)])
  for (const secret of secrets) expect(ended.err).not.toContain(secret)
  return ended.err
}

describe('a setting of Slack’s that is wrong', () => {
  const cases: readonly (readonly [string, Settings, readonly string[]])[] = [
    // What each setting must be is tested where it is read; here is how the program ends over one.
    ['an empty signing secret', { ...right, SLACK_SIGNING_SECRET: '' }, ['SLACK_SIGNING_SECRET is missing']],
    [
      'a bot token that Slack refuses',
      { ...right, SLACK_BOT_TOKEN: 'xoxb-none' },
      ['Slack refuses SLACK_BOT_TOKEN (invalid_auth)', 'copy the Bot User OAuth Token again'],
    ],
    [
      'an app token that Slack refuses',
      { ...right, SLACK_APP_TOKEN: 'xapp-none' },
      ['Slack refuses SLACK_APP_TOKEN (', 'invalid_auth', 'connections:write'],
    ],
  ]

  test.each(cases)('%s ends the program with 1 and one sentence', async (_name, env, words) => {
    const text = await refused(env)

    for (const word of words) expect(text).toContain(word)
  })

  test('beside others is told with them, each on a line', async () => {
    const ended = await run([], { SLACK_CLIENT_ID: '1.2', SLACK_TRUST: 'everybody' })

    expect(ended.code).toBe(1)
    expect(sentences(ended.err)).toHaveLength(5)
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
      'PUBLIC_URL',
      'SLACK_TRUST',
    ]
    for (const name of names) {
      expect(ended.err).toContain(name)
    }
  })
})

describe('Slack that cannot be reached at the start', () => {
  const start = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)

  test.each([
    ['by HTTP', {}],
    ['beside Socket Mode', { SLACK_APP_TOKEN: 'xapp-1' }],
  ])(
    'keeps no process from starting, and what it missed is done once Slack is there (%s)',
    async (_way, env) => {
      const way = await startProxy(far.url, { open: false })
      const program = await serve(database, way, { reachable: false, env })
      const health = await fetch(`${program.base}/healthz`)
      const ready = await fetch(`${program.base}/readyz`)
      const event = mention(`reminder add Tea at:${start}Z`)
      const early = await ask(far, program, 'reminder', `add Tea at:${start}Z`)
      const first = await tell(program, event)
      way.restore()
      await expect.poll(async () => (await tell(program, event, 1)).status, { interval: 200 }).toBe(200)
      const late = await ask(far, program, 'reminder', `add Coffee at:${start}Z`)
      if ('SLACK_APP_TOKEN' in env) await far.sockets.opened(2)
      program.process.kill('SIGTERM')
      const code = await program.ended
      await way.stop()

      expect([health.status, ready.status]).toEqual([200, 200])
      expect(early.status).toBe(200)
      expect(early.json?.['response_type']).toBe('ephemeral')
      expect(early.json?.['text']).toMatch(/nothing was changed.* reference [0-9A-F]{8}/)
      // It comes again, rather than being told that nobody is there.
      expect(first.status).toBe(503)
      expect(far.messages).toHaveLength(1)
      expect(late.json?.['text']).toContain('I will remind you')
      expect(await numberIn(database, 'select count(*) from reminders')).toBe(2)
      expect(code).toBe(0)
      for (const secret of ['xoxb-1', 'xapp-1', signingSecret])
        expect(program.errors.join('')).not.toContain(secret)
    },
  )
})
