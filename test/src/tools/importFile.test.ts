import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { compiled } from '../../support/clones/compiled.ts'
import { emptyDatabase, type TestDatabase } from '../../support/database.ts'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

describe('an operator imports a file', () => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await emptyDatabase()
    folder = await mkdtemp(join(tmpdir(), 'import-'))
    await writeFile(join(folder, 'entities.csv'), 'acronym,name\nNHO,Northern Health Office\n')
    await writeFile(join(folder, 'wrong.csv'), 'acronym,name,joined\nNHX,Another,the day of days\n')
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true })
  })

  function run(...args: readonly string[]): Promise<Ran> {
    return new Promise((resolve) => {
      const env = {
        ...compiled,
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: database.url,
        SECRETARIAT: 'a@made.example,b@made.example',
      }
      execFile(process.execPath, ['src/tools/importFile.ts', ...args], { env }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      })
    })
  }

  const acronyms = async () =>
    (await database.store.kysely.selectFrom('entities').select('acronym').execute()).map((one) => one.acronym)

  test('a dry run says what it would change and changes nothing', async () => {
    const { code, out } = await run(join(folder, 'entities.csv'), '--dry-run')

    expect(code).toBe(0)
    expect(out).toContain('entities.csv: 1 entity new')
    expect(await acronyms()).toEqual([])
  })

  test('takes it over for the first of the secretariat or whoever is named, and again changes nothing', async () => {
    const first = await run(join(folder, 'entities.csv'), '--as', 'b@made.example')
    expect(first).toMatchObject({ code: 0 })
    expect(first.out).toContain('Imported entities.csv: 1 entity new')
    expect(await acronyms()).toEqual(['NHO'])

    const second = await run(join(folder, 'entities.csv'))
    expect(second).toMatchObject({ code: 0 })
    expect(second.out).toContain('1 unchanged')
  })

  test('a mistake, a missing file, a stranger and no file at all end with 1 and a sentence', async () => {
    const wrong = await run(join(folder, 'wrong.csv'))
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain('Row 2, joined')
    expect(await run(join(folder, 'none.csv'))).toMatchObject({ code: 1 })
    const stranger = await run(join(folder, 'entities.csv'), '--as', 'x@made.example')
    expect(stranger).toMatchObject({ code: 1 })
    expect(stranger.err).toContain('x@made.example is not of the secretariat')
    expect((await run()).err).toContain('npm run import -- FILE')
    expect(await acronyms()).toEqual(['NHO'])
  })

  test('dates that may be two days are settled by --dates, which is named where it is missing', async () => {
    const file = join(folder, 'dates.csv')
    await writeFile(file, 'acronym,name,joined\nSHO,Southern Health Office,12/11/2024\n')

    const asked = await run(file)
    expect(asked.code).toBe(1)
    expect(asked.err).toContain('--dates day-first or --dates month-first')
    expect((await run(file, '--dates', 'year-first')).err).toContain('npm run import -- FILE')
    expect(await acronyms()).toEqual(['NHO'])

    const taken = await run(file, '--dates', 'day-first')
    expect(taken.out).toContain('Imported dates.csv: 1 entity new')
  })
})
