import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Fault } from '../../support/teams/far/faults.ts'
import { saidIn } from '../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

const schedule = 'meeting schedule Plenary wg:ETCIP start:"12 Dec 14:30"'

async function count(query: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(`select count(*)::int as n from ${query}`)
  return rows[0].n
}

/** Sends to the personal chat of this person, whatever became of them. */
function sendsTo(role: string): readonly unknown[] {
  const to = encodeURIComponent(`a:1${role}`)
  return here.far.callsOf('send').flatMap(({ path, status }) => (path.includes(to) ? [status] : []))
}

const heard = (role: string) => saidIn(here.far.messages, `a:1${role}`).join('\n')

describe('a delivery', () => {
  /** Everybody of whom a test speaks can be reached. */
  async function known(): Promise<void> {
    for (const role of ['secretariat', 'cted', 'unodc', 'interpol'] as const) await here.say(role, 'help')
    here.far.clear()
  }

  async function invite(fault: Fault, times = 1): Promise<void> {
    await known()
    here.far.fault('send', fault, times, 'a:1cted')
    await here.say('interpol', schedule)
    await expect.poll(() => heard('unodc')).toContain('You are invited')
    await expect.poll(() => sendsTo('cted').length).toBe(1)
  }

  const asked: readonly (readonly [string, Fault, number])[] = [
    ['429 and when to come again', { kind: 'status', status: 429, retryAfter: 2 }, 1],
    ['412', { kind: 'status', status: 412 }, 1],
    ['502', { kind: 'status', status: 502 }, 1],
    ['504', { kind: 'status', status: 504 }, 1],
    ['503 and when to come again', { kind: 'status', status: 503, retryAfter: 2 }, 2],
  ]

  test.each(asked)(
    'to which Teams says %s is sent once more, later, and the others do not wait',
    async (_, fault, seconds) => {
      await invite(fault)
      const first = sendsTo('cted')
      await expect
        .poll(
          async () => {
            await here.settle()
            return heard('cted')
          },
          { interval: 500 },
        )
        .toContain('You are invited')

      expect(first).toHaveLength(1)
      expect(sendsTo('cted')).toHaveLength(2)
      const [one, two] = here.far
        .callsOf('send')
        .filter(({ path }) => path.includes(encodeURIComponent('a:1cted')))
        .map(({ at }) => at.getTime())
      expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(seconds * 900)
    },
  )

  test('to which Teams says 429 and not when to come again waits for half a minute', async () => {
    await invite({ kind: 'status', status: 429 })
    await here.settle()

    expect(sendsTo('cted')).toHaveLength(1)
    const { rows } = await here.database.store.pool.query(
      `select w.queued_at from waiting w join notices n on n.id = w.notice_id where n.tries > 0`,
    )
    const waits = rows.map((row) => (row.queued_at.getTime() - here.clock.now().getTime()) / 1000)
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeGreaterThanOrEqual(30)
    expect(waits[0]).toBeLessThanOrEqual(40)
  })

  const doubtful: readonly (readonly [string, Fault, number])[] = [
    ['is reset before Teams took it', { kind: 'reset', before: true }, 0],
    ['is reset after Teams took it', { kind: 'reset', before: false }, 1],
    ['ends with 500', { kind: 'status', status: 500 }, 0],
    ['ends with 503', { kind: 'status', status: 503 }, 0],
  ]

  test.each(doubtful)(
    'whose request %s is not sent again, and the secretariat is told',
    async (_, fault, told) => {
      await invite(fault)
      await here.settle()
      await here.turn('2026-11-21T13:00:00Z')

      expect(sendsTo('cted')).toHaveLength(1)
      expect(heard('cted').match(/You are invited/g) ?? []).toHaveLength(told)
      expect(await count(`ledger where state = 'ambiguous'`)).toBe(1)
      await expect.poll(() => heard('secretariat')).toContain('CTED')
    },
  )

  test('for which the token is refused by Teams gets a new one with the next', async () => {
    await known()
    here.far.login.revoke()
    await here.say('interpol', 'profile show')
    await here.say('interpol', 'profile show')

    expect(here.far.callsOf('token')).toHaveLength(1)
    expect(heard('interpol')).toContain('INTERPOL focal point')
  })

  test('for which no token is to be had waits for one', async () => {
    await known()
    here.far.login.revoke()
    here.far.fault('token', { kind: 'status', status: 503 }, 100)
    await here.say('interpol', schedule)
    await here.settle()
    const before = here.far.messages.length
    here.far.clear()
    await expect
      .poll(
        async () => {
          await here.settle()
          return heard('cted')
        },
        { interval: 500 },
      )
      .toContain('You are invited')

    expect(before).toBe(0)
    expect(sendsTo('cted')).toEqual([201])
  })
})
