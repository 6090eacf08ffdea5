import { afterEach, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { createBot } from '../../../../src/bot/bot.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { message, rich } from '../../../../src/core/message.ts'
import { alertSecretariat } from '../../../../src/delivery/alert.ts'
import { createLog } from '../../../../src/process/log.ts'
import { until } from '../../../support/runner/until.ts'
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

test('a letter of which nobody knows whether it was taken is tried again under the same id, and another letter has its own', async () => {
  const ids: (string | undefined)[] = []
  here = await world({
    async mailer({ id }) {
      ids.push(id)
      if (ids.length < 3)
        throw Object.assign(new Error('Connection closed'), { code: 'ECONNECTION', command: 'DATA' })
    },
  })
  await send([letter('reader@un.example')])
  await tryAgain(2)
  await send([letter('reader@un.example')])

  expect(ids).toHaveLength(4)
  expect(ids[0]).toMatch(/^letter\.[\w-]{20,}$/)
  expect(new Set(ids.slice(0, 3)).size).toBe(1)
  expect(ids[3]).not.toBe(ids[0])
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

test('a mail server that says nothing for minutes holds up no reminder that goes by chat', async () => {
  const { promise: silence, resolve: answer } = Promise.withResolvers<void>()
  let asked = false
  here = await world({
    mailer() {
      asked = true
      return silence
    },
  })
  const { services } = here.bot
  const { store, jobs } = services
  await store.kysely.transaction().execute((trx) => jobs.mail(trx, [letter('reader@un.example')]))
  jobs.wake()
  try {
    await until(() => expect(asked).toBe(true))
    await alertSecretariat(services, 'test', message(rich`The room has moved.`))
    await until(() => expect(toldSecretariat()).toEqual(['The room has moved.']))
  } finally {
    answer()
  }
})

test('a newsletter to many readers waits for an invitation, and both for a code that somebody sits and waits for', async () => {
  const sent: string[] = []
  here = await world({
    async mailer({ to }) {
      sent.push(to)
    },
  })
  const unsubscribe = 'https://newsletter.example/off'
  const { rows } = await here.database.store.pool.query<{ id: number }>(
    `insert into link_codes (platform, tenant, account, email, person_id, expires_at)
     select 'terminal', 'local', 'new', 'new@un.example', min(id), now() + interval '1 hour' from people
     returning id`,
  )
  const [codeId] = rows.map(({ id }) => id)
  await send([
    letter('first@un.example', { unsubscribe }),
    letter('second@un.example', { unsubscribe }),
    letter('guest@un.example'),
    { ...letter('new@un.example'), ...(codeId === undefined ? {} : { codeId }) },
  ])

  expect(sent).toEqual(['new@un.example', 'guest@un.example', 'first@un.example', 'second@un.example'])
})

test('a letter that waits for a silent mail server keeps nobody waiting at a start', async () => {
  const { promise: silence, resolve: answer } = Promise.withResolvers<void>()
  here = await world({ mailer: () => silence })
  const { store, jobs } = here.bot.services
  await store.kysely.transaction().execute((trx) => jobs.mail(trx, [letter('reader@un.example')]))
  const next = createBot({
    ...{ features, store, clock: here.clock, log: createLog('silent') },
    mailer: () => silence,
  })
  try {
    await next.start()
    await until(async () => expect(await waitingLetters()).toBe(0))
  } finally {
    answer()
    await next.stop()
  }
})

/** Letters that no process has in hand. */
async function waitingLetters(): Promise<number> {
  const { rows } = await here.database.store.pool.query<{ count: number }>(
    "select count(*)::int as count from pgboss.job where name = 'mail' and state = 'created'",
  )
  return rows[0]?.count ?? -1
}
