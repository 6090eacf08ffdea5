import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { killAll, run } from '../../support/processes.ts'
import { serveWith } from '../../support/served.ts'
import { app, guid } from '../../support/teams/far/defaults.ts'
import { type FarSide, startFarSide } from '../../support/teams/far/farSide.ts'
import { populate } from '../../support/teams/world/people.ts'
import { farSide, say, serve } from '../../support/teams/world/served.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
  ;({ database, far } = ground)
})
afterEach(() => ground.end())

const secretId = guid(77)
const right = {
  MICROSOFT_APP_ID: app.id,
  MICROSOFT_APP_PASSWORD: app.secret,
  MICROSOFT_APP_TENANT_ID: app.tenant,
}
type Settings = Readonly<Record<string, string>>

async function refused(env: Settings): Promise<string> {
  const ended = await run([], {
    DATABASE_URL: database.url,
    MICROSOFT_OPENID_URL: far.openIdUrl,
    MICROSOFT_LOGIN_URL: far.loginUrl,
    ...env,
  })
  const lines = ended.err
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== 'These settings are wrong:')
  expect(ended.code).toBe(1)
  expect(ended.out).toBe('')
  expect(lines).toHaveLength(1)
  for (const value of [app.id, app.secret, app.tenant, secretId, 'another-secret']) {
    expect(ended.err).not.toContain(value)
  }
  return ended.err
}

describe('a setting of Teams’ that is wrong', () => {
  // What each setting must be is tested where it is read; here is how the program ends over one.
  const cases: readonly (readonly [string, Settings, readonly string[]])[] = [
    [
      'the id of a secret for the secret',
      { ...right, MICROSOFT_APP_PASSWORD: secretId },
      ['MICROSOFT_APP_PASSWORD is the id of a secret', 'copy the column Value'],
    ],
    [
      'a secret that Microsoft refuses',
      { ...right, MICROSOFT_APP_PASSWORD: 'another-secret' },
      ['Microsoft refuses the app', 'look at MICROSOFT_APP_ID'],
    ],
  ]

  test.each(cases)('%s ends the program with 1 and one sentence', async (_name, env, words) => {
    const text = await refused(env)

    for (const word of words) expect(text).toContain(word)
  })
})

describe('a start that is right', () => {
  test('says that Teams is served, and warns of nothing', async () => {
    const program = await serve(database, far)
    program.process.kill('SIGTERM')
    const code = await program.ended

    expect(code).toBe(0)
    expect(program.lines).toEqual([
      'Rapporteur serves teams.',
      expect.stringMatching(/^Rapporteur listens at http:\/\/127\.0\.0\.1:\d+\.$/),
    ])
    expect(program.errors.join('')).not.toContain('WARNING')
    expect(program.errors.join('')).not.toContain(app.secret)
  })

  test('a trial on this machine warns loudly, has the sample and answers without tokens', async () => {
    const near = await startFarSide({ local: true })
    populate(near)
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-trial-'))
    try {
      const program = await serveWith({ url: '' }, { RAPPORTEUR_DATA: folder, TEAMS_LOCAL: '1' })
      const answer = await say(program, near, 'wg show ETCIP', { where: 'personal' }, { none: true })
      await expect
        .poll(() => JSON.stringify(near.messages), { interval: 50 })
        .toContain('Critical Infrastructure')
      program.process.kill('SIGTERM')
      const code = await program.ended

      expect(answer.status).toBe(200)
      expect(program.errors.join('')).toContain('WARNING: TEAMS_LOCAL is set, so anybody on this machine')
      expect(code).toBe(0)
    } finally {
      await killAll()
      await near.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
