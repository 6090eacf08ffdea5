import { afterEach, expect, test } from 'vitest'

import { claimNotices } from '../../../db/ledger/claims/claimNotices.ts'
import { tick } from '../../../src/delivery/ticks.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const lanes = 8

async function waiting(): Promise<readonly number[]> {
  const { rows } = await here.database.store.pool.query<{ id: string }>(
    `select id from notices where kind = 'invitation'
      and id in (select notice_id from waiting where claim is null) order by id`,
  )
  return rows.map(({ id }) => Number(id))
}

test.each([{ finds: true }, { finds: false }])(
  'thirty processes that are killed lose no notice and double none: each is said or told of (finds: $finds)',
  async ({ finds }) => {
    const said = new Set<string>()
    here = await world({
      ...(finds ? { find: async (key: string) => said.has(key) } : {}),
      async post(_, __, key) {
        if (said.has(key)) throw new Error(`${key} is said twice`)
        said.add(key)
      },
    })
    const { store } = here.database
    await store.pool.query(`
      insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
      select 'n' || n, (select id from people where email = '${focal('cted')}'), 'invitation', 'meeting:1',
        '{"summary":[{"kind":"text","text":"Come."}],"blocks":[]}', '2026-11-21T10:00:00Z', 'queued', now()
      from generate_series(1, 300) n`)
    let left = 0
    for (let kill = 0; kill < 30; kill += 1) {
      const inHand = (await waiting()).slice(0, lanes)
      for (const [lane, id] of inHand.entries()) {
        await claimNotices(store.kysely, [id], `${kill} ${lane}`, new Date('2026-11-21T12:00:00Z'))
        // Some had been said when it died, and some had not.
        if ((kill + lane) % 2 === 0) said.add(`n${id}`)
        else left += 1
      }
    }
    await here.turn('2026-11-21T12:02:00Z')
    const { rows } = await store.pool.query(
      `select state, count(*)::int as n from ledger where kind = 'invitation' group by state order by state`,
    )
    const deliveries = here.delivered.filter(
      ({ to, text }) => to === secretariat && text.includes('Something may not have arrived'),
    )
    const named = deliveries.flatMap(({ text }) => text.match(/CTED focal point: invitation, M1/g) ?? [])

    expect(left).toBe(120)
    expect(rows).toEqual(
      finds
        ? [{ state: 'sent', n: 300 }]
        : [
            { state: 'ambiguous', n: 240 },
            { state: 'sent', n: 60 },
          ],
    )
    expect(named).toHaveLength(finds ? 0 : 240)
  },
)

test('what a living process has had in hand for long is left to it', async () => {
  here = await world()
  const { store } = here.database
  const { rows } = await store.pool.query(`
    insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
    values ('n1', (select id from people where email = '${focal('cted')}'), 'invitation', 'meeting:1',
      '{"summary":[],"blocks":[]}', '2026-11-21T12:00:00Z', 'queued', now()) returning id`)
  await claimNotices(store.kysely, [Number(rows[0].id)], 'my hand', new Date('2026-11-21T12:00:00Z'))
  const services = { ...here.bot.services, hands: new Set(['my hand']) }
  here.clock.set(new Date('2026-11-21T12:11:00Z'))
  await tick(services)

  expect(
    (await store.pool.query('select claim from waiting where notice_id = $1', [rows[0].id])).rows,
  ).toEqual([{ claim: 'my hand' }])
  expect(
    (await store.pool.query('select queued_at from waiting where notice_id = $1', [rows[0].id])).rows,
  ).toEqual([{ queued_at: new Date('2026-11-21T12:00:00Z') }])
})

test('what two jobs name, as after a worker that died before it claimed it, is said once', async () => {
  here = await world()
  const { store } = here.database
  const { rows } = await store.pool.query<{ id: number; priority: number }>(`
    insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
    select 'n' || n, (select id from people where email = '${focal('cted')}'), 'invitation', 'meeting:1',
      '{"summary":[{"kind":"text","text":"Come."}],"blocks":[]}', '2026-11-21T12:00:00Z', 'queued', now()
    from generate_series(1, 40) n returning id, priority`)
  const { jobs } = here.bot.services
  await store.kysely.transaction().execute(async (trx) => {
    for (const notice of rows.flatMap((row) => [row, row])) await jobs.deliver(trx, [notice])
  })
  await here.bot.settle({ ticks: false })

  expect(here.delivered).toHaveLength(40)
  expect(new Set(here.delivered.map(({ key }) => key)).size).toBe(40)
})
