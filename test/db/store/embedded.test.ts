import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../../db/migrations/index.ts'
import { loadSample } from '../../../db/samples/compact.ts'
import { openDatabase } from '../../../db/store/connect.ts'
import { unwritable } from '../../../db/store/embedded/lock.ts'
import { type PackedStore, packedFile, readPacked } from '../../../db/store/embedded/packed.ts'
import { migrate } from '../../../db/store/migrate.ts'
import { StartError } from '../../../src/core/errors.ts'
import { embeddedStore, packed } from '../../support/clones/embedded.ts'

describe('the embedded store’s folder', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-folder-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('on a disk that has become full is told of in a sentence, and leaves no lock', async () => {
    const dataDir = join(folder, 'full', 'store')
    mkdirSync(dataDir, { recursive: true })
    // What is written for the lock goes to a disk that is always full.
    symlinkSync('/dev/full', `${dataDir}.lock.${process.pid}`)

    const opened = openDatabase({ dataDir })
    await expect(opened).rejects.toThrow(StartError)
    await expect(opened).rejects.toThrow(`The disk that holds ${dataDir} is full.`)
    expect(existsSync(`${dataDir}.lock`)).toBe(false)
  })

  test('that the embedded store cannot open is told of in a sentence', () => {
    expect(unwritable('/data/store', new Error('PGlite failed to initialize properly'))).toEqual(
      new StartError(
        'The embedded store in /data/store cannot be opened. Is the disk full, or the folder damaged?',
      ),
    )
  })

  test('is refused while another process has it, and taken over once that process has died', async () => {
    const dataDir = join(folder, 'taken', 'store')
    mkdirSync(dataDir, { recursive: true })
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    writeFileSync(`${dataDir}.lock`, String(other.pid))

    await expect(openDatabase({ dataDir })).rejects.toThrow(
      new RegExp(`in use by process ${other.pid}\\. Stop that process first`),
    )
    expect(existsSync(`${dataDir}.lock`)).toBe(true)

    const ended = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await ended
    const store = await openDatabase({ dataDir, packed })
    expect(readFileSync(`${dataDir}.lock`, 'utf8')).toBe(String(process.pid))
    await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(StartError)
    await store.close()

    expect(existsSync(`${dataDir}.lock`)).toBe(false)
  })

  test('is filled from a packed store, and in the ordinary way where that one is damaged', async () => {
    if (!existsSync(await packedFile(packed))) await embeddedStore().then((store) => store.close())
    const own: PackedStore = { ...packed, path: join(folder, 'packed', 'store.tar') }
    const file = await packedFile(own)
    mkdirSync(dirname(file))
    copyFileSync(await packedFile(packed), file)
    const open = async (name: string) => {
      const store = await openDatabase({ dataDir: join(folder, name), packed: own })
      await migrate(store)
      return { store, loaded: await loadSample(store) }
    }
    const first = await open('first')
    const people = await first.store.pool.query('select count(*)::int as n from people')
    await first.store.close()
    writeFileSync(file, 'no archive at all'.repeat(100))
    const second = await open('second')
    rmSync(file)
    await second.store.pack()
    await second.store.close()
    expect(first.loaded).toBe(false)
    expect(second.loaded).toBe(true)
    expect(readPacked(file)).toBeDefined()
    expect(people.rows).toEqual([{ n: 46 }])
  })

  test('whose making was broken off is made anew', async () => {
    const dataDir = join(folder, 'broken')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'PG_VERSION'), '18')
    writeFileSync(`${dataDir}.unfinished`, '')
    const store = await embeddedStore(dataDir)
    await store.close()

    expect(existsSync(`${dataDir}.unfinished`)).toBe(false)
  })

  test('that holds somebody’s own files is refused and left as it is', async () => {
    const dataDir = join(folder, 'own')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'letter.txt'), 'mine')

    await expect(openDatabase({ dataDir })).rejects.toThrow(/holds letter\.txt, which is not part of a store/)
    expect(readFileSync(join(dataDir, 'letter.txt'), 'utf8')).toBe('mine')
    expect(existsSync(`${dataDir}.lock`)).toBe(false)
  })

  test('a migration that fails leaves the one connection in order', async () => {
    const store = await embeddedStore()
    const broken = [
      ...migrations,
      { number: 1000, name: 'broken', sql: 'create table half (id int); select nonsense' },
    ]

    await expect(migrate(store, broken)).rejects.toThrow('nonsense')
    const half = await store.pool.query(`select to_regclass('half') as half`)
    await store.close()

    expect(half.rows).toEqual([{ half: null }])
  })
})

test('a queue of statements in the embedded store holds up no timer until it is empty', async () => {
  const store = await embeddedStore()
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, 5)
  const queue = Array.from({ length: 40 }, async () => {
    for (let left = 3; left > 0; left -= 1) {
      await store.pool.query('select count(*) from generate_series(1, 2000)')
    }
  })
  await Promise.all(queue)
  clearInterval(timer)
  await store.close()

  expect(ticks).toBeGreaterThan(2)
})
