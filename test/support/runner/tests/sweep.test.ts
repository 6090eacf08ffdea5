import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { serverFolder, sweepServers } from '../sweep.ts'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'rapporteur-sweep-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** A process that has ended. */
const ended = () => spawnSync(process.execPath, ['--version']).pid

test('the server of a run that was killed is removed, and that of one that goes on stays', () => {
  const [killed, running, other] = [
    serverFolder(parent, ended()),
    serverFolder(parent),
    join(parent, 'rapporteur-postgres-mine'),
  ]
  for (const folder of [killed, running, other]) mkdirSync(folder)
  // The number of a process that is not a server of ours, as it may come to be.
  writeFileSync(join(killed, 'postmaster.pid'), `${process.pid}\n${killed}\n`)

  sweepServers([parent, join(parent, 'none')])

  expect([killed, running, other].map((folder) => existsSync(folder))).toEqual([false, true, true])
})
