import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, inject, test } from 'vitest'

import { testDatabase } from '../support/database.ts'
import { killAll, run, start } from '../support/processes.ts'
import { secretariat, world } from '../support/world.ts'

afterEach(() => killAll())

interface Delivered {
  readonly to: string
  readonly text: string
}

function deliveries(lines: readonly string[]): readonly Delivered[] {
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((line) => 'to' in line)
}

describe('several processes on one server', () => {
  test('never deliver one notice twice, though one is killed in the middle', async () => {
    const database = await testDatabase()
    const here = await world({ database, now: '2026-11-21T12:00:00Z' })
    for (const wg of ['ETCIP', 'PCVE', 'RMME', 'NARS', 'BMLE', 'Gender', 'CJLR', 'HRRoL', 'PCVE', 'RMME']) {
      await here.say(secretariat, `/meeting schedule "Plenary of ${wg}" wg:${wg} start:2026-12-12T14:30Z`)
    }
    await here.bot.stop()
    const env = { DATABASE_URL: database.url }
    const args = ['--serve', '--json', '--now', '2026-12-05T14:30:00Z']
    const first = start(args, env)
    const second = start(args, env)

    const busy = (program: typeof first) =>
      program.until((lines) => deliveries(lines).length >= 15).then(() => program)
    const killed = await Promise.race([busy(first), busy(second)])
    killed.process.kill('SIGKILL')
    await killed.ended
    const survivor = killed === first ? second : first
    const left = async () =>
      (
        await database.store.pool.query<{ state: string; n: number }>(
          `select state, count(*)::int as n from notices where kind = 'reminder' and state <> 'sent' group by state`,
        )
      ).rows
    // What the dead one had fetched comes back when it has been silent for long enough.
    const later = await world({ database, now: '2026-12-05T14:50:00Z' })
    for (let round = 0; round < 100; round++) {
      await later.bot.settle({ ticks: true })
      if ((await left()).every(({ state }) => state !== 'queued')) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    survivor.process.kill('SIGTERM')
    expect(await survivor.ended).toBe(0)

    const all = [...deliveries(first.lines), ...deliveries(second.lines), ...later.delivered].filter((one) =>
      one.text.startsWith('Reminder'),
    )
    const keys = all.map((one) => `${one.to} ${one.text}`)
    const meant = await database.store.pool.query(
      `select count(*)::int as n from notices where kind = 'reminder'`,
    )
    const open = await left()
    await later.end()

    expect(keys.length).toBeGreaterThan(250)
    // Two meetings of one group at one time give two equal texts, so each may come as often as it was meant.
    expect(keys.length).toBeLessThanOrEqual(meant.rows[0].n)
    expect(keys.length).toBeGreaterThanOrEqual(meant.rows[0].n - 1)
    expect(new Set(keys.filter((key) => !/PCVE|RMME/.test(key))).size).toBe(
      keys.filter((key) => !/PCVE|RMME/.test(key)).length,
    )
    // At most the one that the killed process had in hand is uncertain; it is marked so, and not sent again.
    expect(open.every(({ state, n }) => (state === 'sending' || state === 'ambiguous') && n === 1)).toBe(true)
  }, 60_000)

  test('a stop asked for finishes what is in hand and ends with 0', async () => {
    const database = await testDatabase()
    const here = await world({ database, now: '2026-11-21T12:00:00Z' })
    for (const wg of ['PCVE', 'RMME', 'NARS'])
      await here.say(secretariat, `/meeting schedule "Plenary" wg:${wg} start:2026-12-12T14:30Z`)
    await here.bot.stop()
    const program = start(['--serve', '--json', '--now', '2026-12-05T14:30:00Z'], {
      DATABASE_URL: database.url,
    })
    await program.until((lines) => deliveries(lines).length >= 5)
    program.process.kill('SIGTERM')
    const code = await program.ended
    const states = await database.store.pool.query(
      `select distinct state from notices where state not in ('sent', 'queued')`,
    )
    const told = deliveries(program.lines).length
    const sent = await database.store.pool.query(
      `select count(*)::int as n from notices where kind = 'reminder' and state = 'sent'`,
    )
    await here.database.drop()

    expect(code).toBe(0)
    expect(states.rows).toEqual([])
    expect(sent.rows[0].n).toBe(told)
  }, 30_000)
})

describe('the embedded store', () => {
  test('is refused to a second process in a sentence, and taken over from one that died', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-two-'))
    try {
      const first = start(['--serve', '--json'], { RAPPORTEUR_DATA: folder })
      const lock = join(folder, 'store.lock')
      while (!existsSync(lock) || readFileSync(lock, 'utf8') !== String(first.process.pid)) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      const second = await run(['--exec', '/wg list'], { RAPPORTEUR_DATA: folder })
      first.process.kill('SIGKILL')
      await first.ended
      writeFileSync(lock, '999999')
      const third = await run(['--exec', '/wg list'], { RAPPORTEUR_DATA: folder })

      expect(second.code).toBe(1)
      expect(second.err).toContain('is in use by process')
      expect(second.err).not.toContain('    at ')
      expect(third.code).toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)
})

describe('a setting that is wrong', () => {
  test.each([
    [['--exec', '/help'], { DATABASE_URL: 'nonsense' }, 'DATABASE_URL: wanted is a Postgres address'],
    [['--exec', '/help'], { PORT: '99999' }, 'PORT'],
    [['--exec', '/help'], { SMTP_URL: 'smtp://localhost' }, 'set MAIL_FROM'],
    [['--exec', '/help'], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [['--frobnicate'], {}, '--frobnicate'],
    [['--now', 'yesterday'], {}, '--now yesterday is no moment'],
    [
      ['--exec', '/help'],
      { DATABASE_URL: 'postgres://somebody:hunter2@127.0.0.1:1/x' },
      'No Postgres answers',
    ],
  ])('%j with %j ends with a sentence', async (args, env, sentence) => {
    const ended = await run(args, env)

    expect(ended.code).toBe(1)
    expect(ended.err).toContain(sentence)
    expect(ended.err).not.toContain('    at ')
    expect(ended.err).not.toContain('hunter2')
  })

  test('a database of a newer program is refused', async () => {
    const database = await testDatabase()
    await database.store.pool.query(`insert into schema_migrations (number, name) values (99, 'tomorrow')`)
    const ended = await run(['--exec', '/help'], { DATABASE_URL: database.url })
    await database.drop()

    expect(ended.code).toBe(1)
    expect(ended.err).toContain('this program knows schemas up to')
  })
})

describe('a server that drops its connections', () => {
  test('costs at most the commands in flight, each answered, and nothing is told twice', async () => {
    const here = await world()
    const { pool } = here.database.store
    const said: Promise<{ outcome: string }>[] = []
    for (let at = 0; at < 30; at++) {
      said.push(
        here
          .say(secretariat, `/reminder add "Number ${at}" at:2026-12-0${1 + (at % 9)}T10:00Z`)
          .catch(() => ({ outcome: 'thrown' })),
      )
      if (at === 10) {
        const client = new (await import('pg')).default.Client({
          connectionString: `${inject('postgres')}/postgres`,
        })
        await client.connect()
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
          here.database.url.split('/').at(-1),
        ])
        await client.end()
      }
    }
    const outcomes = (await Promise.all(said)).map((one) => one.outcome)
    const after = await here.say(secretariat, '/reminder list')
    const stored = await pool.query(`select count(*)::int as n from reminders`)
    await here.end()

    expect(after.outcome).toBe('done')
    expect(outcomes.filter((one) => one === 'done').length).toBeLessThanOrEqual(stored.rows[0].n)
    expect(outcomes.every((one) => ['done', 'failed', 'thrown'].includes(one))).toBe(true)
  }, 30_000)
})
