import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { platforms } from '../../adapters/index.ts'
import { compiled } from '../support/clones/compiled.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { killAll, start } from '../support/processes.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'rapporteur-outside-'))
const index = join(copy, 'adapters/index.ts')
let database: TestDatabase
const before = readFileSync(join(root, 'adapters/index.ts'), 'utf8')

beforeAll(async () => {
  database = await testDatabase()
  for (const part of ['adapters', 'commands', 'db', 'src', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(async () => {
  await killAll()
  await database.drop()
  rmSync(copy, { recursive: true, force: true })
})

function moveIn(): void {
  for (const file of ['index.ts', 'platform.ts']) {
    cpSync(join(root, 'test/outside', file), join(copy, 'adapters/echo', file))
  }
  const [first = '', ...rest] = before.split('\n')
  const listed = rest.join('\n').replace(/(: readonly Platform\[\] = \[)/, '$1echo, ')
  writeFileSync(index, `${first}\nimport { echo } from './echo/platform.ts'\n${listed}`)
}

function moveOut(): void {
  rmSync(join(copy, 'adapters/echo'), { recursive: true })
  writeFileSync(index, before)
}

/** What a program of the copy prints. */
function run(program: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [`src/tools/${program}.ts`, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, ...compiled },
  })
}

test('a platform moves in with its folder and one line, and out again', { timeout: 120_000 }, async () => {
  const env = { ECHO_SAYS: '/help', DATABASE_URL: database.url, RAPPORTEUR_DATA: join(copy, 'data') }
  moveIn()
  const served = start(['--serve'], env, { cwd: copy })
  await served.until((lines) => lines.includes('Rapporteur serves echo.'))
  expect(served.lines.find((line) => line.startsWith('echo '))).toMatch(/^echo done: .*\/profile link/)
  served.process.kill('SIGTERM')
  expect(await served.ended).toBe(0)

  const wrong = start(['--serve'], { ...env, ECHO_SAYS: 'nothing' }, { cwd: copy })
  expect(await wrong.ended).toBe(1)
  expect(wrong.errors.join('')).toBe('These settings are wrong:\n  ECHO_SAYS: give a line to say.\n')

  run('artifacts')
  expect(readFileSync(join(copy, 'adapters/echo/features.json'), 'utf8')).toContain('"meeting"')
  expect(run('manifest', 'echo', 'as', 'told')).toMatch(/^\d+ as told\n$/)

  moveOut()
  run('artifacts', '--check')
  expect(existsSync(join(copy, 'adapters/echo'))).toBe(false)
  const alone = start(['--exec', '/help'], env, { cwd: copy })
  expect(await alone.ended).toBe(0)
  expect(alone.lines.join('\n')).not.toContain('echo')
})

test('the house names no platform of its own outside of its list', () => {
  const rooms = [
    'src/main.ts',
    'src/settings/settings.ts',
    'src/tools/artifacts.ts',
    'src/tools/platformProgram.ts',
  ]
  for (const file of rooms) {
    const text = readFileSync(join(root, file), 'utf8').toLowerCase()
    for (const { name } of platforms) expect(text, file).not.toContain(name)
  }
})
