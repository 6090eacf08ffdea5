import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterEach, describe, expect, test } from 'vitest'

import { emptyDatabase, steadyDatabase } from '../support/database.ts'
import { answers, killAll, root, run, start } from '../support/processes.ts'

afterEach(killAll)

describe('the embedded store', () => {
  test('is refused to a second process in a sentence, taken over from one that died, and told of where its files are damaged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-two-'))
    const env = { RAPPORTEUR_DATA: folder }
    // As everybody starts it, from its sources.
    const asShipped = { cwd: root }
    try {
      const first = start(['--json'], env, { typed: true, ...asShipped })
      first.type('/wg list')
      await first.until(() => answers(first).length === 1)
      const second = await run(['--exec', '/wg list'], env, asShipped)
      first.type('/wg list')
      await first.until(() => answers(first).length === 2)
      first.process.kill('SIGKILL')
      await first.ended
      const third = await run(['--exec', '/wg list'], env, asShipped)
      truncateSync(join(folder, 'store', 'global', 'pg_control'), 100)
      const damaged = await run(['--exec', '/wg list'], env)

      expect(second.code).toBe(1)
      expect(second.err).toContain(`is in use by process ${first.process.pid}`)
      expect(second.err).not.toContain('    at ')
      expect(answers(first).map(({ ok }) => ok)).toEqual([true, true])
      expect(third.code).toBe(0)
      expect(damaged).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^The embedded store in .*damaged\?\n$/),
      })
    } finally {
      await killAll()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 400_000)

  test('holds the sample only where that is wanted, though an archive of it is at hand, and says where it cannot be empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-empty-'))
    const startIn = (name: string, args: readonly string[]) =>
      run(args, { RAPPORTEUR_DATA: join(folder, name), SECRETARIAT: 'me@own.example' }, { cwd: root })
    try {
      // Leaves an archive, where there was none.
      const sample = await startIn('first', ['--sample', '--exec', '/wg list'])
      const still = await startIn('first', ['--empty', '--as', 'me@own.example', '--exec', '/wg list'])
      const empty = await startIn('second', ['--empty', '--as', 'me@own.example', '--exec', '/wg list'])

      expect(sample).toMatchObject({ code: 0, out: expect.stringContaining('8 working groups'), err: '' })
      expect(still.err).toContain('The store holds the sample already')
      expect(empty).toMatchObject({ code: 0, out: expect.not.stringContaining('ETCIP') })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 400_000)
})

describe('a store that cannot be used', () => {
  test('is told of in a sentence: its folder is a file, the directory is empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-file-'))
    writeFileSync(join(folder, 'data'), 'a file')
    const database = await emptyDatabase()
    try {
      const blocked = await run(['--exec', '/help'], { RAPPORTEUR_DATA: join(folder, 'data') })
      // Nobody makes a folder there, not even root, and Node's own way to make one would try for ever.
      const nowhere = await run(['--exec', '/help'], { RAPPORTEUR_DATA: '/proc/none' })
      const empty = await run(['--serve'], { DATABASE_URL: database.url, SECRETARIAT: '' })

      expect(blocked).toMatchObject({ code: 1, err: expect.stringContaining('a file stands in its place') })
      expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('cannot be written') })
      expect(empty).toMatchObject({ code: 1, err: expect.stringContaining('Set SECRETARIAT to') })
      for (const { err } of [blocked, nowhere, empty]) expect(err).not.toMatch(/ {4}at |\[object/)
    } finally {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 400_000)
})

test('an older Node is told of in a sentence, whatever it lacks', async () => {
  const started =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } }); import('./src/start.js')"
  const { stderr, code } = await promisify(execFile)(process.execPath, ['-e', started], { cwd: root }).then(
    (ended) => ({ ...ended, code: 0 }),
    (error: { readonly stderr: string; readonly code: number }) => error,
  )

  expect(code).toBe(1)
  expect(stderr).toMatch(/^Rapporteur runs on Node 22\.18 or later, and this is Node 20\.1\.0\. .*\n$/)
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(engines.node).toBe('>=22.18')
})

describe('a setting that is wrong', () => {
  const unreadable = { DATABASE_URL: 'nonsense', PORT: '99999', LOG_LEVEL: 'loud' }
  const unusable = { SMTP_URL: 'smtp://localhost', ENCRYPTION_KEYS: 'too-short' }

  test.each([
    [['--exec', '/help'], unreadable, ['DATABASE_URL: give a Postgres address', 'PORT', 'LOG_LEVEL']],
    [['--exec', '/help'], unusable, ['set MAIL_FROM', 'fewer than 16 bytes']],
    [['--frobnicate'], {}, ['--frobnicate']],
    [['--now', 'yesterday'], {}, ['--now yesterday is not an instant']],
    [
      ['--exec', '/help'],
      { DATABASE_URL: 'postgres://somebody:hunter2@127.0.0.1:1/x' },
      ['No Postgres answers'],
    ],
  ])('%j with %j ends with a sentence about each', async (args, env, sentences) => {
    const ended = await run(args, env)

    expect(ended.code).toBe(1)
    for (const sentence of sentences) expect(ended.err).toContain(sentence)
    expect(ended.err).not.toMatch(/ {4}at |\[object/)
    expect(ended.err).not.toContain('hunter2')
  })

  test('a database of a newer program is refused', async () => {
    const database = await steadyDatabase()
    await database.store.pool.query(`insert into schema_migrations (number, name) values (99, 'tomorrow')`)
    const ended = await run(['--exec', '/help'], { DATABASE_URL: database.url })
    await database.drop()

    expect(ended.code).toBe(1)
    expect(ended.err).toContain('this program knows schemas up to')
    expect(ended.err).not.toContain('    at ')
  })
})

describe('a start with other people in SECRETARIAT', () => {
  test('says in its log by number who is out, and no name or address', async () => {
    const database = await emptyDatabase()
    const begin = (addresses: string) =>
      run(['--empty', '--as', 'ana@own.example', '--exec', '/wg list'], {
        DATABASE_URL: database.url,
        SECRETARIAT: addresses,
      })
    try {
      const first = await begin('ana@own.example,bea@own.example')
      const second = await begin('ana@own.example')
      const third = await begin('ana@own.example')

      expect([first.code, second.code, third.code]).toEqual([0, 0, 0])
      expect([first.err, third.err]).toEqual(['', ''])
      expect(second.err).toMatch(/"personIds":\[\d+\].*whoever SECRETARIAT no longer names is out/)
      expect(second.err).not.toMatch(/bea|own\.example/)
    } finally {
      await database.drop()
    }
  }, 400_000)
})
