import { afterEach, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const letter = (to: string, more: Partial<Letter> = {}): Letter => ({
  ...{ to, subject: 'Invitation: Plenary', text: 'Come.' },
  ...more,
})

async function send(letters: readonly Letter[]): Promise<void> {
  const { services } = here.bot
  await services.store.kysely.transaction().execute((trx) => services.jobs.mail(trx, letters))
  await services.jobs.drain()
}

/** Whatever waits for another try is due now; resolves once it was tried so many times. */
async function tryAgain(times: number): Promise<void> {
  for (let tries = 0; tries < times; tries += 1) {
    await here.database.store.pool.query(
      "update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'",
    )
    await here.bot.services.jobs.drain()
  }
}

const toldSecretariat = () => here.delivered.filter(({ to }) => to === secretariat).map(({ text }) => text)

test('a letter for which the mail server has no time is tried for a day, and the secretariat hears of it soon and at the end', async () => {
  let tries = 0
  here = await world({
    async mailer() {
      tries += 1
      throw Object.assign(new Error('451 Try again later'), { responseCode: 451 })
    },
  })
  await send([letter('reader@un.example', { name: 'Reader of WHO' })])
  await tryAgain(5)
  const early = toldSecretariat()
  await tryAgain(1)
  const soon = toldSecretariat()
  await tryAgain(40)

  expect(early).toEqual([])
  expect(soon).toEqual([
    'Letters wait, “Invitation: Plenary” to Reader of WHO for one: the mail server does not take it. Each is tried again for about a day. 451 Try again later',
  ])
  expect(tries).toBe(33)
  expect(toldSecretariat().slice(1)).toEqual([
    '“Invitation: Plenary” could not be sent to Reader of WHO, and is not tried again: 451 Try again later',
  ])
})

test('what is tried last is tried an hour after what was tried before', async () => {
  here = await world({
    async mailer() {
      throw Object.assign(new Error('451 Try again later'), { responseCode: 451 })
    },
  })
  await send([letter('reader@un.example')])
  await tryAgain(25)
  const { rows } = await here.database.store.pool.query<{ wait: number }>(
    "select extract(epoch from start_after - now())::int as wait from pgboss.job where name = 'mail'",
  )

  expect(rows[0]?.wait).toBeGreaterThan(3_500)
  expect(rows[0]?.wait).toBeLessThanOrEqual(3_600)
})

test('a calendar letter that is refused for good is told to the secretariat, a guest without their address', async () => {
  here = await world({
    async mailer() {
      throw Object.assign(new Error('550 No such user'), { responseCode: 550 })
    },
  })
  await send([letter('guest@un.example', { name: 'a guest' })])

  expect(toldSecretariat()).toEqual([
    '“Invitation: Plenary” could not be sent to a guest, and is not tried again: 550 No such user',
  ])
})

test('while a slow mail server takes a letter the others are in no worker’s hand, so none is sent twice', async () => {
  const inHand: number[] = []
  here = await world({
    async mailer() {
      const { rows } = await here.database.store.pool.query<{ n: number }>(
        "select count(*)::int as n from pgboss.job where name = 'mail' and state = 'active'",
      )
      inHand.push(rows[0]?.n ?? 0)
    },
  })
  await send(['a', 'b', 'c'].map((name) => letter(`${name}@un.example`)))

  expect(inHand).toEqual([1, 1, 1])
})
