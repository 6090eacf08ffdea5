import { expect, test } from 'vitest'

import { inFreshWorld } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

test('an outcome that is recorded or corrected after print says what the issue prints until it is corrected', async () => {
  await inFreshWorld('2026-11-24T09:00:00Z', async (here) => {
    const chair = focal('interpol')
    for (const [who, line] of [
      [secretariat, '/newsletter open November-December closes:2027-01-08'],
      [chair, '/meeting schedule "Drones" wg:ETCIP start:"1 Dec 10:00" confirm:yes'],
      [chair, '/meeting schedule "Rail" wg:ETCIP start:"2 Dec 10:00" confirm:yes'],
    ] as const)
      await here.say(who, line)
    await here.turn('2026-12-03T09:00:00Z')
    const inTime = await here.say(chair, '/meeting hold M1 summary:"discussed drones" attended:OPCW')
    expect(inTime.text).not.toContain('is published')
    // The annual issue of the same days stays open.
    for (const line of [
      '/newsletter approve',
      '/newsletter publish confirm:yes',
      '/newsletter open 2026 kind:annual closes:2027-02-01 confirm:yes',
    ])
      await here.say(secretariat, line)

    const late = await here.say(chair, '/meeting hold M2 summary:"discussed rail" attended:OPCW')
    expect(late.text).toContain(
      'is published and says nothing of M2; the secretariat decides on a correction.',
    )
    const corrected = await here.say(secretariat, '/meeting hold M1 summary:"discussed drones and ships"')
    expect(corrected.text).toContain(
      'is published and stays as it was printed; a correction prints the new words.',
    )
    expect(corrected.text).toContain('[Correct the issue]')
  })
})
