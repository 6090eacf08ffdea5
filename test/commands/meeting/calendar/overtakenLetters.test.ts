import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const reader = focal('wco')

describe('of the calendar letters that waited for a mail server', () => {
  let here: World
  let away = false
  const letters: Letter[] = []
  beforeAll(async () => {
    here = await world({
      async mailer(letter) {
        if (away) throw Object.assign(new Error('451 Try again later'), { responseCode: 451 })
        letters.push(letter)
      },
      publicUrl: 'https://bot.example',
    })
    for (const title of ['Plenary', 'Review', 'Drafting', 'Briefing'])
      await here.say(
        chair,
        `/meeting schedule ${title} wg:ETCIP start:"2026-12-10T14:00" timezone:Europe/Vienna`,
      )
    await here.say(chair, '/meeting attendees M4 email:briefer@elsewhere.example')
    await here.turn('2026-11-21T12:01:00Z')
  })
  afterAll(async () => {
    // Of what was said to somebody who was forgotten no words are left, nor why it came.
    await here.database.store.pool.query(
      `update notices set rule = null where body::text like '{"summary":[]%'`,
    )
    await here.end()
  })

  /** What comes to the reader, once the server is back, of what was done while it was away. */
  async function come(to: string, back: string, ...lines: readonly (readonly [who: string, line: string])[]) {
    away = true
    letters.length = 0
    const begin = here.clock.now().getTime()
    for (const [index, [who, line]] of lines.entries()) {
      expect((await here.say(who, line)).outcome, line).toBe('done')
      await here.turn(new Date(begin + (index + 1) * 60_000).toISOString())
    }
    away = false
    await here.turn(back)
    // The earlier ones come last, as those do that have failed more often.
    const waits = "(100000 - extract(epoch from created_on - '2020-01-01') / 100000000) * interval '1 second'"
    await here.database.store.pool.query(
      `update pgboss.job set start_after = now() - interval '2 days' + ${waits} where name = 'mail' and state = 'retry'`,
    )
    await here.bot.services.jobs.drain()
    return letters.filter((one) => one.to === to).map(({ calendar, subject }) => [calendar?.method, subject])
  }
  const move = (meeting: string, day: number) =>
    [
      chair,
      `/meeting move ${meeting} start:"2026-12-${day}T14:00" timezone:Europe/Vienna confirm:yes`,
    ] as const

  test('the last one alone comes, for a meeting that was moved several times', async () => {
    const came = await come(reader, '2026-11-21T12:30:00Z', move('M1', 11), move('M1', 14), move('M1', 15))

    expect(came).toEqual([['REQUEST', expect.stringMatching(/^Changed: Plenary .*15 Dec/)]])
  })

  test('no change comes after the cancellation', async () => {
    const came = await come(reader, '2026-11-21T13:00:00Z', move('M2', 11), [
      chair,
      '/meeting cancel M2 confirm:yes',
    ])

    expect(came).toEqual([['CANCEL', expect.stringMatching(/^Cancelled: Review/)]])
  })

  test('nothing but the cancellation comes to somebody who was forgotten', async () => {
    const forget = [reader, '/profile forget confirm:yes'] as const
    const came = await come(reader, '2026-11-21T14:00:00Z', move('M3', 11), forget)

    expect(came.map(([method]) => method)).toEqual(['CANCEL', 'CANCEL', 'CANCEL'])
  })

  test('nothing comes on a meeting that has begun meanwhile', async () => {
    const guest = 'briefer@elsewhere.example'

    expect(await come(guest, '2026-12-11T13:30:00Z', move('M4', 11))).toEqual([])
  })
})
