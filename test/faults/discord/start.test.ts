import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { app } from '../../support/discord/far/defaults.ts'
import type { FarSide } from '../../support/discord/far/farSide.ts'
import { publicKeyOf } from '../../support/discord/sent/keys.ts'
import { farSide, serve, speakingTo } from '../../support/discord/world/served.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { run } from '../../support/processes.ts'
import { startProxy } from '../../support/proxy.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(farSide)
  ;({ database, far } = ground)
})
afterEach(() => ground.end())

const right = {
  DISCORD_TOKEN: app.token,
  DISCORD_APPLICATION_ID: app.id,
  DISCORD_PUBLIC_KEY: publicKeyOf(),
}
type Settings = Readonly<Record<string, string>>

async function refused(env: Settings): Promise<string> {
  const ended = await run([], { DATABASE_URL: database.url, DISCORD_API_URL: far.apiUrl, ...env })
  const lines = ended.err
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== 'These settings are wrong:' && !line.startsWith('{'))
  expect(ended.code).toBe(1)
  expect(ended.out).toBe('')
  expect(lines).toHaveLength(1)
  expect(ended.err).not.toContain(app.token)
  expect(ended.err).not.toContain('a-secret-of')
  return lines.join()
}

describe('a setting of Discord’s that is wrong', () => {
  const { DISCORD_PUBLIC_KEY: _, ...byGateway } = right
  const foreign = `${Buffer.from(app.id).toString('base64url')}.Gabcde.another-a-secret-of-a-bot`
  // What each setting must be is tested where it is read; here is how the program ends over one.
  const cases: readonly (readonly [string, Settings, readonly string[]])[] = [
    [
      'the public key for the token',
      { ...right, DISCORD_TOKEN: publicKeyOf() },
      ['DISCORD_TOKEN is a public key'],
    ],
    [
      'a token that Discord does not take',
      { ...right, DISCORD_TOKEN: foreign },
      ['Discord does not take DISCORD_TOKEN', 'Reset Token'],
    ],
    [
      'a token that Discord does not take, by the gateway',
      { ...byGateway, DISCORD_TOKEN: foreign },
      ['Discord does not take DISCORD_TOKEN'],
    ],
  ]

  test.each(cases)('%s ends the program with 1 and one sentence', async (_name, env, words) => {
    const text = await refused(env)

    for (const word of words) expect(text).toContain(word)
  })

  test('the id of another application ends the program, with a hint where to look', async () => {
    const env = { ...right, DISCORD_APPLICATION_ID: '1310000000000000777' }
    const ended = await run([], { DATABASE_URL: database.url, DISCORD_API_URL: far.apiUrl, ...env })

    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/is of the application.*from the same application/)
    expect(ended.err).not.toContain(app.token)
  })

  /** What Discord tells of the application, with this laid over it. */
  function described(more: object): void {
    const body = { id: app.id, name: app.name, verify_key: publicKeyOf(), ...more }
    far.fault('me', { kind: 'status', status: 200, body }, 3)
  }

  test('the public key of another application ends the program with 1 and one sentence', async () => {
    described({ verify_key: publicKeyOf('foreign') })

    expect(await refused(right)).toContain('DISCORD_PUBLIC_KEY is not the key of this application')
  })

  test('an endpoint for interactions while they are heard by the gateway ends it so, too', async () => {
    described({ interactions_endpoint_url: 'https://bot.example/discord/interactions' })

    expect(await refused(byGateway)).toMatch(
      /Interactions Endpoint URL.*none by the gateway.*DISCORD_PUBLIC_KEY/,
    )
  })
})

describe('a start that is right', () => {
  test.each([
    ['by HTTP', false],
    ['by the gateway', true],
  ])('says that Discord is served, %s, and warns of nothing', async (_, gateway) => {
    const program = await serve(database, far, { gateway })
    program.process.kill('SIGTERM')
    const code = await program.ended

    expect(code).toBe(0)
    expect(program.lines).toEqual([
      'Rapporteur serves discord.',
      expect.stringMatching(/^Rapporteur listens at http:\/\/127\.0\.0\.1:\d+\.$/),
    ])
    expect(program.errors.join('')).not.toContain('WARNING')
    expect(program.errors.join('')).not.toContain(app.token)
    expect(far.problems).toEqual([])
  })

  test('is one without Discord to be had, which is looked for again', async () => {
    const away = await startProxy(far.apiUrl, { open: false })
    const program = await serve(database, { apiUrl: away.url.replace(/\/$/, '') }, { reachable: false })
    const logged = (words: string) => expect.poll(() => program.errors.join('')).toContain(words)
    await logged('failed to look up the application in Discord')
    await logged('the commands could not be registered in Discord')
    expect(far.calls).toEqual([])
    away.restore()
    await logged('the commands of Discord are registered')
    const { posted } = await speakingTo(far, program).slash('cted', 'profile show')
    program.process.kill('SIGTERM')
    const code = await program.ended
    await away.stop()

    expect(posted?.ephemeral).toBe(true)
    expect(code).toBe(0)
    expect(far.problems).toEqual([])
  })
})
