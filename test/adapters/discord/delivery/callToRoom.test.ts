import { afterEach, expect, test } from 'vitest'

import { array, object } from '../../../../src/core/json.ts'
import { message } from '../../../../src/core/message.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { drainQueue } from '../../../support/discord/world/drainQueue.ts'
import { linkEverybody, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

/** People are collected for so long before they are called together. */
async function begin(gatherMs: number): Promise<void> {
  here = await discordWorld({ timings: { gatherMs } })
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' })
  await linkEverybody(here.database, here.far)
}

afterEach(async () => {
  await here.end()
})

/** Everybody linked takes no direct messages but these two; their conversations are open already. */
async function closeAll(): Promise<void> {
  for (const { account } of await accounts()) {
    const key = { platform: 'discord', kind: 'direct', tenant: '-', key: account }
    await here.bot.keep.put(key, { channel: here.far.directOf(account) })
    if (account !== users.secretariat.id && account !== users.interpol.id) here.far.closeDirect(account)
  }
}

async function accounts(): Promise<readonly { account: string }[]> {
  const { rows } = await here.database.store.pool.query(`select account from identities`)
  return rows
}

const calls = () =>
  here.far.messages
    .map(({ channel, body }) => ({ channel, body, users: array(object(body['allowed_mentions'])['users']) }))
    .filter((one) => one.users.length > 0)

test('all whose direct messages are closed are called in one message, and the secretariat hears it once', async () => {
  await begin(4_000)
  await closeAll()
  const options = { title: 'Plenary', wg: 'ETCIP', start: '12 Dec 14:30' }
  const began = performance.now()
  await here.slash('interpol', 'meeting schedule', options, 'direct')
  await drainQueue(here, { seconds: 1 })
  const took = performance.now() - began
  await expect.poll(() => calls().length).toBe(1)
  const [call] = calls()
  const { rows } = await here.database.store.pool.query(
    `select 1 from notices n join rooms r on true where n.kind = 'invitation' and n.person_id is not null`,
  )

  expect(rows.length).toBeGreaterThan(5)
  expect(call?.channel).toBe(places.channel)
  expect(call?.users.length).toBeGreaterThan(5)
  expect(new Set(call?.users).size).toBe(call?.users.length)
  // The lanes went on meanwhile.
  expect(took).toBeLessThan(10_000)
  const letters = here.far.messages.filter(
    ({ channel, body }) =>
      channel === here.far.directOf(users.secretariat.id) &&
      displayed(body).text.includes('can be written to'),
  )
  expect(letters).toHaveLength(1)
})

test('of very many no message is longer than Discord takes it, and each is called once', async () => {
  await begin(300)
  const { rows } = await here.database.store.pool.query<{ person: number }>(
    `select person_id as person from identities where account = $1`,
    [users.cted.id],
  )
  const many = Array.from({ length: 90 }, (_, n) => String(1_310_000_000_000_900_000n + BigInt(n)))
  for (const account of many) {
    here.far.addUser({ id: account, username: `u${account}`, globalName: 'One' })
    here.far.addMember(places.guild, account)
    here.far.closeDirect(account)
    const key = { platform: 'discord', kind: 'direct', tenant: '-', key: account }
    await here.bot.keep.put(key, { channel: here.far.directOf(account) })
    await here.database.store.pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       values ('discord', '-', $1, $2, now(), 'sample')`,
      [account, rows[0]?.person],
    )
  }
  const post = (account: string) =>
    here.adapter
      .post({ platform: 'discord', tenant: '-', account, email: null, name: 'One' }, message('News'), 'n1')
      .catch(() => undefined)
  // Thirty calls a second are made at the most.
  for (let from = 0; from < many.length; from += 25) {
    await Promise.all(many.slice(from, from + 25).map(post))
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  const called = () => calls().flatMap((one) => one.users)
  await expect.poll(() => called().length).toBe(90)

  expect(new Set(called()).size).toBe(90)
  for (const { body } of calls()) expect(String(body['content']).length).toBeLessThanOrEqual(2_000)
})
