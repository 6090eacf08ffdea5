import { expect, test } from 'vitest'

import { migrate } from '../../../db/store/migrate.ts'
import { emptyDatabase } from '../../support/database.ts'
import { fillHistory } from '../../support/history/fill.ts'
import { watchPlans } from '../../support/history/plans.ts'
import { focal, secretariat, world } from '../../support/world.ts'

const past = 6_000

test('what is due is found, said and settled without reading what is over, however much of it there is', async () => {
  const database = await emptyDatabase()
  await migrate(database.store)
  const plans = await watchPlans(database)
  const here = await world({ database: plans.database, now: '2026-11-26T10:00:00Z', amends: true })
  await fillHistory(database.store.pool, '2026-11-26T10:00:00Z', past)
  const room = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }
  await here.say(secretariat, '/wg bind BMLE', { place: room })
  for (const line of [
    '/meeting schedule Joint wg:"ETCIP and BMLE" start:2026-12-14T12:00Z',
    '/meeting schedule Plenary wg:ETCIP start:2026-12-04T14:00Z',
    '/meeting schedule Weekly wg:PCVE start:2026-12-02T09:00Z repeat:weekly until:2027-03-01',
    '/meeting poll open Drones wg:ETCIP slots:"14 Dec 10:00, 15 Dec 10:00" until:"1 Dec 18:00"',
    '/meeting silence open "The text." wg:ETCIP until:"30 Nov 18:00"',
    '/newsletter open 2026-11..2026-12 closes:2026-12-04',
    '/reminder add "Call Geneva" at:"27 Nov 09:00" repeat:daily',
  ]) {
    expect(await here.say(secretariat, line)).toMatchObject({ outcome: 'done' })
  }
  const meeting = /M\d+/.exec((await here.say(secretariat, '/meeting show Plenary')).text)?.[0]
  await here.say(secretariat, `/meeting action add ${meeting} what:"Write" owner:CTED due:"30 Nov"`)
  await here.say(focal('cted'), '/reminder settings digest:09:00')
  await here.say(focal('who'), '/reminder settings lead:3d,1d quiet:20:00-08:00')

  plans.watch()
  for (const at of ['26T10:01', '27T09:01', '28T09:01', '30T09:01', '30T20:00']) {
    await here.turn(`2026-11-${at}:00Z`)
  }
  await here.say(focal('who'), `/meeting rsvp ${meeting} yes`)
  // A sentence that is no command is filled in with the names and titles that it may mean.
  const asked = await here.say(focal('interpol'), 'please take UNDP off ETCIP')
  expect(asked.text).toContain('/wg leave ETCIP entity:UNDP')
  await here.turn('2026-12-01T17:00:00Z')
  await here.turn('2026-12-03T14:01:00Z')
  await here.turn('2026-12-06T14:01:00Z')
  const { statements, heavy } = plans.seen(past / 2)
  await here.end()

  expect(heavy).toEqual([])
  expect(statements).toBeGreaterThan(100)
}, 120_000)
