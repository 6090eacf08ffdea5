import { afterEach, expect, test } from 'vitest'

import { DeliveryError } from '../../../src/core/errors.ts'
import { focal, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

async function alerts(): Promise<readonly string[]> {
  const { rows } = await here.database.store.pool.query(
    "select distinct split_part(key, ':', 2) as what from notices where key like 'alert:%' order by 1",
  )
  return rows.map(({ what }) => what)
}

const line = '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"'

test('what was tried for long enough is given up, and the secretariat is told so once', async () => {
  here = await world({
    async post() {
      throw new DeliveryError('The platform could not be reached.', { kind: 'retryable', afterSeconds: 0 })
    },
  })
  await here.say(focal('interpol'), line)
  await here.bot.settle({ ticks: false })
  const { rows } = await here.database.store.pool.query(
    "select distinct state, fault from ledger where kind = 'invitation'",
  )

  expect(rows).toEqual([{ state: 'dead', fault: 'The platform could not be reached.' }])
  expect(await alerts()).toEqual(['tired'])
})

test('what may or may not have arrived is not repeated, and the secretariat is told of the doubt', async () => {
  let first = true
  here = await world({
    async post() {
      if (!first) return
      first = false
      throw new Error('the connection ended')
    },
  })
  await here.say(focal('interpol'), line)
  await here.bot.settle({ ticks: false })

  expect(await alerts()).toEqual(['doubt'])
  expect(here.delivered.some(({ text }) => text.includes('Something may not have arrived'))).toBe(true)
})

test('an alert that may or may not have arrived is said again, as what may have been told already', async () => {
  let failures = 0
  here = await world({
    async post(_, { summary }) {
      if (failures === 2) return
      const alerts = JSON.stringify(summary).includes('may not have arrived')
      if (failures === 0 || alerts) {
        failures += 1
        throw new Error('the connection ended')
      }
    },
  })
  await here.say(focal('interpol'), line)
  await here.bot.settle({ ticks: false })

  const texts = here.delivered.map(({ text }) => text).filter((text) => text.includes('may not have arrived'))
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatch(/^You may have been told this already\. Something may not have arrived/)
})

test('an alert that never certainly arrives is said three times and no more', async () => {
  here = await world({
    async post() {
      throw new Error('the connection ended')
    },
  })
  await here.say(focal('interpol'), line)
  for (let minute = 0; minute < 3; minute += 1) await here.bot.settle({ ticks: false })
  const { rows } = await here.database.store.pool.query(
    "select count(*)::int as said from notices where key like 'alert:doubt:%' group by person_id, split_part(key, ':', 3)",
  )

  expect(new Set(rows.map(({ said }) => said))).toEqual(new Set([3]))
})

test('an alert of which five processes died one after the other is said by the sixth', async () => {
  let deaths = 0
  here = await world({
    async post(_, { summary }, key) {
      const isAlert = JSON.stringify(summary).includes('may not have arrived')
      if (!isAlert && deaths > 0) return
      if (deaths === 6) return
      deaths += 1
      if (isAlert)
        await here.database.store.pool.query('update notices set doubt_since = now() where id = $1', [
          key.slice(1),
        ])
      throw new Error('the process ended')
    },
  })
  await here.say(focal('interpol'), line)
  await here.bot.settle({ ticks: false })

  const texts = here.delivered.map(({ text }) => text).filter((text) => text.includes('may not have arrived'))
  expect(deaths).toBe(6)
  expect(texts).toHaveLength(1)
  expect(texts[0]?.match(/You may have been told this already/g)).toHaveLength(1)
})

test.each([
  { seconds: 3_600, reminder: 'dead' },
  { seconds: 120, reminder: 'queued' },
])(
  'what has to wait for $seconds s is said then, and a meeting’s reminder is $reminder',
  async ({ seconds, reminder }) => {
    here = await world({
      now: '2026-12-12T12:00:00Z',
      async post() {
        throw new DeliveryError('Nothing may be said there yet.', { kind: 'paced', afterSeconds: seconds })
      },
    })
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:2026-12-12T14:00')
    await here.turn('2026-12-12T12:45:00Z')
    const { rows } = await here.database.store.pool.query(
      `select distinct kind, state from ledger where subject like 'meeting:%' order by 1, 2`,
    )

    expect(rows).toEqual([
      { kind: 'invitation', state: 'queued' },
      { kind: 'reminder', state: reminder },
    ])
    expect(await alerts()).toEqual([])
  },
)
