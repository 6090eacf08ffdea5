import { afterAll, beforeAll, expect, test } from 'vitest'

import { pressUndo } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const [cted, iom] = [focal('cted'), focal('iom')]

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterAll(() => here.end())

async function told(act: () => Promise<{ readonly text: string } | undefined>) {
  const start = here.delivered.length
  const reply = await act()
  const heard = here.delivered.slice(start).map(({ to, text }) => `${to}: ${text.split('\n')[0]}`)
  return { text: reply?.text ?? '', reply, heard }
}

test('an entity whose role is handed over is told, and that it has the role again once that is taken back', async () => {
  const line = '/directory handover wg:BMLE role:chair to:focal.iom@compact.example confirm:yes'
  const done = await told(() => here.say(secretariat, line))
  expect(done.text).toContain('IOM focal point has taken over as chair of BMLE from CTED.')
  expect(done.text).not.toContain('Both')
  expect(done.text).toContain('IOM focal point and CTED focal point are told.')
  expect(done.heard.toSorted()).toEqual([
    expect.stringMatching(`^${cted}: You do not lead BMLE any more from 23 Nov 2026 on`),
    expect.stringMatching(`^${iom}: You have taken over as chair of BMLE from CTED`),
  ])

  const undone = await told(() => pressUndo(here, done.reply as never, secretariat))
  expect(undone.text).toContain('CTED focal point is told.')
  expect(undone.text).toContain('Whoever had taken over is told.')
  expect(undone.heard.map((one) => one.split(':')[0]).toSorted()).toEqual([cted, iom])
})

test('ordered ahead, both sides hear it at once, hear once that it is called off, and once on the day', async () => {
  const line = '/directory handover wg:BMLE role:chair to:focal.iom@compact.example on:2026-11-25 confirm:yes'
  const ahead = await told(() => here.say(secretariat, line))
  expect(ahead.text).toContain('That happens by itself on the day; they are told now, and again then.')
  expect(ahead.text).toContain('CTED focal point is told.')
  const first = [
    expect.stringContaining('You do not lead BMLE any more from 25 Nov 2026 on'),
    expect.stringContaining('On 25 Nov 2026 you take over as chair of BMLE from CTED'),
  ]
  expect(ahead.heard.toSorted()).toEqual(first)
  expect((await here.say(cted, '/wg history BMLE')).text).not.toContain('25 Nov 2026')

  const off = await told(() => pressUndo(here, ahead.reply as never, secretariat))
  expect(off.text).toContain(
    'Called off: chair of BMLE is not handed over to IOM focal point on 25 Nov 2026.',
  )
  expect(off.heard.toSorted()).toEqual(
    [cted, iom].map((who) =>
      expect.stringMatching(
        `^${who}: Compact Secretariat called the handover of chair of BMLE to IOM focal point`,
      ),
    ),
  )
  const again = await told(() => here.say(secretariat, line))
  expect(again.heard.toSorted()).toEqual(first)
  const day = await told(async () => {
    await here.turn('2026-11-25T12:00:00Z')
    return undefined
  })
  const ofTerm = day.heard.filter((one) => one.includes('BMLE') && !one.includes('eeting'))
  expect(ofTerm.filter((one) => one.startsWith(cted))).toEqual([
    expect.stringContaining('You do not lead BMLE any more from 25 Nov 2026 on, by a change of Compact'),
  ])
  expect(ofTerm.filter((one) => one.startsWith(iom) && one.includes('taken over'))).toHaveLength(1)
})
