import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { object } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import type { Fault } from '../../../support/discord/far/faults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { drainQueue } from '../../../support/discord/world/drainQueue.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld({ now: '2026-10-20T12:00:00Z' })
})
afterEach(() => here.end())

const shows = ({ body }: Posted) => displayed(body).text
const told = (role: Role) =>
  here.far.messages.filter((one) => one.channel === here.far.directOf(users[role].id)).map(shows)
const sendsTo = (role: Role) =>
  here.far.callsOf('send').filter(({ path }) => path.includes(here.far.directOf(users[role].id)))

async function schedule(title: string, start: string): Promise<void> {
  await here.slash('interpol', 'meeting schedule', { title, wg: 'ETCIP', start }, 'direct')
  await here.settle()
}

async function state(): Promise<readonly string[]> {
  const { rows } = await here.database.store.pool.query('select distinct state from ledger order by state')
  return rows.map(({ state: one }) => one)
}

describe('an invitation', () => {
  test('comes to each as a direct message, in their own zone, with a nonce, and rings nobody', async () => {
    await schedule('Plenary', '12 Dec 14:30')

    expect(told('cted').join()).toMatch(/You are invited: Plenary.*08:30 America\/New_York/s)
    expect(told('unodc').join()).toMatch(/You are invited: Plenary.*14:30 Europe\/Vienna/s)
    const sends = here.far.callsOf('send').map(({ body }) => object(body))
    expect(sends.length).toBeGreaterThan(3)
    for (const body of sends) {
      expect(String(body['nonce'])).toMatch(/^[0-9a-z]{25}$/)
      expect(body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } })
    }
    expect(new Set(sends.map((body) => body['nonce'])).size).toBe(sends.length)
    expect(here.far.problems).toEqual([])
  })

  const doubtful: readonly (readonly [string, Fault])[] = [
    ['is reset before Discord took it', { kind: 'reset', before: true }],
    ['is reset after Discord took it', { kind: 'reset', before: false }],
    ['ends with 502', { kind: 'status', status: 502 }],
  ]

  test.each(doubtful)(
    'whose request %s is sent again with the same nonce, and stands there once',
    async (_, fault) => {
      await here.slash('cted', 'help', {}, 'direct')
      here.far.messages.length = 0
      here.far.fault('send', fault, 1, here.far.directOf(users.cted.id))
      await schedule('Plenary', '12 Dec 14:30')
      await drainQueue(here)

      expect(told('cted').filter((one) => one.includes('You are invited'))).toHaveLength(1)
      const nonces = sendsTo('cted').map(({ body }) => object(body)['nonce'])
      expect(nonces).toHaveLength(2)
      expect(new Set(nonces).size).toBe(1)
      expect(here.far.problems).toEqual([])
    },
  )

  test('whose fate is not known for so long that Discord forgot the nonce is left to the secretariat', async () => {
    here.far.fault('send', { kind: 'reset', before: false }, 1, here.far.directOf(users.cted.id))
    await schedule('Plenary', '12 Dec 14:30')
    const first = sendsTo('cted').length
    here.clock.set(new Date('2026-10-20T12:10:00Z'))
    await drainQueue(here)

    expect([first, sendsTo('cted').length]).toEqual([1, 1])
    expect(await state()).toContain('ambiguous')
    await here.turn('2026-10-20T12:20:00Z')
    await drainQueue(here)
    expect(told('secretariat').join('\n')).toContain('CTED')
    expect(here.far.problems).toEqual([])
  })

  test('to which Discord says 429 comes when it may, and the others do not wait', async () => {
    const fault: Fault = { kind: 'status', status: 429, retryAfter: 2 }
    here.far.fault('send', fault, 1, here.far.directOf(users.cted.id))
    await schedule('Plenary', '12 Dec 14:30')
    const before = told('cted')
    await expect
      .poll(
        async () => {
          here.clock.set(new Date(here.clock.now().getTime() + 1_000))
          await here.settle()
          return told('cted').join()
        },
        { interval: 500 },
      )
      .toContain('You are invited')

    expect(before).toEqual([])
    expect(told('unodc').join()).toContain('You are invited')
    expect(sendsTo('cted')).toHaveLength(2)
    expect(here.far.problems).toEqual([])
  })

  test('goes on to the others while the token is refused for one call', async () => {
    here.far.fault('send', { kind: 'status', status: 401 }, 1, here.far.directOf(users.cted.id))
    await schedule('Plenary', '12 Dec 14:30')

    expect(told('unodc').join()).toContain('You are invited')
    expect(here.far.problems).toEqual([])
  })
})

describe('a reminder', () => {
  test('comes once, in the reader’s zone, on both sides of a clock change', async () => {
    // Vienna goes back to winter time on 25 October, New York on 1 November.
    await schedule('Before', '24 Oct 14:30')
    await schedule('Between', '28 Oct 14:30')
    await schedule('After', '4 Nov 14:30')
    here.far.messages.length = 0
    for (const day of ['10-23', '10-27', '11-03']) {
      for (const time of ['12:31', '13:31', '13:40']) {
        await here.turn(`2026-${day}T${time}:00Z`)
        await drainQueue(here)
      }
    }
    const heard = (role: Role, title: string) =>
      told(role).filter((one) => one.includes(`Tomorrow: ${title}`))

    for (const title of ['Before', 'Between', 'After']) {
      expect(heard('unodc', title)).toEqual([expect.stringContaining('14:30 Europe/Vienna')])
    }
    expect(heard('cted', 'Before')).toEqual([expect.stringContaining('08:30 America/New_York')])
    expect(heard('cted', 'Between')).toEqual([expect.stringContaining('09:30 America/New_York')])
    expect(heard('cted', 'After')).toEqual([expect.stringContaining('08:30 America/New_York')])
    expect(here.far.problems).toEqual([])
  })
})
