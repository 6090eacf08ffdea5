import { afterEach, beforeEach, expect, test } from 'vitest'

import { claimNotices } from '../../../db/ledger/claims/claimNotices.ts'
import { workspacesOf } from '../../../db/ledger/claims/workspaces.ts'
import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import { settleNotices } from '../../../db/ledger/notices.ts'
import { message } from '../../../src/core/message.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const now = new Date('2026-11-21T12:00:00Z')
const until = new Date('2026-11-21T12:01:00Z')

let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
})

afterEach(() => database.drop())

async function entered(...people: readonly number[]): Promise<readonly number[]> {
  const notices = people.map((personId, index) => ({
    ...{ key: `k${index}`, kind: 'test', subject: 'test:1', message: message('Hello'), personId },
  }))
  const queued = await database.store.kysely.transaction().execute((trx) => queueNotices(trx, notices, now))
  return queued.map(({ id }) => id)
}

async function recorded(ids: readonly number[]): Promise<readonly unknown[]> {
  const { rows } = await database.store.pool.query(
    'select state, fault, tries from ledger where id = any ($1) order by id',
    [ids],
  )
  return rows
}

test('a notice for somebody who has retired is given to nobody, and says why', async () => {
  const { kysely, pool } = database.store
  const ids = await entered(2, 1)
  await pool.query(`update people set retired_on = '2026-11-01' where id = 2`)
  const claimed = await claimNotices(kysely, ids, 'one', now)

  expect(claimed.map(({ id, name }) => [id, name !== ''])).toEqual([[ids[1], true]])
  expect(await recorded(ids)).toEqual([
    { state: 'dead', fault: 'the person has retired', tries: 1 },
    { state: 'queued', fault: null, tries: 0 },
  ])
})

test('the account on the platform used last is tried before one that was linked since, and a reply by mail counts for none', async () => {
  const { kysely, pool } = database.store
  const [id = 0] = await entered(1)
  await pool.query(`
    insert into identities (platform, tenant, account, person_id, linked_at, via)
    values ('teams', 'T', 'one', 1, '2026-01-01', 'sample'), ('slack', 'T', 'two', 1, '2026-02-01', 'sample')`)
  const linkedLast = await workspaces(id)
  await pool.query(`
    insert into audit (at, person_id, platform, account, command, outcome)
    values ('2026-11-20', 1, 'teams', 'one', 'profile', 'done'), ('2026-11-21', 1, 'mail', '-', 'meeting', 'done')`)
  const usedLast = await workspaces(id)
  const [claimed] = await claimNotices(kysely, [id], 'one', now)

  expect([linkedLast, usedLast]).toEqual(['slack T', 'teams T'])
  expect(claimed?.recipients.map(({ platform }) => platform)).toEqual(['teams', 'slack'])
})

async function workspaces(id: number): Promise<string | undefined> {
  const known = await database.store.kysely.transaction().execute((trx) => workspacesOf(trx, [id]))
  return known.get(id)
}

test('outcomes of all kinds that are recorded together stand each as it was', async () => {
  const { kysely } = database.store
  const ids = await entered(1, 1, 1)
  const [sent = 0, dead = 0, later = 0] = ids
  await claimNotices(kysely, ids, 'one', now)
  await settleNotices(
    kysely,
    [
      { id: later, hand: 'one', kind: 'later', until, counts: false },
      { id: dead, hand: 'one', kind: 'settled', state: 'dead', fault: 'nobody' },
      { id: sent, hand: 'one', kind: 'settled', state: 'sent', fault: null },
    ],
    now,
  )

  expect(await recorded(ids)).toEqual([
    { state: 'sent', fault: null, tries: 1 },
    { state: 'dead', fault: 'nobody', tries: 1 },
    { state: 'queued', fault: null, tries: 0 },
  ])
})
