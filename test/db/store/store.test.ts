import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchDirectory } from '../../../db/directory/find/search.ts'
import { identify } from '../../../db/directory/identify.ts'
import { linkIdentity, unlinkIdentity } from '../../../db/directory/identities.ts'
import { claimNotices } from '../../../db/ledger/claims/claimNotices.ts'
import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import { settleNotices } from '../../../db/ledger/notices.ts'
import { keepAnswer, sweepReceipts, takeReceipt } from '../../../db/ledger/receipts.ts'
import type { Store } from '../../../db/store/connect.ts'
import { message } from '../../../src/core/message.ts'
import { embeddedStore } from '../../support/clones/embedded.ts'
import { testDatabase } from '../../support/database.ts'

const now = new Date('2026-11-21T12:00:00Z')
const kinds = ['people', 'entities', 'groups'] as const

const stores = {
  'a server': async () => {
    const { store, drop } = await testDatabase()
    return { store, end: drop }
  },
  'the embedded store': async () => {
    const store = await embeddedStore()
    return { store, end: () => store.close() }
  },
}

describe.each(Object.entries(stores))('the store on %s', (_, open) => {
  let store: Store
  let end: () => Promise<void>
  beforeAll(async () => {
    ;({ store, end } = await open())
  })
  afterAll(() => end())

  test('gives days as days, instants as instants and counts as numbers', async () => {
    const { rows } = await store.pool.query(
      `select date '2022-03-01' as day, timestamptz '2022-03-01 10:00+02' as at, 5::bigint as n`,
    )

    expect(rows).toEqual([{ day: '2022-03-01', at: new Date('2022-03-01T08:00:00Z'), n: 5 }])
  })

  test('finds what is misspelt, without regard to accents, an exact acronym first', async () => {
    const labels = async (query: string) =>
      (await searchDirectory(store.kysely, { query, kinds, limit: 10 })).map((hit) => hit.label)

    expect((await labels('who'))[0]).toBe('WHO')
    expect(await labels('intrpol')).toContain('INTERPOL')
    expect(await labels('réfugiés')).toContain('UNHCR')
    expect(await labels('%')).toEqual([])
  })

  test('knows a person by the link of an account, else by the e-mail that is vouched for', async () => {
    const account = { platform: 'slack', tenant: 'T1', account: 'U1' }
    const vouched = await identify(
      store.kysely,
      { ...account, vouchedEmail: 'Focal.INTERPOL@compact.example' },
      now,
    )
    const personId = vouched?.personId ?? 0
    await store.kysely
      .transaction()
      .execute((trx) => linkIdentity(trx, { ...account, personId, via: 'platform' }, now))
    const linked = await identify(store.kysely, { ...account, vouchedEmail: null }, now)
    await store.kysely.transaction().execute((trx) => unlinkIdentity(trx, account, now))

    expect(vouched?.roles).toContainEqual({
      groupId: expect.any(Number),
      groupAcronym: 'ETCIP',
      role: 'chair',
    })
    expect(vouched?.linked).toBe(false)
    expect(linked).toEqual({ ...vouched, linked: true })
    expect(await identify(store.kysely, { ...account, vouchedEmail: null }, now)).toBeNull()
  })

  test('enters a delivery once, and gives its answer to the second', async () => {
    const receipt = { platform: 'slack', tenant: 'T1', deliveryId: 'E1' }
    const first = await store.kysely.transaction().execute(async (trx) => {
      const taken = await takeReceipt(trx, receipt, now)
      await keepAnswer(trx, receipt, { text: 'done' })
      return taken
    })
    const second = await store.kysely.transaction().execute((trx) => takeReceipt(trx, receipt, now))
    await sweepReceipts(store.kysely, new Date('2026-11-22T12:00:00Z'))
    const swept = await store.kysely.transaction().execute((trx) => takeReceipt(trx, receipt, now))

    expect(first).toEqual({ kind: 'new' })
    expect(second).toEqual({ kind: 'seen', answer: { text: 'done' } })
    expect(swept).toEqual({ kind: 'new' })
  })

  test('claims a notice for one worker, and says that it is in hand', async () => {
    const notice = { key: 'k1', personId: 1, kind: 'test', subject: 'test:1', message: message('Hello') }
    const [{ id } = { id: 0 }] = await store.kysely
      .transaction()
      .execute((trx) => queueNotices(trx, [notice, notice], now))
    const again = await store.kysely.transaction().execute((trx) => queueNotices(trx, [notice], now))
    const claims = await Promise.all([
      claimNotices(store.kysely, [id], 'one', now),
      claimNotices(store.kysely, [id], 'two', now),
    ])
    const hands = () =>
      store.pool.query('select count(claim)::int as n from waiting where notice_id = $1', [id])
    const claimed = await hands()
    await settleNotices(store.kysely, [{ id, hand: 'one', kind: 'settled', state: 'sent', fault: null }], now)

    expect(again).toEqual([])
    expect(claims.flat()).toHaveLength(1)
    expect(claimed.rows).toEqual([{ n: 1 }])
    expect((await hands()).rows).toEqual([{ n: 0 }])
    expect(await claimNotices(store.kysely, [id], 'three', now)).toEqual([])
  })

  test('gives a notice again to the hand that claimed it and did not hear so', async () => {
    const notice = { key: 'k2', personId: 1, kind: 'test', subject: 'test:2', message: message('Hello') }
    const [{ id } = { id: 0 }] = await store.kysely
      .transaction()
      .execute((trx) => queueNotices(trx, [notice], now))
    await claimNotices(store.kysely, [id], 'one', now)

    expect((await claimNotices(store.kysely, [id], 'one', now))[0]?.message).toEqual(message('Hello'))
    expect(await claimNotices(store.kysely, [id], 'two', now)).toEqual([])
  })

  test('gives no notice to anybody from the moment on when it is useless', async () => {
    const notice = { personId: 1, kind: 'test', subject: 'test:3', message: message('Hello') }
    const uselessAfter = new Date(now.getTime() + 60_000)
    const [early = 0, late = 0] = (
      await store.kysely.transaction().execute((trx) =>
        queueNotices(
          trx,
          [
            { ...notice, key: 'k3', uselessAfter },
            { ...notice, key: 'k4', uselessAfter },
          ],
          now,
        ),
      )
    ).map(({ id }) => id)

    expect((await claimNotices(store.kysely, [early], 'one', now))[0]?.uselessAfter).toEqual(uselessAfter)
    expect(await claimNotices(store.kysely, [late], 'one', uselessAfter)).toEqual([])
    const { rows } = await store.pool.query('select state, fault from ledger where id = $1', [late])
    expect(rows).toEqual([{ state: 'dead', fault: 'it would have come too late to be of use' }])
  })
})

describe('receipts under real concurrency', () => {
  test('a second delivery waits for the first one’s transaction and gets its answer', async () => {
    const { store, drop } = await testDatabase()
    const receipt = { platform: 'slack', tenant: 'T1', deliveryId: 'E9' }
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = store.kysely.transaction().execute(async (trx) => {
      await takeReceipt(trx, receipt, now)
      await held
      await keepAnswer(trx, receipt, 'answered')
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    let done = false
    const second = store.kysely
      .transaction()
      .execute((trx) => takeReceipt(trx, receipt, now))
      .finally(() => {
        done = true
      })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const waited = !done
    release()
    await first

    expect(waited).toBe(true)
    expect(await second).toEqual({ kind: 'seen', answer: 'answered' })
    await drop()
  })
})

test('a server compiles no statement, since none runs for so long that it would pay', async () => {
  const { store, drop } = await testDatabase()
  const { rows } = await store.pool.query('show jit')
  await drop()

  expect(rows).toEqual([{ jit: 'off' }])
})
