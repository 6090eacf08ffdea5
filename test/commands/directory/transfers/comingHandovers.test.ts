import { expect, test } from 'vitest'

import { handoverDay } from '../../../../commands/directory/transfers/handoverDay.ts'
import type { UpcomingNotice } from '../../../../src/core/feature/upcomingNotice.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

/** What is to come, and in how many statements that was found. */
async function found({ database, clock }: World): Promise<readonly [readonly UpcomingNotice[], number]> {
  let statements = 0
  const counting = database.store.kysely.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      statements += 1
      return result
    },
  })
  const asked = { now: clock.now(), moments: handoverDay.moments, limit: 50, personId: null }
  const coming = await counting
    .transaction()
    .execute(async (trx) => (await handoverDay.coming?.(trx, asked)) ?? [])
  return [coming, statements]
}

test('who hands over on each day is asked of the store at once, however many handovers wait', async () => {
  const here = await world()
  const hand = (what: string, to: string) =>
    here.say(secretariat, `/directory handover "${what}" to:${focal(to)} on:2026-12-14 confirm:yes`)
  const icao = `/wg appoint ETCIP role:vice-chair entity:ICAO person:${focal('icao')}`
  await here.say(secretariat, icao)
  expect(await hand('ETCIP vice-chair', 'ipu')).toMatchObject({ outcome: 'done' })
  const [one, first] = await found(here)
  expect(await hand('ETCIP chair', 'who')).toMatchObject({ outcome: 'done' })
  const [all, then] = await found(here)
  await here.end()

  expect(one).toHaveLength(2)
  expect(all.length).toBeGreaterThan(2)
  expect(first).toBeGreaterThan(0)
  expect(then).toBe(first)
})

test('what waits to be handed over is not ordered a second time, also not at once, and can be called off there', async () => {
  const here = await world()
  const order = (to: string, on = '2026-12-14') =>
    here.say(secretariat, `/directory handover wg:ETCIP role:chair to:${focal(to)} on:${on} confirm:yes`)
  const both = await Promise.all([order('who'), order('iom')])
  const again = await order('who')
  const off = await press(here, secretariat, buttonNamed(again, 'Call it off'))
  const anew = await order('iom', '2026-12-15')
  await here.end()

  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
  expect([again.outcome, again.text]).toEqual([
    'refused',
    expect.stringMatching(/^(?:That is ordered already|Another handover of the same waits)/),
  ])
  expect(off.text).toContain('Called off: chair of ETCIP is not handed over')
  expect(anew.outcome).toBe('done')
})
