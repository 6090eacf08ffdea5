import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Adapter } from '../../../../src/core/adapter.ts'
import { DeliveryError } from '../../../../src/core/errors.ts'
import { message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' })
})
afterEach(() => here.end())

const shows = ({ body }: Posted) => displayed(body).text
const inChannel = (channel: string) => here.far.messages.filter((one) => one.channel === channel).map(shows)
const told = (role: Role) => inChannel(here.far.directOf(users[role].id))
const room = { platform: 'discord', tenant: places.guild, channel: places.channel, private: false }
const person = { platform: 'discord', tenant: '-', account: users.cted.id, email: null, name: 'CTED' }

async function invite(title: string): Promise<void> {
  await here.slash('interpol', 'meeting schedule', { title, wg: 'ETCIP', start: '12 Dec 14:30' }, 'direct')
  await here.settle()
}

async function kindOf(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'said',
    (error: unknown) => (error instanceof DeliveryError ? error.fault.kind : String(error)),
  )
}

async function alerts(): Promise<readonly string[]> {
  const { rows } = await here.database.store.pool.query<{ key: string }>(
    `select distinct split_part(key, ':2026', 1) as key from notices
     where key like 'alert:discord:%' order by 1`,
  )
  return rows.map(({ key }) => key)
}

describe('what cannot be said for now', () => {
  test('is said in its room within the hour after somebody has mended it, whatever came meanwhile', async () => {
    here.far.allow(places.channel, 'read')
    await invite('First')
    await invite('Second')
    expect(inChannel(places.channel).join()).not.toContain('First')
    here.far.allow(places.channel, 'write')
    await here.turn('2026-11-21T13:15:00Z')
    await here.turn('2026-11-21T13:30:00Z')

    expect(inChannel(places.channel).join()).toContain('First')
    expect(inChannel(places.channel).join()).toContain('Second')
    expect(await alerts()).toEqual([`alert:discord:${places.channel}:shut`])
  })

  test('reaches somebody who opens their direct messages within the day', async () => {
    here.far.closeDirect(users.cted.id)
    await invite('First')
    await here.turn('2026-11-21T13:15:00Z')
    here.far.closeDirect(users.cted.id, false)
    await here.turn('2026-11-21T14:30:00Z')
    await here.turn('2026-11-21T15:45:00Z')

    expect(told('cted').filter((one) => one.includes('You are invited: First'))).toHaveLength(1)
    expect(await alerts()).toEqual(['alert:discord:closed'])
  })

  test('is given up after a day', async () => {
    here.far.closeDirect(users.cted.id)
    here.far.allow(places.channel, 'read')
    const both = () =>
      Promise.all([
        kindOf(here.adapter.post(person, message('News'), 'n1')),
        kindOf(here.adapter.announce(room, message('News'), 'n1')),
      ])
    const first = await both()
    here.clock.set(new Date('2026-11-22T11:59:00Z'))
    const late = await both()
    here.clock.set(new Date('2026-11-22T13:00:00Z'))

    expect([first, late, await both()]).toEqual([
      ['paced', 'paced'],
      ['paced', 'paced'],
      ['forbidden', 'forbidden'],
    ])
  })

  test('and was given up is told of once for all whom it concerns', async () => {
    for (const role of ['cted', 'unodc', 'opcw'] as const) here.far.closeDirect(users[role].id)
    await invite('First')
    for (const hour of ['21T14:00', '22T02:00', '22T11:00', '22T13:30', '22T15:00']) {
      await here.turn(`2026-11-${hour}:00Z`)
    }
    const { rows } = await here.database.store.pool.query(
      `select distinct state from ledger where kind = 'invitation' and person_id in
         (select person_id from identities where account = $1)`,
      [users.cted.id],
    )

    expect(rows).toEqual([{ state: 'dead' }])
    expect(await alerts()).toEqual(['alert:discord:closed'])
    expect(told('secretariat').filter((one) => one.includes('Not everybody on discord'))).toHaveLength(2)
  })

  test('goes to another account of the same person at once', async () => {
    const elsewhere: string[] = []
    const other: Adapter = {
      ...{ name: 'other', reachesByEmail: false, lanes: 1, changed: () => undefined, connected: () => true },
      start: async () => undefined,
      stop: async () => undefined,
      post: async (_, message) => void elsewhere.push(JSON.stringify(message)),
      announce: async () => undefined,
    }
    here.bot.join(other)
    await here.database.store.pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       select 'other', '-', 'c', person_id, '2020-01-01', 'sample' from identities where account = $1`,
      [users.cted.id],
    )
    here.far.closeDirect(users.cted.id)
    await invite('First')

    expect(elsewhere.join()).toContain('First')
  })

  test.each([
    [160_005, 'unlock it'],
    [50_083, 'open it again'],
  ])('in a thread (%i) is told with what mends it', async (code, mend) => {
    here.far.fault('send', { kind: 'status', status: 400, code }, 1, places.channel)

    await expect(here.adapter.announce(room, message('News'), 'n1')).rejects.toThrow(mend)
  })
})
