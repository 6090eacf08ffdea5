import { expect, test } from 'vitest'

import { failedNotices, lockFailed } from '../../../db/ledger/undelivered.ts'
import { whyUnsent } from '../../../src/core/feature/whyUnsent.ts'
import { inFreshWorld } from '../../support/lines/inFreshWorld.ts'

test('what is left unsaid on purpose is no failure, and is never sent again', async () => {
  await inFreshWorld('2026-11-24T12:00:00Z', async (here) => {
    const { kysely, pool } = here.database.store
    for (const [at, fault] of [...Object.values(whyUnsent), 'the far side said no'].entries())
      await pool.query(
        `insert into notices (key, person_id, kind, subject, body, queued_at, state, fault, created_at)
         select 'k' || $1, min(id), 'test', 'test:1', '{"summary":[],"blocks":[]}', now(), 'dead', $2, '2026-11-24'
         from people`,
        [at, fault],
      )
    const failed = await failedNotices(kysely, new Date('2026-11-23T00:00:00Z'), 50)
    expect(failed.map(({ fault }) => fault)).toEqual(['the far side said no'])
    const { rows } = await pool.query<{ id: number }>(
      "select id from notices where key like 'k%' order by id",
    )
    const locked = await kysely
      .transaction()
      .execute((trx) => Promise.all(rows.map(({ id }) => lockFailed(trx, id))))
    expect(locked.filter((one) => one !== undefined)).toHaveLength(1)
  })
})
