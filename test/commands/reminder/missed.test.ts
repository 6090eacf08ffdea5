import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')
const minute = 60_000

function remindersOf(to: string): readonly string[] {
  return here.delivered
    .filter((one) => one.to === to && one.text.startsWith('Reminder'))
    .map(({ text }) => text)
}

/** Minutes before the meeting: by four hours on days before, by one on the day itself, and by five minutes at last. */
function nextLook(left: number): number {
  if (left > 330) return left - 240
  return left > 90 ? left - 60 : Math.ceil(left / 5) * 5 - 5
}

async function turn(at: number): Promise<void> {
  await here.turn(new Date(at).toISOString())
}

describe('after an outage a meeting', () => {
  const start = Date.parse('2026-12-10T09:00:00Z')
  const schedule = '/meeting schedule "Outage" wg:ETCIP start:2026-12-10T09:00Z'

  test('that is minutes ahead is reminded of by the lead that comes next, in rooms too', async () => {
    here = await world()
    const place = { platform: 'terminal', tenant: 'local', channel: '#etcip', private: false }
    await here.say(focal('interpol'), '/wg bind ETCIP', { place })
    await here.say(secretariat, schedule)
    here.announced.length = 0
    await turn(start - 20 * minute)
    await turn(start - 15 * minute)

    expect(remindersOf(who)).toEqual([expect.stringContaining('in 15 minutes')])
    const inRoom = here.announced.filter(({ text }) => text.startsWith('Reminder'))
    expect(inRoom.map(({ text }) => text)).toEqual([expect.stringContaining('in 15 minutes')])
  })

  test('that is hours ahead is reminded of at once, late, and again as it begins', async () => {
    here = await world()
    await here.say(secretariat, schedule)
    await turn(start - 3 * 60 * minute)
    await turn(start - 15 * minute)

    expect(remindersOf(who)).toEqual([
      expect.stringContaining('in 3 hours'),
      expect.stringContaining('in 15 minutes'),
    ])
  })

  test('is not left unsaid to somebody whose quiet hours keep the next lead from them', async () => {
    here = await world()
    await here.say(who, '/reminder settings quiet:09:40-20:00')
    await here.say(secretariat, schedule)
    for (let left = 25; left > 10; left--) await turn(start - left * minute)

    expect(remindersOf(who)).toHaveLength(1)
  })
})

test('of a meeting nobody hears twice within a quarter of an hour, and everybody at least once, whenever the first look comes', async () => {
  const start = Date.parse('2026-12-10T13:00:00Z')
  /** Minutes before the meeting, of the first look after an outage. */
  const looks = fc.oneof(fc.integer({ min: 16, max: 60 }), fc.integer({ min: 61, max: 3 * 1440 }))
  const leads = fc.constantFrom('7d,1d,15m', '1d,1h,10m', '2d,30m', '3h,45m,20m')
  here = await world()
  let nth = 0
  await fc.assert(
    fc.asyncProperty(looks, leads, async (first, lead) => {
      nth += 1
      const begin = start + nth * 30 * 1440 * minute
      await here.say(who, `/reminder settings lead:${lead}`)
      await here.say(
        secretariat,
        `/meeting schedule "No ${nth}" wg:ETCIP start:${new Date(begin).toISOString()}`,
      )
      const heard: number[] = []
      const count = () => remindersOf(who).filter((text) => text.includes(`No ${nth} `)).length
      // As the first look finds it, and then more and more often until it begins, at last as on a day without an outage.
      for (let left = first; left > 0; left = nextLook(left)) {
        const was = count()
        await turn(begin - left * minute)
        if (count() > was) heard.push(left)
      }
      expect(heard.length).toBeGreaterThan(0)
      for (const [at, left] of heard.entries())
        expect((heard[at - 1] ?? Number.POSITIVE_INFINITY) - left).toBeGreaterThanOrEqual(15)
    }),
    { numRuns: 10, examples: [[25, '3h,45m,20m']], endOnFailure: true },
  )
}, 120_000)
