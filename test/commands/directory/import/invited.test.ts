import { expect, test } from 'vitest'

import { inFreshWorld } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

test('who is invited to meetings ahead by an import is shown before it, with when that reaches them', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const file = 'WG,Function,Organisation,Since\nETCIP,member,IOM,2026-11-01\nETCIP,member,ILO,2026-11-01\n'
    const before = await giveFile(here, 'seats.csv', file)
    expect(before.text).not.toContain('meeting ahead')
    await here.say(focal('interpol'), '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30"')
    here.delivered.length = 0

    const reply = await giveFile(here, 'seats.csv', file)
    expect(reply.text).toContain(
      'Then 2 people belong to a group that has a meeting ahead, and are invited to M1 Drones.',
    )
    expect(reply.text).toMatch(
      /Members: ILO, IOM\nWhen it reaches them.*\n- Mon 23 Nov 2026, 10:00: 2 people/,
    )
    expect((await here.say(secretariat, '/wg show ETCIP')).text).not.toMatch(/Members: .*IOM/)
    expect(here.delivered).toEqual([])

    const taken = await takeOver(here, reply)
    expect(taken.text).toContain(
      'Now 2 people belong to a group that has a meeting ahead, and are invited to M1 Drones.',
    )
    await here.turn('2026-11-23T09:01:00Z')
    const invited = here.delivered.filter(({ text }) => text.startsWith('You are invited'))
    expect(invited.map(({ to }) => to)).toEqual([focal('ilo'), focal('iom')])
    await pressLabelled(here, taken, 'Undo')
  })
})
