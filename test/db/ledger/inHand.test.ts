import { afterEach, beforeEach, expect, test } from 'vitest'

import { forgetWords } from '../../../db/directory/personalData/forgetWords.ts'
import { claimNotices } from '../../../db/ledger/claims/claimNotices.ts'
import { keepInHand, recoverAbandoned } from '../../../db/ledger/claims/doubts.ts'
import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import { type ClaimedOutcome, requeueStale, settleNotices } from '../../../db/ledger/notices.ts'
import { message } from '../../../src/core/message.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const now = new Date('2026-11-21T12:00:00Z')
const soon = new Date('2026-11-21T12:01:00Z')
const later = new Date('2026-11-21T12:02:00Z')

let database: TestDatabase
let id: number

beforeEach(async () => {
  database = await testDatabase()
  const notice = { key: 'k', kind: 'test', subject: 'test:1', message: message('Hello'), personId: 1 }
  const [queued] = await database.store.kysely
    .transaction()
    .execute((trx) => queueNotices(trx, [notice], now))
  id = queued?.id ?? 0
})

afterEach(() => database.drop())

function claim(hand: string, at = now) {
  return claimNotices(database.store.kysely, [id], hand, at)
}

function recover(before: Date) {
  return database.store.kysely.transaction().execute((trx) => recoverAbandoned(trx, before, later, 9))
}

function givenBack(hand: string): ClaimedOutcome {
  return { id, hand, kind: 'later', until: soon, counts: true }
}

async function row(): Promise<unknown> {
  const { rows } = await database.store.pool.query(
    `select state, tries, (select claim from waiting where notice_id = n.id) as hand from ledger n`,
  )
  return rows[0]
}

test('whoever gives a notice back late leaves it in the hand that has it meanwhile', async () => {
  const { kysely } = database.store
  await claim('one')
  await recover(soon)
  await claim('two')
  await settleNotices(kysely, [givenBack('one')], later)

  expect(await row()).toEqual({ state: 'queued', tries: 1, hand: 'two' })
  expect(await claim('three')).toEqual([])
})

test('whoever gives a notice back after another has said it does not have it said again', async () => {
  const { kysely } = database.store
  await claim('one')
  await recover(soon)
  await claim('two')
  await settleNotices(kysely, [{ id, hand: 'two', kind: 'settled', state: 'sent', fault: null }], later)
  await settleNotices(kysely, [givenBack('one')], later)

  expect(await row()).toEqual({ state: 'sent', tries: 2, hand: null })
})

test('an outcome that is recorded twice counts as one try', async () => {
  const { kysely } = database.store
  await claim('one')
  await settleNotices(kysely, [givenBack('one')], now)
  await settleNotices(kysely, [givenBack('one')], now)

  expect(await row()).toEqual({ state: 'queued', tries: 1, hand: null })
})

test('what a dead process had in hand is queued anew, in doubt since it last lived', async () => {
  const { kysely, pool } = database.store
  await claim('one')
  await keepInHand(kysely, ['one'], soon)

  expect(await recover(soon)).toEqual([])
  expect(await recover(later)).toEqual([{ id, priority: 1 }])
  expect(await row()).toEqual({ state: 'queued', tries: 1, hand: null })
  const { rows } = await pool.query('select doubt_since from notices')
  expect(rows).toEqual([{ doubt_since: soon }])
})

test('a process of the version before gets nothing that a newer one has in hand', async () => {
  const former = () =>
    database.store.pool.query(
      `update notices set state = 'sending', tries = tries + 1, sent_at = $1, claim = 'old' where state = 'queued'`,
      [now],
    )
  await claim('one')

  await expect(former()).rejects.toThrow('in the hand of a newer process')
  await settleNotices(database.store.kysely, [givenBack('one')], now)
  expect((await former()).rowCount).toBe(1)
  expect(await claim('two')).toEqual([])
  expect(await recover(soon)).toEqual([{ id, priority: 1 }])
})

test('what was sent is so for good: it is given to nobody, not even to a process of the version before', async () => {
  const { kysely, pool } = database.store
  await claim('one')
  const sent: ClaimedOutcome = { id, hand: 'one', kind: 'settled', state: 'sent', fault: null }
  await settleNotices(kysely, [sent], now)
  // As where the first answer was lost.
  await settleNotices(kysely, [sent], soon)
  const former = pool.query(`update notices set state = 'sending', claim = 'old' where state = 'queued'`)

  await expect(former).rejects.toThrow('in the hand of a newer process')
  expect(await claim('two', later)).toEqual([])
  expect(await recover(later)).toEqual([])
  expect(await kysely.transaction().execute((trx) => requeueStale(trx, later, later, 9))).toEqual([])
  const { rows } = await pool.query('select state, sent_at from ledger')
  expect(rows).toEqual([{ state: 'sent', sent_at: now }])
})

test('what was said after all counts as sent, although another who has it meanwhile does not know so', async () => {
  const { kysely, pool } = database.store
  await claim('one')
  await recover(soon)
  await claim('two', later)
  await settleNotices(kysely, [{ id, hand: 'two', kind: 'settled', state: 'ambiguous', fault: 'why' }], later)
  await settleNotices(kysely, [{ id, hand: 'one', kind: 'settled', state: 'sent', fault: null }], later)
  const { rows } = await pool.query('select state, fault from ledger')

  expect(rows).toEqual([{ state: 'sent', fault: null }])
})

test('what waits for longer than a worker takes is queued anew, but not what is in a hand', async () => {
  const { kysely } = database.store
  const requeue = () => kysely.transaction().execute((trx) => requeueStale(trx, soon, later, 9))
  await claim('one')
  expect(await requeue()).toEqual([])
  await settleNotices(kysely, [{ id, hand: 'one', kind: 'later', until: now, counts: false }], now)

  expect(await requeue()).toEqual([{ id, priority: 1 }])
  expect(await requeue()).toEqual([])
})

test('what is said to somebody at the moment when they are forgotten stays in the ledger without its words', async () => {
  const { kysely, pool } = database.store
  await claim('one')
  await kysely.transaction().execute((trx) => forgetWords(trx, [1]))
  const { rows } = await pool.query('select body from notices')

  expect(rows).toEqual([{ body: { summary: [], blocks: [] } }])
})
