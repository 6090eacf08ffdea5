import pg from 'pg'
import { afterEach, describe, expect, inject, test } from 'vitest'

import { steadyDatabase, type TestDatabase } from '../support/database.ts'
import { answers, killAll, start } from '../support/processes.ts'
import { secretariat, world } from '../support/world.ts'

afterEach(killAll)

/** As a server does that restarts: every connection to the database ends. */
async function dropConnections({ url }: TestDatabase): Promise<void> {
  const admin = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await admin.connect()
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    url.split('/').at(-1),
  ])
  await admin.end()
}

describe('a server that drops its connections', () => {
  test('costs at most the commands in flight, and each of them is answered', async () => {
    const here = await world()
    const say = (text: string) =>
      here.bot.dispatch({
        caller: { platform: 'terminal', tenant: 'local', account: secretariat },
        place: { platform: 'terminal', tenant: 'local', channel: 'x', private: true },
        vouchedEmail: secretariat,
        input: { kind: 'line', text },
      })
    const given = []
    for (let at = 0; at < 60; at++) {
      given.push(say(`/reminder add "Number ${at}" at:2026-12-0${1 + (at % 9)}T10:00Z`))
      if (at % 20 === 10) await dropConnections(here.database)
    }
    const answers = await Promise.all(given)
    const after = await say('/reminder list')
    const stored = await here.database.store.pool.query<{ n: number }>(
      'select count(*)::int as n from reminders',
    )
    const referred = answers
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ message }) => /reference ([0-9A-F]{8})/.exec(JSON.stringify(message.summary))?.[1] ?? 'none')
    const log = here.log.join('\n')
    await here.end()

    expect(answers.every(({ outcome }) => outcome === 'done' || outcome === 'failed')).toBe(true)
    expect(referred.length).toBeGreaterThan(0)
    expect(referred.every((reference) => log.includes(reference))).toBe(true)
    expect(after.outcome).toBe('done')
    // One that was cut off after it was committed is there all the same.
    const done = answers.length - referred.length
    expect(stored.rows[0]?.n).toBeGreaterThanOrEqual(done)
    expect(stored.rows[0]?.n).toBeLessThanOrEqual(answers.length)
  })

  test('doubles no delivery that it interrupts, and loses none', async () => {
    const here = await world({ post: () => new Promise((resolve) => setTimeout(resolve, 2)) })
    const due = ['PCVE', 'RMME', 'NARS']
    for (const wg of due) {
      await here.say(secretariat, `/meeting schedule "Plenary of ${wg}" wg:${wg} start:2026-12-14T14:30Z`)
    }
    const before = here.delivered.length
    const turned = here.turn('2026-12-07T14:30:00Z').catch(() => undefined)
    for (const soFar of [5, 20, 35]) {
      await expect.poll(() => here.delivered.length - before, { interval: 2 }).toBeGreaterThan(soFar)
      await dropConnections(here.database)
    }
    await turned
    // What was in the hand of a connection that ended comes back when it has lain for long enough.
    // A connection that was dropped may only be found so by the first to use it.
    for (const at of ['2026-12-07T14:50:00Z', '2026-12-07T15:10:00Z'])
      await here.turn(at).catch(() => here.turn(at))
    const states = await here.database.store.pool.query<{ key: string; state: string }>(
      'select key, state from ledger',
    )
    const texts = here.delivered.map(({ key }) => key)
    await here.end()

    expect(new Set(texts).size).toBe(texts.length)
    const sent = states.rows.filter(({ state }) => state === 'sent').length
    const ambiguous = states.rows.filter(({ state }) => state === 'ambiguous').length
    expect(sent + ambiguous).toBe(states.rows.length)
    expect(ambiguous).toBeLessThanOrEqual(3)
    expect(texts.length).toBeGreaterThanOrEqual(sent)
  })

  test('ends no process: each line typed gets one answer, and the next command works', async () => {
    const database = await steadyDatabase()
    const program = start(
      ['--json', '--now', '2026-11-21T12:00:00Z'],
      { DATABASE_URL: database.url },
      { typed: true },
    )
    for (let at = 0; at < 40; at++)
      program.type(`/meeting schedule "No. ${at}" wg:NARS start:2026-12-14T14:30Z`)
    for (const soFar of [3, 10, 20]) {
      await program.until(() => answers(program).length > soFar)
      await dropConnections(database)
    }
    await program.until(() => answers(program).length >= 40)
    program.type('/wg list')
    program.hangUp()
    const code = await program.ended
    const said = answers(program)
    await database.drop()

    expect(code).toBe(0)
    expect(said).toHaveLength(41)
    expect(said.filter(({ ok, text }) => !ok && !/reference [0-9A-F]{8}/.test(text))).toEqual([])
    expect(said.at(-1)?.ok).toBe(true)
  })
})
