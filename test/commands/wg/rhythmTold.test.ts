import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('the rhythm of a group and what is left out of it are told to the other chairs, as is what is taken back of either', async () => {
  here = await world({ now: '2027-01-04T12:00:00Z' })
  const about = () =>
    here.delivered.filter(({ text }) => text.includes('ETCIP')).map(({ to, text }) => ({ to, text }))
  for (const [line, said] of [
    [
      '/wg cadence ETCIP skip:this reason:"no budget"',
      'does not meet in Q1 2027: Compact Secretariat put that on record. Reason: no budget',
    ],
    ['/wg cadence ETCIP skip:none', 'is expected to meet in Q1 2027 after all'],
    ['/wg cadence ETCIP rhythm:yearly', 'meets yearly from now on, by a change of'],
    ['yes', 'meets quarterly from now on, by a change of'],
    ['/wg edit ETCIP rhythm:monthly', 'meets monthly from now on'],
  ] as const) {
    here.delivered.length = 0
    if (line === 'yes') await here.say(secretariat, 'undo')
    const reply = await here.say(secretariat, line)
    expect(reply.text).toMatch(/INTERPOL focal point (is|and .* are) told/)
    expect(about().map(({ to }) => to)).toContain(focal('interpol'))
    for (const { text } of about()) expect(text).toContain(said)
  }
})
