import { afterAll, beforeAll, expect, test } from 'vitest'

import { pressUndo } from '../../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule "Was held" wg:ETCIP start:"20 Nov 14:30" held:yes')
})
afterAll(() => here.end())

async function told(act: () => Promise<Reply>) {
  const start = here.delivered.length
  const reply = await act()
  expect(reply.outcome, reply.text).toBe('done')
  return { reply, told: here.delivered.slice(start).map(({ to, text }) => `${to}: ${text.split('\n')[0]}`) }
}

test('the chair hears of an outcome that somebody else records, corrects or takes back, each time, and not of their own', async () => {
  const own = await told(() => here.say(chair, '/meeting hold M1 summary:"discussed drones"'))
  expect(own.told).toEqual([])
  for (const _ of [1, 2]) {
    const other = await told(() => here.say(secretariat, '/meeting hold M1 summary:"discussed ships"'))
    expect(other.told).toEqual([
      `${chair}: Compact Secretariat (secretariat) corrected the outcome of M1 Was held. It says now:`,
    ])
    expect(other.reply.text).toContain('INTERPOL focal point is told.')
    const back = await told(() => pressUndo(here, other.reply, secretariat))
    expect(back.told).toEqual([
      `${chair}: Compact Secretariat (secretariat) took back what was recorded of M1 Was held. It said:`,
    ])
  }
})
