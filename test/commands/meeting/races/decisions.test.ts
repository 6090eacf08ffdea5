import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type TwoProcesses, twoProcesses } from '../../../support/faults/twoProcesses.ts'
import { focal, type Reply, type World } from '../../../support/world.ts'

/** CTED chairs BMLE, WCO is its co-chair; both may do all of a chair’s work. */
const [chair, other, member] = [focal('cted'), focal('wco'), focal('ohchr')]

describe('of a poll, a text and an address, two at once, each through a process of its own,', () => {
  let both: TwoProcesses
  let here: World
  beforeAll(async () => {
    both = await twoProcesses({ now: '2026-11-23T09:00:00Z' })
    here = both.one
  })
  afterAll(() => both.end())

  const line = (who: string, text: string) => (world: World) => world.say(who, text)
  const outcomes = (replies: readonly Reply[]) => replies.map(({ outcome }) => outcome)

  async function poll(title: string): Promise<string> {
    const reply = await here.say(
      chair,
      `/meeting poll open "${title}" wg:BMLE slots:"2027-01-12T10:00Z; 2027-01-13T10:00Z"`,
    )
    return /P\d+/.exec(reply.text)?.[0] ?? reply.text
  }

  test('settle it on two times: one meeting comes of it, and the second is told which', async () => {
    const id = await poll('First')
    const replies = await both.atOnce(
      ['invitations'],
      line(chair, `/meeting poll settle ${id} slot:1`),
      line(other, `/meeting poll settle ${id} slot:2`),
    )
    const { rows } = await here.database.store.pool.query(`select id from meetings where title = 'First'`)

    expect(outcomes(replies)).toEqual(['done', 'refused'])
    expect(replies[1].text).toContain(`settled already, as M${rows[0].id}`)
    expect(rows).toHaveLength(1)
  })

  test('close it and vote: no vote is taken once it is closed', async () => {
    const id = await poll('Second')
    const replies = await both.atOnce(
      ['audit'],
      line(chair, `/meeting poll close ${id}`),
      line(member, `/meeting poll vote ${id} slots:1`),
    )

    expect(outcomes(replies)).toEqual(['done', 'refused'])
    expect((await here.say(chair, `/meeting poll show ${id}`)).text).not.toContain('OHCHR: 1 yes')
  })

  test('close and settle it: the one who comes second is told what became of it', async () => {
    const id = await poll('Third')
    const replies = await both.atOnce(
      ['invitations', 'audit'],
      line(chair, `/meeting poll close ${id}`),
      line(other, `/meeting poll settle ${id} slot:1`),
    )

    // What is closed may still be settled.
    expect(outcomes(replies)).toEqual(['done', 'done'])
    expect((await here.say(chair, `/meeting poll show ${id}`)).text).toContain('settled')
  })

  test('break the silence: the first reason stands, and the second is told', async () => {
    await here.say(chair, '/meeting silence open "The plan" wg:BMLE until:"4 Dec 17:00"')
    const replies = await both.atOnce(
      ['audit'],
      (world) => world.press(member, 'meeting silence break', { silence: 'S1', reason: 'Too vague' }, true),
      (world) => world.press(other, 'meeting silence break', { silence: 'S1', reason: 'Too dear' }, true),
    )
    const deliveries = here.delivered
      .concat(both.other.delivered)
      .filter(({ text }) => text.includes('broken the silence'))

    expect(outcomes(replies)).toEqual(['done', 'refused'])
    expect(replies[1].text).toContain('S1 is broken already')
    expect(new Set(deliveries.map(({ to }) => to)).size).toBe(deliveries.length)
  })

  test('break the silence as it ends: broken in time it is not adopted, and nobody is told that it is', async () => {
    await here.say(chair, '/meeting silence open "A text" wg:BMLE until:"2026-11-24T17:00Z"')
    both.other.clock.set(new Date('2026-11-24T16:59:59Z'))
    here.clock.set(new Date('2026-11-24T17:00:01Z'))
    const [, broke] = await both.atOnce(
      ['notices'],
      (world) => world.bot.settle({ ticks: true }),
      (world) => world.press(member, 'meeting silence break', { silence: 'S2', reason: 'No' }, true),
    )
    await here.bot.settle({ ticks: true })
    const news = here.delivered.concat(both.other.delivered).filter(({ text }) => /S2/.test(text))
    const adopted = news.filter(({ text }) => text.startsWith('Adopted by silence')).map(({ to }) => to)
    const broken = news.filter(({ text }) => text.includes('broken the silence')).map(({ to }) => to)

    expect(broke.outcome).toBe('done')
    expect(broken.length).toBeGreaterThan(0)
    expect(adopted).toEqual([])
  })

  test('make a calendar address anew: neither fails, and one of both is open', async () => {
    await here.say(member, '/meeting calendar')
    const replies = await both.atOnce(
      ['calendar_feeds'],
      (world) => world.press(member, 'meeting calendar', { address: 'new' }),
      (world) => world.press(member, 'meeting calendar', { address: 'new' }),
    )
    const { rows } = await here.database.store.pool.query(
      'select 1 from calendar_feeds where revoked_at is null',
    )

    expect(outcomes(replies)).toEqual(['done', 'done'])
    expect(rows).toHaveLength(1)
  })
})
